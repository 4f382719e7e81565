import { graphql, type ResultOf } from '../../gql/graphql';
import { Change } from './answers.documents';

/** What going back to an older version would do today. */
export const RestorationDocument = graphql(
  `
    query PlanRestoration($id: ID!) {
      planRestoration(publicationId: $id) {
        publicationId
        version
        latest
        changes {
          ...Change
        }
        keptBack {
          change {
            ...Change
          }
          sentence {
            ja
            en
          }
        }
      }
    }
  `,
  [Change],
);

export type RestorationRow = ResultOf<typeof RestorationDocument>['planRestoration'];

export const RestoreDocument = graphql(`
  mutation RestorePublication($id: ID!, $latest: Int!) {
    restorePublication(publicationId: $id, latest: $latest) {
      id
      version
    }
  }
`);
