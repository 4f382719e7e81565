import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';
import { PriceParts, Slot } from './answers.documents';

/** What the rules say of a change by hand. */
export const JudgedMove = graphql(
  `
    fragment JudgedMove on MoveJudgement {
      applied
      version
      proposedVisitId
      violations {
        ruleId
        hard
        sentence {
          ja
          en
        }
      }
      price {
        ...PriceParts
      }
    }
  `,
  [PriceParts],
);

/** Puts a proposal elsewhere, or only says what that would mean. */
export const MoveDocument = graphql(
  `
    mutation MoveProposedVisit(
      $id: ID!
      $specialistId: ID!
      $startsAt: DateTime!
      $mode: VisitMode!
      $dryRun: Boolean!
      $seen: ID!
    ) {
      moveProposedVisit(
        id: $id
        specialistId: $specialistId
        startsAt: $startsAt
        mode: $mode
        dryRun: $dryRun
        seen: $seen
      ) {
        ...JudgedMove
      }
    }
  `,
  [JudgedMove],
);

/** Gives a visit a place that has none, or only says what that would mean. */
export const PlaceDocument = graphql(
  `
    mutation PlaceVisit(
      $runId: ID!
      $supportRequestId: ID!
      $visitNo: Int!
      $specialistId: ID!
      $startsAt: DateTime!
      $mode: VisitMode!
      $dryRun: Boolean!
      $seen: ID!
    ) {
      placeVisit(
        runId: $runId
        supportRequestId: $supportRequestId
        visitNo: $visitNo
        specialistId: $specialistId
        startsAt: $startsAt
        mode: $mode
        dryRun: $dryRun
        seen: $seen
      ) {
        ...JudgedMove
      }
    }
  `,
  [JudgedMove],
);

/** Takes a proposal out of its plan. */
export const DropDocument = graphql(
  `
    mutation DropProposedVisit($id: ID!, $seen: ID!) {
      dropProposedVisit(id: $id, seen: $seen) {
        ...JudgedMove
      }
    }
  `,
  [JudgedMove],
);

/** Where a visit could lie, the least costly first. */
export const OpenSlotsDocument = graphql(
  `
    query OpenPlanSlots(
      $runId: ID!
      $proposedVisitId: ID
      $supportRequestId: ID
      $visitNo: Int
      $first: Int!
    ) {
      openSlots(
        runId: $runId
        proposedVisitId: $proposedVisitId
        supportRequestId: $supportRequestId
        visitNo: $visitNo
        first: $first
      ) {
        slot {
          ...Slot
        }
        effects {
          travelMinutes
          daysLeft
          warnings {
            ja
            en
          }
        }
        price {
          ...PriceParts
        }
      }
    }
  `,
  [Slot, PriceParts],
);

export type OpenSlot = ResultOf<typeof OpenSlotsDocument>['openSlots'][number];
export type Judgement = FragmentOf<typeof JudgedMove>;
export type MoveWish = Omit<VariablesOf<typeof MoveDocument>, 'id' | 'dryRun' | 'seen'>;
