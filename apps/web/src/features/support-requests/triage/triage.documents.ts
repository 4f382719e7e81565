import { graphql, type ResultOf } from '../../../gql/graphql';
import { RequestFull, RequestLine } from '../requests.documents';

/** Everything that waits for the hub's word; who has waited longest comes first. */
export const TriageListDocument = graphql(
  `
    query TriageList {
      supportRequests(first: 100, filter: { statuses: [AWAITING_INTAKE, IN_TRIAGE], oldestFirst: true }) {
        edges {
          node {
            ...RequestLine
            asked
          }
        }
        totalCount
      }
    }
  `,
  [RequestLine],
);

export type TriageLine = ResultOf<typeof TriageListDocument>['supportRequests']['edges'][number]['node'];

/** What the hub should know of a town before it decides. */
export const TownBeforeDocument = graphql(
  `
    query TownBefore($municipalityId: ID!) {
      municipality(id: $municipalityId) {
        id
        kind
        population
        townProfile {
          municipalityId
          itStaff
          isOnePerson
        }
      }
      supportRequests(first: 20, filter: { municipalityId: $municipalityId }) {
        edges {
          node {
            ...RequestLine
          }
        }
        totalCount
      }
    }
  `,
  [RequestLine],
);

export const TopCandidatesDocument = graphql(`
  query TopCandidates($id: ID!, $municipalityId: ID!) {
    candidateRanking(supportRequestId: $id) {
      candidates {
        score
        mode
        parts {
          id
          points
          max
        }
        firstSlot {
          startsAt
          endsAt
        }
        specialist {
          id
          name
          nameEn
          baseId
          monthlyDays
          base {
            id
            name
            nameEn
          }
        }
      }
    }
    travelTimes(fromId: $municipalityId) {
      toId
      minutes
    }
  }
`);

export type TopCandidate = ResultOf<typeof TopCandidatesDocument>['candidateRanking']['candidates'][number];

/** The days of this month that somebody has given already. */
export const DaysGivenDocument = graphql(`
  query DaysGiven($filter: VisitFilter!) {
    visits(first: 100, filter: $filter) {
      edges {
        node {
          id
          startsAt
        }
      }
    }
  }
`);

export const AskTownDocument = graphql(
  `
    mutation AskTown($id: ID!, $question: TownQuestion!, $words: String!) {
      askTownAboutRequest(id: $id, question: $question, words: $words) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);
