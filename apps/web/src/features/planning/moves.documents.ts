import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';
import { PriceParts } from './answers.documents';

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
        applied
        version
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
    }
  `,
  [PriceParts],
);

export type Judgement = ResultOf<typeof MoveDocument>['moveProposedVisit'];
export type MoveWish = Omit<VariablesOf<typeof MoveDocument>, 'id' | 'dryRun' | 'seen'>;
