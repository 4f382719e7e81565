import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longDate, shortInstant } from '../../i18n/dates';
import { ExportMenu } from '../../ui/ExportMenu';
import { Explain } from '../../ui/Explain';
import type { ListFilter, ListName } from '../../ui/export.documents';
import { Section } from '../../ui/Page';

export interface YearSaid {
  readonly fiscalYear: number;
  readonly countedTo: string;
  readonly asOf: string;
}

/** What a word or a figure means, behind a `?`. On paper it stands below. */
export function Definition({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Explain title={title}>
      <p>{text}</p>
    </Explain>
  );
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** The rows behind it. */
  readonly rows?: { readonly to: string; readonly label: string };
  readonly list?: ListName;
  readonly filter?: ListFilter;
  readonly children: ReactNode;
}

/** One figure of the overview: its definition, its rows and its file are always in the same place. */
export function Panel({ id, title, definition, rows, list, filter, children }: Props) {
  return (
    <Section
      id={id}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {title} <Definition title={title} text={definition} />
        </span>
      }
      aside={
        rows && (
          <Link to={rows.to} className="link no-print">
            {rows.label}
          </Link>
        )
      }
    >
      <p className="hidden text-dns-14N-130 print:block">{definition}</p>
      {children}
      {list && <ExportMenu list={list} {...(filter && { filter })} />}
    </Section>
  );
}

/** When it was reckoned, and up to which day it counts. */
export function AsOf({ year }: { readonly year: YearSaid }) {
  const { t } = useTranslation();
  return (
    <p className="text-dns-14N-130 text-solid-gray-700">
      {t('overview.asOf', { at: shortInstant(year.asOf), date: longDate(year.countedTo) })}
    </p>
  );
}
