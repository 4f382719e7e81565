import { graphql, type ResultOf } from '../../gql/graphql';

const PolicyFull = graphql(`
  fragment PolicyFull on PlanningPolicy {
    version
    frozenWorkingDays
    reserveHalfDaysPerWeek
    urgentLeadMinutes
    answerDays
    publishHoldMinutes
    setAt
    setByName
    tiers
    rules {
      id
      label {
        ja
        en
      }
    }
    weights {
      id
      points
      defaultPoints
      label {
        ja
        en
      }
    }
  }
`);

/** Until when what is published stays where it is. */
export const FrozenDocument = graphql(`
  query FrozenDays {
    planningPolicy {
      version
      frozenWorkingDays
      firstFreeOn
    }
  }
`);

export const PolicyDocument = graphql(
  `
    query PlanningPolicy {
      planningPolicy {
        ...PolicyFull
      }
    }
  `,
  [PolicyFull],
);

export type Policy = ResultOf<typeof PolicyDocument>['planningPolicy'];

export const SetPolicyDocument = graphql(
  `
    mutation SetPlanningPolicy($input: PlanningPolicyInput!) {
      setPlanningPolicy(input: $input) {
        ...PolicyFull
      }
    }
  `,
  [PolicyFull],
);
