import { useTranslation } from 'react-i18next';
import { VisitsToAnswer } from '../../features/schedule/answers/VisitsToAnswer';
import { graphql } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { useDailyWork, useSession } from '../../session';
import { Actions, LinkButton } from '../../ui/Button';
import { CountLinks } from '../../ui/CountLinks';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';

const HubHomeDocument = graphql(`
  query HubHome($today: LocalDate!) {
    intake: supportRequests(first: 1, filter: { statuses: [AWAITING_INTAKE] }) {
      totalCount
    }
    triage: supportRequests(first: 1, filter: { statuses: [IN_TRIAGE] }) {
      totalCount
    }
    selecting: supportRequests(first: 1, filter: { statuses: [SELECTING] }) {
      totalCount
    }
    approving: supportRequests(first: 1, filter: { statuses: [PREFECTURE_APPROVAL] }) {
      totalCount
    }
    scheduling: supportRequests(first: 1, filter: { statuses: [SCHEDULING] }) {
      totalCount
    }
    late: consultations(first: 1, filter: { statuses: [OPEN, ASSIGNED], escalated: true }) {
      totalCount
    }
    unconfirmed: visits(first: 1, filter: { from: $today, statuses: [PUBLISHED] }) {
      totalCount
    }
    asking: dateInquiries(first: 1, filter: { statuses: [OPEN, ANSWERED] }) {
      totalCount
    }
    agreementsDue(first: 1) {
      totalCount
    }
    planningRuns(first: 20) {
      edges {
        node {
          id
          status
        }
      }
    }
  }
`);

/** A document of its own: one may call ten operations at most. */
const HubReportsDocument = graphql(`
  query HubReports {
    reportTasks {
      kind
      overdue
    }
    claims: travelClaims(first: 1, filter: { statuses: [SUBMITTED] }) {
      totalCount
    }
    caseReports(first: 1, filter: { statuses: [IN_APPROVAL] }) {
      totalCount
    }
  }
`);

/** Counts that are links: each number leads to its rows. */
export function HubHome() {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const home = useLoad(
    HubHomeDocument,
    { today },
    {
      about: [
        'SupportRequest',
        'Consultation',
        'Visit',
        'PlanningRun',
        'Agreement',
        'DateInquiry',
        'ReportTask',
        'CaseReport',
      ],
    },
  );
  const reports = useLoad(
    HubReportsDocument,
    {},
    { about: ['ReportTask', 'CaseReport', 'VisitReport', 'Visit', 'SupportRequest', 'TravelClaim'] },
  );
  const tasks = reports.data?.reportTasks ?? [];
  return (
    <Page title={t('roles.hub.home')}>
      <Section title={t('roles.hub.todo')} id="todo">
        <Loaded of={home}>
          {(counts) => (
            <CountLinks
              label={t('roles.hub.todo')}
              links={[
                {
                  to: '/inbox?view=intake&status=AWAITING_INTAKE',
                  label: t('roles.hub.intake'),
                  count: counts.intake.totalCount,
                },
                {
                  to: '/inbox?view=intake&status=IN_TRIAGE',
                  label: t('roles.hub.triage'),
                  count: counts.triage.totalCount,
                },
                {
                  to: '/consultations?view=escalated',
                  label: t('roles.hub.lateQuestions'),
                  count: counts.late.totalCount,
                },
                {
                  to: '/inbox?view=selection&status=SELECTING',
                  label: t('roles.hub.selecting'),
                  count: counts.selecting.totalCount,
                },
                {
                  to: '/inbox?view=selection&status=PREFECTURE_APPROVAL',
                  label: t('roles.hub.approving'),
                  count: counts.approving.totalCount,
                },
                {
                  to: '/inbox?view=scheduling&status=SCHEDULING',
                  label: t('roles.hub.scheduling'),
                  count: counts.scheduling.totalCount,
                },
                {
                  to: '/plans',
                  label: t('roles.hub.proposals'),
                  note: t('roles.hub.proposalsNote'),
                  count: counts.planningRuns.edges.filter(({ node }) => node.status === 'PROPOSED').length,
                },
                {
                  to: '/visits?status=PUBLISHED',
                  label: t('roles.hub.unconfirmed'),
                  note: t('roles.hub.unconfirmedNote'),
                  count: counts.unconfirmed.totalCount,
                },
                {
                  to: '/dates',
                  label: t('roles.hub.asking'),
                  note: t('roles.hub.askingNote'),
                  count: counts.asking.totalCount,
                },
                {
                  to: '/reports',
                  label: t('roles.hub.reports'),
                  note: t('roles.hub.reportsLate', {
                    count: tasks.filter(({ overdue }) => overdue).length,
                  }),
                  count: reports.data ? tasks.length : null,
                },
                {
                  to: '/reports?view=cases',
                  label: t('roles.hub.caseReports'),
                  count: reports.data?.caseReports.totalCount ?? null,
                },
                {
                  to: '/engagements/travel-claims?status=SUBMITTED',
                  label: t('roles.hub.claims'),
                  count: reports.data?.claims.totalCount ?? null,
                },
                {
                  to: '/engagements/agreements?view=due',
                  label: t('roles.hub.agreementsDue'),
                  note: t('roles.hub.agreementsDueNote'),
                  count: counts.agreementsDue.totalCount,
                },
              ]}
            />
          )}
        </Loaded>
      </Section>
      <VisitsToAnswer />
      {worksDaily && (
        <Section title={t('roles.hub.write')} id="write">
          <Actions>
            <LinkButton to="/requests/new">{t('roles.hub.writeRequest')}</LinkButton>
            <LinkButton to="/consultations/new">{t('roles.hub.writeQuestion')}</LinkButton>
          </Actions>
        </Section>
      )}
    </Page>
  );
}
