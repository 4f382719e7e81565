import { graphql } from '../../gql/graphql';

export const RequestFormDocument = graphql(`
  mutation RequestForm($id: ID!) {
    makeRequestForm(id: $id) {
      name
      content
    }
  }
`);

export const DecisionNoticeDocument = graphql(`
  mutation DecisionNotice($id: ID!) {
    makeDecisionNotice(id: $id) {
      name
      content
    }
  }
`);
