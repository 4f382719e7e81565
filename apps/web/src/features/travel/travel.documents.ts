import { type FragmentOf, graphql } from '../../gql/graphql';

export const PlacesDocument = graphql(`
  query Places {
    places {
      id
      name
      nameEn
    }
  }
`);

const Time = graphql(`
  fragment TravelLine on TravelTime {
    version
    fromId
    toId
    toName
    toNameEn
    minutes
    estimatedMinutes
    roadKm
    mode
    note
    source
  }
`);

export type TravelRow = FragmentOf<typeof Time>;

export const TravelTimesDocument = graphql(
  `
    query TravelTimes($fromId: ID!) {
      travelTimes(fromId: $fromId) {
        ...TravelLine
      }
    }
  `,
  [Time],
);

export const SetTravelTimeDocument = graphql(
  `
    mutation SetTravelTime($input: TravelTimeInput!) {
      setTravelTime(input: $input) {
        ...TravelLine
      }
    }
  `,
  [Time],
);

export const ClearTravelTimeDocument = graphql(
  `
    mutation ClearTravelTime($fromId: ID!, $toId: ID!, $seen: ID!) {
      clearTravelTime(fromId: $fromId, toId: $toId, seen: $seen) {
        ...TravelLine
      }
    }
  `,
  [Time],
);
