import { useTranslation } from 'react-i18next';
import type { Newer } from '../gql/refusal';
import { AsWritten } from './AsWritten';
import { Table } from './Table';

type Labels = Readonly<Record<string, string>>;

/** Says a value in the words of the form; null where it is only itself. */
export type SayValue = (field: string, value: unknown) => string | null;

interface Props {
  readonly newer: Newer;
  readonly labels: Labels;
  readonly say?: SayValue | undefined;
}

/** What somebody else has changed since the person opened the form: before and now, value by value. */
export function NewerValues({ newer, labels, say }: Props) {
  const { t } = useTranslation();
  const said = (field: string, value: unknown): string => {
    const words = say?.(field, value);
    if (words) return words;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('ui.none');
    if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return JSON.stringify(value);
  };
  return (
    <Table
      caption={t('ui.newer')}
      captionHidden={false}
      rows={newer.values}
      keyOf={({ field }) => field}
      cards
      columns={[
        { key: 'field', title: t('ui.newerField'), heads: true, cell: ({ field }) => labels[field] ?? field },
        {
          key: 'before',
          title: t('ui.newerBefore'),
          cell: ({ field, before }) => <AsWritten block>{said(field, before)}</AsWritten>,
        },
        {
          key: 'after',
          title: t('ui.newerAfter'),
          cell: ({ field, after }) => <AsWritten block>{said(field, after)}</AsWritten>,
        },
      ]}
    />
  );
}
