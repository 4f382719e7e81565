import { graphql, type ResultOf } from '../../gql/graphql';

export const TownHomeDocument = graphql(`
  query TownHome($today: LocalDate!) {
    supportRequests(first: 50, filter: { statuses: [DRAFT, IN_APPROVAL, TOWN_REVIEW] }) {
      edges {
        node {
          id
          title
          status
        }
      }
    }
    underWay: supportRequests(
      first: 4
      filter: {
        statuses: [
          AWAITING_INTAKE
          IN_TRIAGE
          SELECTING
          OFFERING
          PREFECTURE_APPROVAL
          DISPATCH_DECIDED
          SCHEDULING
          IN_SUPPORT
          AWAITING_REPORT
        ]
      }
    ) {
      edges {
        node {
          id
          number
          title
          status
        }
      }
      totalCount
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
      kind
      subjectId
      visitId
      dueOn
      overdue
      supportRequest {
        id
        title
      }
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
    visits(first: 5, filter: { from: $today, statuses: [PUBLISHED, CONFIRMED] }) {
      edges {
        node {
          id
          visitNo
          mode
          startsAt
          endsAt
          status
          viewerActions
          supportRequest {
            id
            title
          }
          specialist {
            id
            name
            nameEn
          }
        }
      }
      totalCount
    }
  }
`);

export type Home = ResultOf<typeof TownHomeDocument>;
