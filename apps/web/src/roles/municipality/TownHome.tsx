import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TaskSection } from '../../features/reports/Tasks';
import { NextVisits } from '../../features/schedule/RequestVisits';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { useDailyWork, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, LinkButton } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';

const TownHomeDocument = graphql(`
  query TownHome {
    supportRequests(first: 50, filter: { statuses: [DRAFT, IN_APPROVAL, TOWN_REVIEW] }) {
      edges {
        node {
          id
          title
          status
        }
      }
    }
    dateInquiries(first: 50, filter: { statuses: [OPEN] }) {
      edges {
        node {
          id
          dueOn
          supportRequest {
            id
            title
          }
        }
      }
    }
    reportTasks {
      subjectId
    }
    consultations(first: 50, filter: { statuses: [ANSWERED] }) {
      edges {
        node {
          id
          number
          question
        }
      }
    }
  }
`);

type Home = ResultOf<typeof TownHomeDocument>;

/** あなたの番: what waits for this town, then the next visits. */
export function TownHome() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const home = useLoad(
    TownHomeDocument,
    {},
    {
      about: ['SupportRequest', 'Consultation', 'DateInquiry', 'ReportTask', 'VisitReport', 'Visit'],
    },
  );
  return (
    <Page title={t('roles.town.home')}>
      <Actions>
        {worksDaily && (
          <>
            <LinkButton to="/requests/new" look="primary">
              {t('requests.new')}
            </LinkButton>
            <LinkButton to="/consultations/new">{t('requests.askInstead')}</LinkButton>
          </>
        )}
        <LinkButton to="/town">{t('towns.ownLink')}</LinkButton>
        <LinkButton to="/cases">{t('reports.library.link')}</LinkButton>
      </Actions>
      <Section title={t('roles.town.turn')} id="turn">
        <Loaded of={home}>{(data) => <Turn home={data} />}</Loaded>
      </Section>
      <TaskSection title={t('reports.tasks.turn')} />
      <NextVisits />
    </Page>
  );
}

/** Whose turn it is in the town. */
const TURN_OF = { DRAFT: 'REQUESTER', IN_APPROVAL: 'APPROVER', TOWN_REVIEW: 'REQUESTER' } as const;

const TASKS = {
  DRAFT: 'roles.town.turnDraft',
  IN_APPROVAL: 'roles.town.turnApproval',
  TOWN_REVIEW: 'roles.town.turnRank',
} as const;

function Turn({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const tasks = [
    ...home.supportRequests.edges.flatMap(({ node }) =>
      (node.status === 'DRAFT' || node.status === 'IN_APPROVAL' || node.status === 'TOWN_REVIEW') &&
      duties.includes(TURN_OF[node.status])
        ? [
            {
              to: `/requests/${node.id}`,
              what: t(TASKS[node.status]),
              subject: node.title || t('requests.untitled'),
            },
          ]
        : [],
    ),
    ...(duties.includes('REQUESTER') ? home.dateInquiries.edges : []).map(({ node }) => ({
      to: `/dates/${node.id}`,
      what: t('roles.town.turnDates', { date: shortDate(node.dueOn) }),
      subject: node.supportRequest?.title ?? '',
    })),
    ...(duties.includes('REQUESTER') ? home.consultations.edges : []).map(({ node }) => ({
      to: `/consultations/${node.id}`,
      what: t('roles.town.turnAnswer'),
      subject: node.question,
    })),
  ];
  // Reports have a list of their own below.
  const below = home.reportTasks.length;
  if (tasks.length === 0)
    return (
      <Empty>{below > 0 ? t('roles.town.turnBelow', { count: below }) : t('roles.town.turnEmpty')}</Empty>
    );
  return (
    <Table
      caption={t('roles.town.turnCaption')}
      rows={tasks}
      keyOf={({ to }) => to}
      cards
      columns={[
        {
          key: 'subject',
          title: t('roles.town.subject'),
          heads: true,
          cell: ({ to, subject }) => (
            <span className="line-clamp-2">
              <Link to={to} className="link">
                <AsWritten>{subject}</AsWritten>
              </Link>
            </span>
          ),
        },
        { key: 'what', title: t('roles.town.what'), cell: ({ what }) => what },
      ]}
    />
  );
}
