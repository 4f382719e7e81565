import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '../../ui/Table';
import { Spread } from './Bars';
import type { WaitData } from './overview.documents';
import { AsOf, Panel } from './Panel';
import { inYear } from './use-year';

type Figures = WaitData['figures'][number];
const WAITS = ['CONTACT', 'VISIT'] as const;

/** 待ち: how long towns waited, by their size. */
export function WaitPanel({ data }: { readonly data: WaitData }) {
  const { t } = useTranslation();
  const { year, received } = data;
  return (
    <Panel
      id="waits"
      title={t('overview.waits.title')}
      definition={t('overview.waits.definition')}
      rows={{ to: inYear('/overview/waits', year.fiscalYear), label: t('overview.rows') }}
      list="OVERVIEW_WAITS"
      filter={{ fiscalYear: year.fiscalYear }}
    >
      <AsOf year={year} />
      <p>
        <Link to={inYear('/overview/waits', year.fiscalYear)} className="link">
          {t('overview.waits.received', { count: received })}
        </Link>
      </p>
      {WAITS.map((wait) => (
        <WaitTable key={wait} wait={wait} data={data} />
      ))}
      <p className="text-dns-14N-130 text-solid-gray-700">{t('overview.waits.spreadKey')}</p>
    </Panel>
  );
}

function WaitTable({ wait, data }: { readonly wait: (typeof WAITS)[number]; readonly data: WaitData }) {
  const { t } = useTranslation();
  const { fiscalYear } = data.year;
  const rows = data.figures.filter((one) => one.wait === wait);
  const most = Math.max(0, ...rows.map(({ longest }) => longest ?? 0));
  const days = (value: number | null): string =>
    value === null ? t('overview.none') : t('overview.days', { value });
  const before = (row: Figures): number | null =>
    data.before.find((one) => one.wait === wait && one.size === row.size)?.median ?? null;
  const link = (row: Figures, state: 'MET' | 'WAITING'): string =>
    inYear('/overview/waits', fiscalYear, { wait, state, ...(row.size && { size: row.size }) });
  return (
    <Table
      caption={t('overview.waits.caption', { kind: t(`overview.waits.kinds.${wait}`) })}
      captionHidden={false}
      rows={rows}
      keyOf={({ size }) => size ?? 'ALL'}
      columns={[
        {
          key: 'size',
          title: t('overview.waits.size'),
          heads: true,
          cell: ({ size }) => (size ? t(`overview.size.${size}`) : t('overview.allTowns')),
        },
        {
          key: 'spread',
          title: t('overview.waits.spread'),
          cell: ({ median, ninetieth, longest }) => (
            <Spread median={median} ninetieth={ninetieth} longest={longest} most={most} />
          ),
        },
        {
          key: 'median',
          title: t('overview.waits.median'),
          numeric: true,
          nowrap: true,
          cell: ({ median }) => days(median),
        },
        {
          key: 'ninetieth',
          title: t('overview.waits.ninetieth'),
          numeric: true,
          nowrap: true,
          cell: ({ ninetieth }) => days(ninetieth),
        },
        {
          key: 'longest',
          title: t('overview.waits.longest'),
          numeric: true,
          nowrap: true,
          cell: ({ longest }) => days(longest),
        },
        {
          key: 'met',
          title: t('overview.waits.met'),
          numeric: true,
          nowrap: true,
          cell: (row) => (
            <Link to={link(row, 'MET')} className="link">
              {t('overview.cases', { value: row.met })}
            </Link>
          ),
        },
        {
          key: 'waiting',
          title: t('overview.waits.waiting'),
          nowrap: true,
          cell: (row) =>
            row.waiting === 0 ? (
              t('overview.waits.waitingNone')
            ) : (
              <Link to={link(row, 'WAITING')} className="link">
                {t('overview.waits.waitingValue', { count: row.waiting, days: row.longestSoFar ?? 0 })}
              </Link>
            ),
        },
        {
          key: 'before',
          title: t('overview.waits.beforeMedian'),
          numeric: true,
          nowrap: true,
          cell: (row) => days(before(row)),
        },
      ]}
    />
  );
}
