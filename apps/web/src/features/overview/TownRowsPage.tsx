import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Empty, Loaded } from '../../ui/Loaded';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import { CoverageDocument, type CoverageData, type TownRow } from './overview.documents';
import { AsOf } from './Panel';
import { RowsPage } from './RowsPage';
import { useYear } from './use-year';

const REACHES = ['NOT_VISITED', 'ONLINE_ONLY', 'VISITED'] as const;
const TONES: Readonly<Record<TownRow['reach'], StatusTone>> = {
  NOT_VISITED: 'waiting',
  ONLINE_ONLY: 'moving',
  VISITED: 'finished',
};

/** Every town with its visits, those that nobody has visited first. */
export function TownRowsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { year: fiscalYear } = useYear();
  const reach = REACHES.find((one) => one === search.get('reach')) ?? null;
  const load = useLoad(CoverageDocument, { fiscalYear }, { about: ['Visit'] });
  return (
    <RowsPage
      title={t('overview.coverage.tableTitle')}
      definition={t('overview.coverage.definition')}
      choices={[
        REACHES.map((value) => ({ name: 'reach', value, label: t(`overview.coverage.reaches.${value}`) })),
      ]}
      list="OVERVIEW_TOWNS"
      filter={{ fiscalYear, reach }}
    >
      <Loaded of={load}>
        {({ coverageOverview: data }) => (
          <>
            <AsOf year={data.year} />
            <p>{t('overview.coverage.sum', data)}</p>
            <Towns data={data} reach={reach} />
          </>
        )}
      </Loaded>
    </RowsPage>
  );
}

function Towns({ data, reach }: { readonly data: CoverageData; readonly reach: TownRow['reach'] | null }) {
  const { t } = useTranslation();
  const { year } = data;
  const rows = data.rows.filter((row) => reach === null || row.reach === reach);
  if (rows.length === 0) return <Empty>{t('overview.effects.empty')}</Empty>;
  return (
    <>
      <Table
        caption={t('overview.coverage.caption')}
        rows={rows}
        keyOf={({ municipalityId }) => municipalityId}
        columns={[
          {
            key: 'town',
            title: t('overview.coverage.town'),
            heads: true,
            cell: ({ municipality }) => municipality && nameOf(municipality),
          },
          {
            key: 'size',
            title: t('overview.coverage.size'),
            nowrap: true,
            cell: ({ size }) => t(`overview.size.${size}`),
          },
          {
            key: 'reach',
            title: t('overview.coverage.reach'),
            nowrap: true,
            cell: (row) => (
              <StatusText tone={TONES[row.reach]}>{t(`overview.coverage.reaches.${row.reach}`)}</StatusText>
            ),
          },
          {
            key: 'onSite',
            title: t('overview.coverage.onSite'),
            numeric: true,
            nowrap: true,
            cell: (row) => <Visits row={row} mode="ON_SITE" year={year} count={row.onSite} />,
          },
          {
            key: 'online',
            title: t('overview.coverage.online'),
            numeric: true,
            nowrap: true,
            cell: (row) => <Visits row={row} mode="ONLINE" year={year} count={row.online} />,
          },
          {
            key: 'before',
            title: t('overview.coverage.onSiteBefore'),
            numeric: true,
            nowrap: true,
            cell: ({ onSiteBefore }) => t('overview.times', { value: onSiteBefore }),
          },
          {
            key: 'lastOn',
            title: t('overview.coverage.lastOn'),
            nowrap: true,
            cell: ({ lastOn }) => (lastOn ? calendarDate(lastOn) : t('overview.coverage.never')),
          },
          {
            key: 'daysSince',
            title: t('overview.coverage.daysSince'),
            numeric: true,
            nowrap: true,
            cell: ({ daysSince }) =>
              daysSince === null ? t('overview.none') : t('overview.days', { value: daysSince }),
          },
        ]}
      />
      <p className="text-std-16B-170">{t('overview.total', { total: rows.length })}</p>
    </>
  );
}

function Visits({
  row,
  mode,
  year,
  count,
}: {
  readonly row: TownRow;
  readonly mode: 'ON_SITE' | 'ONLINE';
  readonly year: CoverageData['year'];
  readonly count: number;
}) {
  const { t } = useTranslation();
  const said = t('overview.times', { value: count });
  if (count === 0) return said;
  return (
    <Link
      to={`/visits?view=made&from=${year.from}&to=${year.to}&town=${row.municipalityId}&mode=${mode}`}
      className="link"
    >
      {said}
    </Link>
  );
}
