import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { Bar, Key } from './Bars';
import { daysSaid } from './figures';
import type { DaysData, PersonRow } from './overview.documents';

export interface DaySums {
  readonly used: number;
  readonly planned: number;
  readonly contract: number;
  readonly cost: number;
}

/** Contract days count only for people who have some. */
export const daySumsOf = (rows: readonly PersonRow[]): DaySums => ({
  used: rows.reduce((sum, { usedDays }) => sum + usedDays, 0),
  planned: rows.reduce((sum, { plannedDays }) => sum + plannedDays, 0),
  contract: rows.reduce((sum, { contractDays }) => sum + (contractDays ?? 0), 0),
  cost: rows.reduce((sum, { costYen }) => sum + costYen, 0),
});

/** Each person: what is used and planned of what was agreed. */
export function DaysTable({ data: { rows, year } }: { readonly data: DaysData }) {
  const { t } = useTranslation();
  const days = (value: number): string => t('overview.days', { value: daysSaid(value) });
  const most = Math.max(
    1,
    ...rows.map((row) => Math.max(row.contractDays ?? 0, row.usedDays + row.plannedDays)),
  );
  if (rows.length === 0) return <Empty>{t('overview.daysUsed.none')}</Empty>;
  return (
    <>
      <Table
        caption={t('overview.daysUsed.caption')}
        rows={rows}
        keyOf={({ specialistId }) => specialistId}
        columns={[
          {
            key: 'person',
            title: t('overview.daysUsed.person'),
            heads: true,
            cell: (row) => (
              <Link to={`/specialists/${row.specialistId}`} className="link">
                {row.specialist && nameOf(row.specialist)}
                {!row.active && t('overview.daysUsed.inactive')}
              </Link>
            ),
          },
          {
            key: 'bar',
            title: t('overview.daysUsed.bar'),
            cell: (row) => (
              <Bar
                most={most}
                line={row.contractDays}
                parts={[
                  { amount: row.usedDays, fill: 'full' },
                  { amount: row.plannedDays, fill: 'hatched' },
                ]}
              />
            ),
          },
          {
            key: 'used',
            title: t('overview.daysUsed.used'),
            numeric: true,
            nowrap: true,
            cell: (row) => (
              <Link
                to={`/visits?view=made&from=${year.from}&to=${year.to}&specialist=${row.specialistId}`}
                className="link"
              >
                {days(row.usedDays)}
              </Link>
            ),
          },
          {
            key: 'planned',
            title: t('overview.daysUsed.planned'),
            numeric: true,
            nowrap: true,
            cell: (row) => days(row.plannedDays),
          },
          {
            key: 'contract',
            title: t('overview.daysUsed.contract'),
            numeric: true,
            nowrap: true,
            cell: (row) => (row.contractDays === null ? t('overview.none') : days(row.contractDays)),
          },
          {
            key: 'left',
            title: t('overview.daysUsed.left'),
            numeric: true,
            nowrap: true,
            cell: ({ leftDays }) =>
              leftDays === null
                ? t('overview.none')
                : leftDays < 0
                  ? t('overview.daysUsed.over', { days: days(-leftDays) })
                  : days(leftDays),
          },
          {
            key: 'basis',
            title: t('overview.daysUsed.basis'),
            nowrap: true,
            cell: ({ basis }) => t(`overview.daysUsed.bases.${basis}`),
          },
          {
            key: 'cost',
            title: t('overview.daysUsed.cost'),
            numeric: true,
            nowrap: true,
            cell: ({ costYen }) => yenOf(costYen),
          },
          {
            key: 'before',
            title: t('overview.daysUsed.beforeUsed'),
            numeric: true,
            nowrap: true,
            cell: (row) => days(row.usedDaysBefore),
          },
        ]}
      />
      <Key
        entries={[
          { fill: 'full', words: t('overview.daysUsed.key.used') },
          { fill: 'hatched', words: t('overview.daysUsed.key.planned') },
        ]}
      />
      <p className="text-dns-14N-130 text-solid-gray-700">{t('overview.daysUsed.key.line')}</p>
      <p className="text-std-16B-170">
        <DaySumsSaid rows={rows} />
      </p>
    </>
  );
}

export function DaySumsSaid({ rows }: { readonly rows: readonly PersonRow[] }) {
  const { t } = useTranslation();
  const { used, planned, contract, cost } = daySumsOf(rows);
  return t('overview.daysUsed.sum', {
    used: daysSaid(used),
    planned: daysSaid(planned),
    contract: daysSaid(contract),
    cost: yenOf(cost),
  });
}
