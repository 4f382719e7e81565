import { graphql, type ResultOf } from '../../gql/graphql';

const Known = graphql(`
  fragment Known on TownProfile {
    municipalityId
    version
    itStaff
    isOnePerson
    busy {
      from
      to
      label
    }
    setAt
    setByName
  }
`);

export const TownListDocument = graphql(
  `
    query TownList(
      $prefectureId: ID!
      $first: Int
      $after: String
      $search: String
      $sortBy: MunicipalitySort
      $descending: Boolean
    ) {
      municipalities(
        prefectureId: $prefectureId
        first: $first
        after: $after
        search: $search
        sortBy: $sortBy
        descending: $descending
      ) {
        edges {
          node {
            id
            name
            nameEn
            kana
            townProfile {
              ...Known
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
  `,
  [Known],
);

export type TownRow = ResultOf<typeof TownListDocument>['municipalities']['edges'][number]['node'];

export const TownDocument = graphql(
  `
    query TownFacts($id: ID!) {
      municipality(id: $id) {
        id
        name
        nameEn
        townProfile {
          ...Known
        }
      }
    }
  `,
  [Known],
);

export type Town = ResultOf<typeof TownDocument>['municipality'];
export type BusyPeriod = NonNullable<Town['townProfile']>['busy'][number];

export const SetTownProfileDocument = graphql(
  `
    mutation SetTownProfile($input: TownProfileInput!) {
      setTownProfile(input: $input) {
        ...Known
      }
    }
  `,
  [Known],
);

/** What the policy makes of it; for the hub only. */
export const TownPricesDocument = graphql(`
  query TownPrices {
    planningPolicy {
      version
      tiers
      weights {
        id
        points
      }
    }
  }
`);

/** Visits that somebody has published for a town. */
export const TownVisitsDocument = graphql(`
  query TownVisits($municipalityId: ID!, $from: LocalDate!) {
    visits(
      first: 100
      filter: { municipalityId: $municipalityId, from: $from, statuses: [PUBLISHED, CONFIRMED] }
    ) {
      edges {
        node {
          id
          startsAt
          endsAt
          supportRequest {
            id
            title
          }
        }
      }
    }
  }
`);
