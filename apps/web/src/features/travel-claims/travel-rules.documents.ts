import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

export const RulesDocument = graphql(`
  query TravelRules {
    travelRuleKinds {
      id
      nameJa
      nameEn
      usesCeilings
      since
      figures {
        key
        labelJa
        labelEn
        required
      }
      title
      amounts {
        key
        yen
      }
      ceilings {
        key
        yen
      }
      receiptFor
      sourceJa
      sourceEn
    }
    travelRules {
      id
      partyId
      version
      validFrom
      ruleCode
      title
      amounts {
        key
        yen
      }
      ceilings {
        key
        yen
      }
      receiptFor
      source
      checked
      setByName
      setAt
      party {
        id
        name
        nameEn
      }
    }
    parties(first: 100) {
      edges {
        node {
          id
          kind
          name
          nameEn
        }
      }
    }
  }
`);
type Rules = ResultOf<typeof RulesDocument>;
export type RuleKind = Rules['travelRuleKinds'][number];
export type RuleVersion = Rules['travelRules'][number];
export type Payer = Rules['parties']['edges'][number]['node'];
export type ReceiptKind = RuleKind['receiptFor'][number];

export const SetRuleDocument = graphql(`
  mutation SetTravelRule($input: TravelRuleInput!) {
    setTravelRule(input: $input) {
      id
      version
      validFrom
    }
  }
`);
export type RuleInput = VariablesOf<typeof SetRuleDocument>['input'];
