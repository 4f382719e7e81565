import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { ExportMenu } from '../../ui/ExportMenu';
import type { ListFilter, ListName } from '../../ui/export.documents';
import { Page } from '../../ui/Page';
import { fiscalYearName } from '../../i18n/dates';
import { Definition } from './Panel';
import { inYear, useYear } from './use-year';
import { YearLinks } from './YearLinks';

export interface Choice {
  /** The name and the value in the address. */
  readonly name: string;
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly title: string;
  readonly definition: string;
  /** Filters, each group one line of links. */
  readonly choices?: readonly (readonly Choice[])[];
  readonly list: ListName;
  readonly filter: ListFilter;
  readonly children: ReactNode;
}

/** The rows behind a figure: the address says which, so that they can be passed on, printed and taken away. */
export function RowsPage({ title, definition, choices = [], list, filter, children }: Props) {
  const { t } = useTranslation();
  const { year } = useYear();
  return (
    <Page
      title={`${title}（${fiscalYearName(year)}）`}
      back={{ to: inYear('/overview', year), label: t('overview.back') }}
    >
      <div className="print-wide flex flex-col gap-6">
        <div className="no-print flex flex-wrap items-center justify-between gap-4">
          <YearLinks />
          <Button size="small" onClick={() => window.print()}>
            {t('overview.print')}
          </Button>
        </div>
        <p className="no-print flex items-center gap-2">
          {t('overview.how')} <Definition title={title} text={definition} />
        </p>
        <p className="hidden text-dns-14N-130 print:block">{definition}</p>
        {choices.map((group) => (
          <Choices key={group[0]?.name} group={group} />
        ))}
        {children}
        <ExportMenu list={list} filter={filter} />
      </div>
    </Page>
  );
}

function Choices({ group }: { readonly group: readonly Choice[] }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [first] = group;
  if (!first) return null;
  const chosen = group.find(({ value }) => value === search.get(first.name))?.value ?? '';
  const to = (value: string): string => {
    const next = new URLSearchParams(search);
    next.delete('after');
    if (value) next.set(first.name, value);
    else next.delete(first.name);
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={t('overview.filter')} className="no-print">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {[{ value: '', label: t('overview.all') }, ...group].map(({ value, label }) => (
          <li key={value}>
            <Link
              to={to(value)}
              aria-current={chosen === value ? 'true' : undefined}
              className={classes(
                'inline-flex min-h-9 items-center',
                chosen === value
                  ? 'border-b-4 border-key-900 text-std-16B-170 text-key-900 no-underline'
                  : 'link',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
