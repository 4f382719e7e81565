import { graphql, type ResultOf } from '../../gql/graphql';

export const SearchDocument = graphql(`
  query Search($words: String!, $only: SearchKind) {
    search(words: $words, only: $only) {
      kind
      more
      hits {
        id
        number
        status
        title {
          before
          hit
          after
        }
        text {
          before
          hit
          after
        }
        municipality {
          name
          nameEn
        }
      }
    }
  }
`);

export type SearchGroup = ResultOf<typeof SearchDocument>['search'][number];
export type SearchHit = SearchGroup['hits'][number];
export type SearchKind = SearchGroup['kind'];
