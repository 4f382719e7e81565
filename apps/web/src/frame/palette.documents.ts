import { graphql } from '../gql/graphql';

/** The search of everything, as short as a line. */
export const PaletteHitsDocument = graphql(`
  query PaletteHits($words: String!) {
    search(words: $words, only: null) {
      kind
      hits {
        id
        number
        title {
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
