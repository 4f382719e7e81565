import { graphql, type ResultOf } from '../../gql/graphql';

const PlacementLine = graphql(`
  fragment PlacementLine on Placement {
    id
    specialistId
    municipalityId
    post
    weekly
    status
    startsOn
    endsOn
    sharePercent
    specialist {
      id
      name
      nameEn
    }
    municipality {
      id
      name
      nameEn
    }
    missingTraining {
      code
      name
      nameEn
    }
    obstacles
  }
`);

export const PlacementsDocument = graphql(
  `
    query Placements($statuses: [PlacementStatus!]) {
      placements(first: 100, filter: { statuses: $statuses }) {
        edges {
          node {
            ...PlacementLine
          }
        }
        totalCount
      }
    }
  `,
  [PlacementLine],
);
export type PlacementRow = ResultOf<typeof PlacementsDocument>['placements']['edges'][number]['node'];

export const PlacementDocument = graphql(
  `
    query Placement($id: ID!) {
      placement(id: $id) {
        ...PlacementLine
        viewerActions
        visitsInTheWay {
          id
          startsAt
          endsAt
          municipality {
            id
            name
            nameEn
          }
        }
        history {
          fromStatus
          toStatus
          actorName
          actorRole
          reason
          at
        }
      }
    }
  `,
  [PlacementLine],
);
export type PlacementRecord = ResultOf<typeof PlacementDocument>['placement'];

/** Whom, where and under what: for the forms of the hub. */
export const ChoicesDocument = graphql(`
  query PlacementChoices {
    specialists(first: 100, filter: { active: true }) {
      edges {
        node {
          id
          name
          nameEn
          weekly
        }
      }
      totalCount
    }
    places {
      id
      name
      nameEn
    }
    placementChoices {
      agreements {
        id
        number
        title
        startsOn
        endsOn
        municipalityIds
      }
      employers {
        id
        name
        nameEn
      }
    }
  }
`);
export type Choices = ResultOf<typeof ChoicesDocument>;

/** The towns alone: the prefectural office is a place too. */
export const townsIn = ({ places }: Choices): Choices['places'] =>
  places.filter(({ id }) => id.slice(2, 5) !== '000');

export const PlanPlacementDocument = graphql(`
  mutation PlanPlacement($input: PlacementInput!) {
    planPlacement(input: $input) {
      id
    }
  }
`);

export const StartPlacementDocument = graphql(`
  mutation StartPlacement($id: ID!) {
    startPlacement(id: $id) {
      id
      status
    }
  }
`);

export const EndPlacementDocument = graphql(`
  mutation EndPlacement($id: ID!, $on: LocalDate!, $reason: String!) {
    endPlacement(id: $id, on: $on, reason: $reason) {
      id
      status
    }
  }
`);

export const CancelPlacementDocument = graphql(`
  mutation CancelPlacement($id: ID!, $reason: String!) {
    cancelPlacement(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
