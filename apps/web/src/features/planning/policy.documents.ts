import { graphql, type ResultOf } from '../../gql/graphql';

const PolicyFull = graphql(`
  fragment PolicyFull on PlanningPolicy {
    version
    frozenWorkingDays
    reserveHalfDaysPerWeek
    urgentLeadMinutes
    answerDays
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
