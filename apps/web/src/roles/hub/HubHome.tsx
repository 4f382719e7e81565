import { useTranslation } from 'react-i18next';
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
    claims: travelClaims(first: 1, filter: { statuses: [SUBMITTED] }) {
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

/** Counts that are links: each number leads to its rows. */
export function HubHome() {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const home = useLoad(
    HubHomeDocument,
    { today },
    { about: ['SupportRequest', 'Consultation', 'Visit', 'PlanningRun', 'Agreement', 'TravelClaim'] },
  );
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
                  to: '/engagements/travel-claims?status=SUBMITTED',
                  label: t('roles.hub.claims'),
                  count: counts.claims.totalCount,
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
