import { graphql } from '../../gql/graphql';

/** One may call ten operations at most: what is asked of the hub comes in two parts. */
export const HubHomeDocument = graphql(`
  query HubHome($today: LocalDate!) {
    intake: supportRequests(first: 1, filter: { statuses: [AWAITING_INTAKE, IN_TRIAGE], oldestFirst: true }) {
      totalCount
      edges {
        node {
          id
          submittedAt
          municipality {
            id
            name
            nameEn
          }
        }
      }
    }
    selecting: supportRequests(first: 1, filter: { statuses: [SELECTING], oldestFirst: true }) {
      totalCount
    }
    approving: supportRequests(first: 1, filter: { statuses: [PREFECTURE_APPROVAL], oldestFirst: true }) {
      totalCount
    }
    scheduling: supportRequests(first: 1, filter: { statuses: [SCHEDULING], oldestFirst: true }) {
      totalCount
      edges {
        node {
          id
          submittedAt
          municipality {
            id
            name
            nameEn
          }
        }
      }
    }
    questions: consultations(first: 1, filter: { statuses: [OPEN, ASSIGNED], escalated: true }) {
      totalCount
    }
    openVisitProposals(first: 1) {
      totalCount
    }
    late: visits(first: 1, filter: { from: $today, unansweredOn: $today }) {
      totalCount
    }
    gaps: visits(first: 1, filter: { gapFrom: $today }) {
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

export const HubPapersDocument = graphql(`
  query HubPapers($today: LocalDate!) {
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
    agreementsDue(first: 1) {
      totalCount
    }
    quotaUses(ended: false) {
      uses {
        used
        limit
        quota {
          id
          unit
        }
      }
    }
    asking: dateInquiries(first: 1, filter: { statuses: [OPEN, ANSWERED] }) {
      totalCount
    }
    unconfirmed: visits(first: 1, filter: { from: $today, statuses: [PUBLISHED] }) {
      totalCount
    }
    everything: supportRequests(first: 1) {
      totalCount
    }
  }
`);

/** Types whose changes concern the home page even while a list is empty. */
export const ABOUT_HOME = [
  'SupportRequest',
  'Consultation',
  'Visit',
  'VisitProposal',
  'PlanningRun',
  'Agreement',
  'DateInquiry',
  'ReportTask',
  'CaseReport',
  'VisitReport',
  'TravelClaim',
  'Quota',
];
