import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate, shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Pager } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { type WaitRow, WaitRowsDocument } from './overview.documents';
import { RowsPage } from './RowsPage';
import { useYear } from './use-year';

const SIZES = ['SMALL', 'MIDDLE', 'LARGE'] as const;
const WAITS = ['CONTACT', 'VISIT'] as const;
const STATES = ['MET', 'WAITING', 'ENDED'] as const;
const ROWS = 100;

/** The requests behind the waits. */
export function WaitRowsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { year: fiscalYear } = useYear();
  const filter = {
    size: SIZES.find((one) => one === search.get('size')) ?? null,
    wait: WAITS.find((one) => one === search.get('wait')) ?? null,
    state: STATES.find((one) => one === search.get('state')) ?? null,
  };
  const load = useLoad(
    WaitRowsDocument,
    { fiscalYear, ...filter, first: ROWS, after: search.get('after') },
    { about: ['SupportRequest', 'Visit'] },
  );
  return (
    <RowsPage
      title={t('overview.waits.tableTitle')}
      definition={t('overview.waits.definition')}
      choices={[
        SIZES.map((value) => ({ name: 'size', value, label: t(`overview.size.${value}`) })),
        WAITS.map((value) => ({ name: 'wait', value, label: t(`overview.waits.short.${value}`) })),
        STATES.map((value) => ({ name: 'state', value, label: t(`overview.waits.states.${value}`) })),
      ]}
      list="OVERVIEW_WAITS"
      filter={{ fiscalYear, ...filter }}
    >
      <Loaded of={load}>
        {({ requestWaits: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t('overview.effects.empty')}</Empty>
          ) : (
            <>
              <Waits rows={edges.map(({ node }) => node)} />
              <p className="text-std-16B-170">{t('overview.total', { total: totalCount })}</p>
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </RowsPage>
  );
}

function Waits({ rows }: { readonly rows: readonly WaitRow[] }) {
  const { t } = useTranslation();
  const when = (on: string | null, days: number | null, state: WaitRow['visitState']): string =>
    on === null || days === null
      ? t(`overview.waits.states.${state}`)
      : t('overview.waits.dated', { date: shortDate(on), days });
  return (
    <Table
      caption={t('overview.waits.tableCaption')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'request',
          title: t('overview.waits.request'),
          heads: true,
          cell: ({ id, number, title }) => (
            <Link to={`/requests/${id}`} className="link">
              {number} <AsWritten>{title}</AsWritten>
            </Link>
          ),
        },
        {
          key: 'town',
          title: t('overview.waits.town'),
          nowrap: true,
          cell: ({ municipality }) => municipality && nameOf(municipality),
        },
        {
          key: 'size',
          title: t('overview.waits.size'),
          nowrap: true,
          cell: ({ size }) => t(`overview.size.${size}`),
        },
        {
          key: 'status',
          title: t('overview.waits.status'),
          nowrap: true,
          cell: ({ status }) => t(`requests.status.${status}`),
        },
        {
          key: 'received',
          title: t('overview.waits.receivedOn'),
          nowrap: true,
          cell: ({ receivedOn }) => calendarDate(receivedOn),
        },
        {
          key: 'contact',
          title: t('overview.waits.contact'),
          nowrap: true,
          cell: (row) => when(row.contactOn, row.contactDays, row.contactState),
        },
        {
          key: 'visit',
          title: t('overview.waits.visit'),
          nowrap: true,
          cell: (row) => when(row.visitOn, row.visitDays, row.visitState),
        },
      ]}
    />
  );
}
