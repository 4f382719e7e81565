import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

export const HistoryDocument = graphql(`
  query History($recordType: HistoryRecord!, $id: ID!, $first: Int, $after: String) {
    history(recordType: $recordType, id: $id, first: $first, after: $after) {
      edges {
        node {
          id
          at
          actorRole
          actorName
          kind
          table
          changes {
            field
            before
            after
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type HistoryRecord = VariablesOf<typeof HistoryDocument>['recordType'];
export type HistoryLine = ResultOf<typeof HistoryDocument>['history']['edges'][number]['node'];

export const ExportHistoryDocument = graphql(`
  mutation ExportHistory($recordType: HistoryRecord!, $id: ID!) {
    exportHistory(recordType: $recordType, id: $id) {
      name
      content
    }
  }
`);
