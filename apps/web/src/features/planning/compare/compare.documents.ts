import { graphql, type ResultOf } from '../../../gql/graphql';
import { Change, PriceParts } from '../answers.documents';

/** Every plan that could stand beside another. */
export const RunsToCompareDocument = graphql(`
  query RunsToCompare($first: Int) {
    planningRuns(first: $first) {
      edges {
        node {
          id
          number
          fromOn
          toOn
          status
          requestedAt
          progress {
            placed
            unplaced
          }
          publication {
            id
            publishedAt
          }
        }
      }
    }
  }
`);

export type ComparableRun = ResultOf<typeof RunsToCompareDocument>['planningRuns']['edges'][number]['node'];

export const CompareDocument = graphql(
  `
    query ComparePlans($beforeRunId: ID!, $afterRunId: ID!) {
      comparePlanningRuns(beforeRunId: $beforeRunId, afterRunId: $afterRunId) {
        beforeRunId
        afterRunId
        unchanged
        changes {
          ...Change
        }
        price {
          ...PriceParts
        }
      }
    }
  `,
  [Change, PriceParts],
);

export type Comparison = ResultOf<typeof CompareDocument>['comparePlanningRuns'];
export type PlanChange = Comparison['changes'][number];

/** How many visits of a period are in the published plan today. */
export const PublishedCountDocument = graphql(`
  query PublishedVisitCount($from: LocalDate!, $to: LocalDate!) {
    visits(first: 1, filter: { from: $from, to: $to, statuses: [PUBLISHED, CONFIRMED] }) {
      totalCount
    }
  }
`);
