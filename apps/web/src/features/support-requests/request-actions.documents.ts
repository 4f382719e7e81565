import { graphql } from '../../gql/graphql';
import { RequestFull } from './requests.documents';

/** Changes that need no word of their own. */
export const plain = {
  SEND_FOR_APPROVAL: graphql(
    `
      mutation SendForApproval($id: ID!) {
        sendSupportRequestForApproval(id: $id) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  BEGIN_TRIAGE: graphql(
    `
      mutation BeginTriage($id: ID!) {
        beginTriage(id: $id) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  ACCEPT: graphql(
    `
      mutation AcceptRequest($id: ID!) {
        acceptSupportRequest(id: $id) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  APPROVE_DISPATCH: graphql(
    `
      mutation ApproveDispatch($id: ID!) {
        approveDispatch(id: $id) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  RESUME: graphql(
    `
      mutation ResumeSupport($id: ID!) {
        resumeSupport(id: $id) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
};

/** Changes that the other side is told the reason of, or another text. */
export const withWords = {
  RETURN_TO_DRAFT: graphql(
    `
      mutation ReturnToDraft($id: ID!, $words: String!) {
        returnSupportRequest(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  WITHDRAW: graphql(
    `
      mutation WithdrawRequest($id: ID!, $words: String!) {
        withdrawSupportRequest(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  ADVISE: graphql(
    `
      mutation AdviseRequest($id: ID!, $words: String!) {
        adviseSupportRequest(id: $id, advice: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  REFER: graphql(
    `
      mutation ReferRequest($id: ID!, $words: String!) {
        referSupportRequest(id: $id, scheme: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  NOT_ADOPT: graphql(
    `
      mutation NotAdopt($id: ID!, $words: String!) {
        declineSupportRequest(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  RESELECT: graphql(
    `
      mutation Reselect($id: ID!, $words: String!) {
        reselectSpecialist(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  SUSPEND: graphql(
    `
      mutation Suspend($id: ID!, $words: String!) {
        suspendSupport(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
  TERMINATE: graphql(
    `
      mutation Terminate($id: ID!, $words: String!) {
        terminateSupport(id: $id, reason: $words) {
          ...RequestFull
        }
      }
    `,
    [RequestFull],
  ),
};

export const RemindDocument = graphql(
  `
    mutation RemindApprover($id: ID!) {
      remindApprover(id: $id) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const SubmitDocument = graphql(
  `
    mutation SubmitRequest($id: ID!, $approvalNumber: String, $post: String, $seen: ID!) {
      submitSupportRequest(id: $id, approvalNumber: $approvalNumber, post: $post, seen: $seen) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const ClassifyDocument = graphql(
  `
    mutation Classify($id: ID!, $themeId: ID!, $seen: ID!) {
      classifySupportRequest(id: $id, themeId: $themeId, seen: $seen) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const ShortlistDocument = graphql(
  `
    mutation Shortlist($id: ID!, $specialistIds: [ID!]!) {
      shortlistSpecialists(id: $id, specialistIds: $specialistIds) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const RankDocument = graphql(
  `
    mutation RankShortlist($id: ID!, $specialistIds: [ID!]!) {
      rankShortlist(id: $id, specialistIds: $specialistIds) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

export const AnswerOfferDocument = graphql(
  `
    mutation AnswerOffer($id: ID!, $accept: Boolean!, $reason: String) {
      answerOffer(id: $id, accept: $accept, reason: $reason) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);
