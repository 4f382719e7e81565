import { graphql, type ResultOf } from '../../../gql/graphql';
import { VisitLine } from '../visits.documents';

/** What is said of a visit on the way to it: more than a list needs. */
export const MyScheduleDocument = graphql(
  `
    query MySchedule($from: LocalDate!) {
      visits(first: 100, filter: { from: $from, statuses: [PUBLISHED, CONFIRMED, DONE] }) {
        edges {
          node {
            ...VisitLine
            reportDueOn
            supportRequest {
              id
              contactSection
            }
          }
        }
      }
    }
  `,
  [VisitLine],
);

export type MyVisit = ResultOf<typeof MyScheduleDocument>['visits']['edges'][number]['node'];
