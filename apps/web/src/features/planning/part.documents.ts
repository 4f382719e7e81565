import { graphql, type ResultOf } from '../../gql/graphql';
import { Change } from './answers.documents';

/** Exactly what publishing a part would change, and what else must follow. */
export const PlanPartDocument = graphql(
  `
    query PlanPart($id: ID!, $only: [ID!]!, $callOff: [ID!]!) {
      planPart(id: $id, only: $only, callOff: $callOff) {
        runId
        possible
        changes {
          ...Change
        }
        alsoNeeded {
          ...Change
        }
        needed {
          only
          callOff
        }
        told {
          visits
          people
          byMail
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
        violations {
          ruleId
          hard
          sentence {
            ja
            en
          }
        }
      }
    }
  `,
  [Change],
);

export type PlanPart = ResultOf<typeof PlanPartDocument>['planPart'];

/** Proposed visits, and published visits that are called off, by id. */
export interface PartNames {
  readonly only: readonly string[];
  readonly callOff: readonly string[];
}

/** The counts of quotas that a part would change. */
export const PlanQuotasDocument = graphql(`
  query PlanQuotas($id: ID!, $only: [ID!], $callOff: [ID!]) {
    planQuotas(id: $id, only: $only, callOff: $callOff) {
      span
      used
      limit
      state
      withMore
      stateWithMore
      municipality {
        id
        name
        nameEn
      }
      supportRequest {
        id
        number
        title
      }
      quota {
        id
        name
        unit
      }
    }
  }
`);

export type PlanQuotaUse = ResultOf<typeof PlanQuotasDocument>['planQuotas'][number];
