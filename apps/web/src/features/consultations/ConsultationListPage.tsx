import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { type Column, Table } from '../../ui/Table';
import { Tabs } from '../../ui/Tabs';
import { ConsultationStatusText, DueText } from './ConsultationStatus';
import {
  type ConsultationFilter,
  ConsultationListDocument,
  type ConsultationLineRow,
} from './consultations.documents';

const FILTERS = {
  waiting: { statuses: ['OPEN', 'ASSIGNED'] },
  escalated: { statuses: ['OPEN', 'ASSIGNED'], escalated: true },
  answered: { statuses: ['ANSWERED'] },
  ended: { statuses: ['CLOSED', 'TURNED_INTO_REQUEST', 'WITHDRAWN'] },
  all: {},
} as const satisfies Record<string, { statuses?: readonly string[]; escalated?: boolean }>;

export type ConsultationView = keyof typeof FILTERS;

interface Props {
  readonly lead: ReactNode;
  /** The way to what lies beside it. */
  readonly tabs?: ReactNode;
  readonly views: readonly [ConsultationView, ...ConsultationView[]];
  readonly withTown: boolean;
  /** What to do while there is nothing. */
  readonly start?: ReactNode;
  readonly empty: string;
}

export function ConsultationListPage({ lead, tabs, views, withTown, start, empty }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const view = views.find((name) => name === search.get('view')) ?? views[0];
  const filter: ConsultationFilter = { ...FILTERS[view], statuses: statusesOf(view) };
  const list = useLoad(ConsultationListDocument, { ...usePage(), filter }, { about: ['Consultation'] });
  return (
    <Page title={t('consultations.title')} lead={lead}>
      {tabs}
      <div className="flex flex-col gap-6">
        {start}
        <Tabs
          label={t('consultations.views.label')}
          tabs={views.map((name) => ({
            to: `?view=${name}`,
            label: t(`consultations.views.${name}`),
            current: name === view,
          }))}
        />
        <Loaded of={list}>
          {({ consultations: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{view === 'all' || view === 'waiting' ? empty : t('consultations.emptyView')}</Empty>
            ) : (
              <>
                <ConsultationTable rows={edges.map(({ node }) => node)} withTown={withTown} />
                <Pager total={totalCount} pageInfo={pageInfo} />
                <ExportMenu list="CONSULTATIONS" filter={filter} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function statusesOf(view: ConsultationView): ConsultationFilter['statuses'] {
  const filter = FILTERS[view];
  return 'statuses' in filter ? [...filter.statuses] : null;
}

function ConsultationTable({
  rows,
  withTown,
}: Pick<Props, 'withTown'> & { readonly rows: readonly ConsultationLineRow[] }) {
  const { t } = useTranslation();
  const town: Column<ConsultationLineRow> = {
    key: 'town',
    title: t('consultations.town'),
    nowrap: true,
    cell: (row) => <Name of={row.municipality} />,
  };
  return (
    <Table
      caption={t('consultations.caption')}
      rows={rows}
      keyOf={(row) => row.id}
      cards
      columns={[
        {
          key: 'question',
          title: t('consultations.question'),
          heads: true,
          cell: (row) => (
            <span className="line-clamp-2">
              <Link to={`/consultations/${row.id}`} className="link">
                <AsWritten>{row.question}</AsWritten>
              </Link>
            </span>
          ),
        },
        {
          key: 'due',
          title: t('consultations.due'),
          nowrap: true,
          cell: (row) => <DueText row={row} short />,
        },
        ...(withTown ? [town] : []),
        {
          key: 'status',
          title: t('consultations.state'),
          cell: (row) => <ConsultationStatusText status={row.status} />,
        },
        {
          key: 'specialist',
          title: t('consultations.specialist'),
          nowrap: true,
          cell: (row) => (row.specialist ? <Name of={row.specialist} /> : t('consultations.nobody')),
        },
        {
          key: 'theme',
          title: t('consultations.theme'),
          cell: (row) => (row.theme ? nameOf(row.theme) : t('consultations.noTheme')),
        },
        { key: 'number', title: t('consultations.number'), nowrap: true, cell: (row) => row.number },
      ]}
    />
  );
}
