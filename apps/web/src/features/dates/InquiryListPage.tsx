import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { InquiryListDocument, type InquiryRow } from './dates.documents';
import { InquiryStatusText } from './InquiryWords';

const OPEN = ['OPEN', 'ANSWERED'] as const;

/** What towns are being asked, the next deadline first; by wish also what is over. */
export function InquiryListPage({
  tabs,
  withTown,
}: {
  readonly tabs?: ReactNode;
  readonly withTown: boolean;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const all = search.get('view') === 'all';
  const page = usePage();
  const load = useLoad(
    InquiryListDocument,
    { ...page, filter: all ? null : { statuses: [...OPEN] } },
    { about: ['DateInquiry'] },
  );
  return (
    <Page title={t('dates.title')} lead={<p>{t(withTown ? 'dates.hubLead' : 'dates.townLead')}</p>}>
      {tabs}
      <p className="no-print">
        <Link to={all ? '?' : '?view=all'} className="link">
          {t(all ? 'dates.onlyOpen' : 'dates.alsoOver')}
        </Link>
      </p>
      <Loaded of={load}>
        {({ dateInquiries: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t(withTown ? 'dates.emptyHub' : 'dates.emptyTown')}</Empty>
          ) : (
            <>
              <InquiryTable rows={edges.map(({ node }) => node)} withTown={withTown} />
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function InquiryTable({
  rows,
  withTown,
}: {
  readonly rows: readonly InquiryRow[];
  readonly withTown: boolean;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <Table
      caption={t('dates.caption')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'request',
          title: t('schedule.field.request'),
          heads: true,
          cell: ({ id, supportRequest }: InquiryRow) => (
            <Link to={`/dates/${id}`} className="link">
              <AsWritten>{supportRequest?.title ?? ''}</AsWritten>
            </Link>
          ),
        },
        withTown && {
          key: 'town',
          title: t('schedule.field.town'),
          cell: ({ municipality }: InquiryRow) => <Name of={municipality} />,
        },
        { key: 'way', title: t('dates.way'), cell: ({ way }: InquiryRow) => t(`dates.wayShort.${way}`) },
        {
          key: 'status',
          title: t('schedule.field.status'),
          cell: ({ status, answers, way }: InquiryRow) => (
            <>
              <InquiryStatusText status={status} />
              {way === 'GRID' && answers.length > 0 && (
                <span className="block text-dns-14N-130">
                  {t('dates.answered', { count: answers.length })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'due',
          title: t('dates.due'),
          nowrap: true,
          cell: ({ dueOn, status }: InquiryRow) => (
            <>
              {shortDate(dueOn)}
              {status === 'OPEN' && dueOn === today && (
                <strong className="ml-2">{t('dates.dueToday')}</strong>
              )}
            </>
          ),
        },
      ].filter((column) => column !== false)}
    />
  );
}

/** What the town of a request was asked; `ask`: the way to ask anew. */
export function RequestDates({ requestId, ask }: { readonly requestId: string; readonly ask?: ReactNode }) {
  const { t } = useTranslation();
  const load = useLoad(
    InquiryListDocument,
    { first: 20, after: null, filter: { supportRequestId: requestId } },
    { about: ['DateInquiry'] },
  );
  const rows = load.data?.dateInquiries.edges.map(({ node }) => node) ?? [];
  const isAsked = rows.some(({ status }) => OPEN.some((one) => one === status));
  return (
    <Section title={t('dates.title')} id="dates">
      <Loaded of={load}>
        {() =>
          rows.length === 0 ? (
            <p>{t(ask ? 'dates.noneYetHub' : 'dates.noneYet')}</p>
          ) : (
            <InquiryTable rows={rows} withTown={false} />
          )
        }
      </Loaded>
      {load.data && !isAsked && ask}
    </Section>
  );
}
