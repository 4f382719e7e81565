import { graphql, type ResultOf } from '../../gql/graphql';

export const Slot = graphql(`
  fragment Slot on PlannedSlot {
    mode
    nightBefore
    nightAfter
    startsAt
    endsAt
    specialistId
    specialist {
      id
      name
      nameEn
    }
  }
`);

/** What becomes of one visit. */
export const Change = graphql(
  `
    fragment Change on VisitChange {
      kind
      visitNo
      supportRequestId
      supportRequest {
        id
        title
        municipality {
          id
          name
          nameEn
        }
      }
      before {
        ...Slot
      }
      after {
        ...Slot
      }
    }
  `,
  [Slot],
);

export const PriceParts = graphql(`
  fragment PriceParts on Price {
    tiers
    parts {
      ruleId
      points
      label {
        ja
        en
      }
    }
  }
`);

/** Why a proposed visit is where it is, and what else it could be. */
export const ExplainDocument = graphql(
  `
    query ExplainProposedVisit($id: ID!) {
      explainProposedVisit(id: $id) {
        slot {
          ...Slot
        }
        price {
          ...PriceParts
        }
        alternatives {
          slot {
            ...Slot
          }
          price {
            ...PriceParts
          }
        }
      }
    }
  `,
  [Slot, PriceParts],
);

export type Explanation = ResultOf<typeof ExplainDocument>['explainProposedVisit'];

export const WhyNotDocument = graphql(`
  query WhyNotSpecialist($runId: ID!, $supportRequestId: ID!, $specialistId: ID!, $date: LocalDate) {
    whyNotSpecialist(
      runId: $runId
      supportRequestId: $supportRequestId
      specialistId: $specialistId
      date: $date
    ) {
      possible
      sentence {
        ja
        en
      }
    }
  }
`);

/** Worked out only when somebody asks: each change is really tried. */
export const NearestChangesDocument = graphql(`
  query NearestChanges($runId: ID!, $supportRequestId: ID!, $visitNo: Int!) {
    explainVisit(runId: $runId, supportRequestId: $supportRequestId, visitNo: $visitNo) {
      runId
      nearestChanges {
        kind
        sentence {
          ja
          en
        }
      }
    }
  }
`);

export const FiguresDocument = graphql(`
  query PlanFigures($runId: ID!) {
    planningFigures(runId: $runId) {
      runId
      placed
      unplaced
      loadSpread
      longestWaitDays
      meanWaitDays
      daysSpread
      townsServed
      townsLeftOut
      onePersonTowns
      onePersonTownsServed
      specialistChanges
      publishedMoved
      guidelineDaysAbove
      nights
      travelMinutes
      towns {
        municipalityId
        asked
        placed
        isOnePerson
        municipality {
          id
          name
          nameEn
        }
      }
      specialists {
        specialistId
        days
        capacity
        specialist {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export type PlanFigures = ResultOf<typeof FiguresDocument>['planningFigures'];

const Options = graphql(
  `
    fragment Options on RepairOptions {
      today {
        state
        sentence {
          ja
          en
        }
      }
      options {
        key
        kind
        towns
        travelMinutes
        price {
          ...PriceParts
        }
        unplaced {
          supportRequestId
          visitNo
          supportRequest {
            id
            title
          }
        }
        changes {
          ...Change
        }
      }
      reasons {
        ruleId
        sentence {
          ja
          en
        }
      }
    }
  `,
  [Change, PriceParts],
);

export const RepairOptionsDocument = graphql(
  `
    query AbsenceRepairOptions($specialistId: ID!, $from: LocalDate!, $to: LocalDate!) {
      absenceRepairOptions(specialistId: $specialistId, from: $from, to: $to) {
        ...Options
      }
    }
  `,
  [Options],
);

export type RepairOptions = ResultOf<typeof RepairOptionsDocument>['absenceRepairOptions'];

export const UrgentOptionsDocument = graphql(
  `
    query InsertUrgentOptions($supportRequestId: ID!) {
      insertUrgentOptions(supportRequestId: $supportRequestId) {
        ...Options
      }
    }
  `,
  [Options],
);

export const ApplyRepairDocument = graphql(`
  mutation ApplyRepair($input: RepairInput!) {
    applyRepair(input: $input) {
      id
      version
      visits
      moved
      cancelled
    }
  }
`);

export const ApplyUrgentDocument = graphql(`
  mutation ApplyUrgentOption($input: UrgentOptionInput!) {
    applyUrgentOption(input: $input) {
      id
      version
      visits
      moved
    }
  }
`);

/** For choosing somebody by name. */
export const PeopleDocument = graphql(`
  query PlanPeople($first: Int) {
    specialists(first: $first) {
      edges {
        node {
          id
          name
          nameEn
          active
        }
      }
    }
  }
`);

/** Who is expected somewhere in the next days: whoever falls ill is one press away. */
export const SoonDocument = graphql(`
  query VisitsSoon($filter: VisitFilter!) {
    visits(first: 100, filter: $filter) {
      edges {
        node {
          id
          startsAt
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
        }
      }
    }
  }
`);

export type SoonVisit = ResultOf<typeof SoonDocument>['visits']['edges'][number]['node'];
