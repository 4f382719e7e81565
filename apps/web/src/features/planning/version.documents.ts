import { graphql, type ResultOf } from '../../gql/graphql';
import { Change } from './answers.documents';

/** One published version, and what it made of each visit. */
export const VersionDocument = graphql(
  `
    query PlanVersion($id: ID!) {
      planPublication(publicationId: $id) {
        publication {
          id
          version
          cause
          restores
          runId
          publishedByName
          publishedAt
        }
        changes {
          ...Change
        }
      }
    }
  `,
  [Change],
);

export type VersionRow = ResultOf<typeof VersionDocument>['planPublication'];
export type VersionChange = NonNullable<VersionRow['changes']>[number];
