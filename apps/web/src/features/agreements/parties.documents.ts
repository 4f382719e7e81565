import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

const PartyLine = graphql(`
  fragment PartyLine on Party {
    id
    kind
    municipalityId
    name
    nameEn
    address
    version
  }
`);

export const PartyListDocument = graphql(
  `
    query PartyList($first: Int, $after: String, $filter: PartyFilter) {
      parties(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...PartyLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [PartyLine],
);

export type PartyRow = ResultOf<typeof PartyListDocument>['parties']['edges'][number]['node'];
export type PartyKind = PartyRow['kind'];

/** The towns of the prefecture, to be added by their codes. */
export const PartyTownsDocument = graphql(`
  query PartyTowns {
    places {
      id
      name
      nameEn
    }
  }
`);

export const AddPartyDocument = graphql(
  `
    mutation AddParty($input: PartyInput!) {
      addParty(input: $input) {
        ...PartyLine
      }
    }
  `,
  [PartyLine],
);

export type PartyInput = VariablesOf<typeof AddPartyDocument>['input'];

export const RevisePartyDocument = graphql(
  `
    mutation ReviseParty($id: ID!, $input: PartyRevisionInput!, $seen: ID!) {
      reviseParty(id: $id, input: $input, seen: $seen) {
        ...PartyLine
      }
    }
  `,
  [PartyLine],
);
