import { type FragmentOf, graphql } from '../../gql/graphql';

export const RunLine = graphql(`
  fragment RunLine on PlanningRun {
    id
    number
    name
    byHand
    fromOn
    toOn
    seed
    iterations
    status
    failure
    requestedByName
    requestedAt
    startedAt
    finishedAt
    limitMinutes
    viewerActions
    progress {
      stage
      iterations
      placed
      unplaced
      travelMinutes
      longestWaitDays
      tiers
      first {
        unplaced
        travelMinutes
      }
      gap {
        provenTiers
        tier
        total
      }
    }
    movePublished
    stoppedAtIterations
    stopAsked
    publicationOrder {
      id
      status
      dueAt
      refusal {
        ja
        en
      }
    }
    findings {
      ruleId
      fatal
      sentence {
        ja
        en
      }
    }
    publication {
      id
      version
      visits
      moved
      cancelled
      publishedByName
      publishedAt
    }
  }
`);

export type RunLineRow = FragmentOf<typeof RunLine>;
export type RunStatus = RunLineRow['status'];

export const RunListDocument = graphql(
  `
    query RunList($first: Int, $after: String) {
      planningRuns(first: $first, after: $after) {
        edges {
          node {
            ...RunLine
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
  [RunLine],
);

const Proposed = graphql(`
  fragment Proposed on ProposedVisit {
    id
    version
    visitNo
    mode
    startsAt
    endsAt
    travelBeforeMinutes
    nightBefore
    nightAfter
    pinned
    edited
    adopted
    replaces {
      mode
      nightBefore
      nightAfter
      startsAt
      endsAt
      specialist {
        id
        name
        nameEn
      }
    }
    supportRequest {
      id
      title
    }
    municipality {
      id
      name
      nameEn
    }
    specialist {
      id
      name
      nameEn
    }
  }
`);

export type ProposedRow = FragmentOf<typeof Proposed>;

export const RunFull = graphql(
  `
    fragment RunFull on PlanningRun {
      ...RunLine
      score {
        gap {
          provenTiers
          tier
          total
        }
        tiers {
          rules
          points
          lowerBound
        }
        parts {
          ruleId
          points
          label {
            ja
            en
          }
        }
      }
      proposedVisits {
        ...Proposed
      }
      unplacedVisits {
        supportRequestId
        visitNo
        replacesVisitId
        replaces {
          mode
          nightBefore
          nightAfter
          startsAt
          endsAt
          specialist {
            id
            name
            nameEn
          }
        }
        supportRequest {
          id
          title
          municipality {
            id
            name
            nameEn
          }
        }
        reasons {
          ruleId
          count
          sentence {
            ja
            en
          }
        }
      }
    }
  `,
  [RunLine, Proposed],
);

export type RunRow = FragmentOf<typeof RunFull>;

export const RunDocument = graphql(
  `
    query PlanningRun($id: ID!) {
      planningRun(id: $id) {
        ...RunFull
      }
    }
  `,
  [RunFull],
);

/** Asked again every second while a run is open: little, and only what moves. */
export const RunProgressDocument = graphql(
  `
    query RunProgress($id: ID!) {
      planningRun(id: $id) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const RequestRunDocument = graphql(
  `
    mutation RequestPlanningRun($input: PlanningRunInput!) {
      requestPlanningRun(input: $input) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const StopRunDocument = graphql(
  `
    mutation StopPlanningRun($id: ID!) {
      stopPlanningRun(id: $id) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const CancelRunDocument = graphql(
  `
    mutation CancelPlanningRun($id: ID!) {
      cancelPlanningRun(id: $id) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const DiscardRunDocument = graphql(
  `
    mutation DiscardPlanningRun($id: ID!) {
      discardPlanningRun(id: $id) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const NameRunDocument = graphql(
  `
    mutation NamePlanningRun($id: ID!, $name: String!) {
      namePlanningRun(id: $id, name: $name) {
        ...RunLine
      }
    }
  `,
  [RunLine],
);

export const PinProposedDocument = graphql(
  `
    mutation PinProposed($id: ID!, $pinned: Boolean!) {
      pinProposedVisit(id: $id, pinned: $pinned) {
        ...Proposed
      }
    }
  `,
  [Proposed],
);

export const PublicationListDocument = graphql(`
  query Publications($first: Int) {
    planPublications(first: $first) {
      edges {
        node {
          id
          runId
          version
          cause
          restores
          visits
          moved
          cancelled
          publishedByName
          publishedAt
        }
      }
      totalCount
    }
  }
`);

export const ClosuresDocument = graphql(`
  query PlanClosures($from: LocalDate!, $to: LocalDate!) {
    officeClosures(from: $from, to: $to) {
      date
    }
  }
`);
