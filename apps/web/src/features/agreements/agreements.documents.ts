import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

const AgreementLine = graphql(`
  fragment AgreementLine on Agreement {
    id
    number
    title
    kind
    status
    startsOn
    endsOn
    noticeOn
    isDue
    parties {
      partyId
      party {
        id
        name
        nameEn
      }
    }
  }
`);

export const AgreementListDocument = graphql(
  `
    query AgreementList($first: Int, $after: String, $filter: AgreementFilter) {
      agreements(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...AgreementLine
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
  [AgreementLine],
);

export const AgreementsDueDocument = graphql(
  `
    query AgreementsDue($first: Int, $after: String) {
      agreementsDue(first: $first, after: $after) {
        edges {
          node {
            ...AgreementLine
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
  [AgreementLine],
);

export type AgreementLineRow = ResultOf<typeof AgreementListDocument>['agreements']['edges'][number]['node'];
export type AgreementStatus = AgreementLineRow['status'];
export type AgreementKind = AgreementLineRow['kind'];

const AgreementFull = graphql(`
  fragment AgreementFull on Agreement {
    id
    number
    title
    kind
    status
    startsOn
    endsOn
    monthlyDays
    monthlyRule
    noticeDays
    noticeOn
    isDue
    work
    confidentiality
    remainderPartyId
    endsEarly
    notExtendedOn
    version
    viewerActions
    parties {
      partyId
      capacity
      signatoryTitle
      signatoryName
      party {
        id
        name
        nameEn
      }
    }
    clauses {
      no
      heading
      body
    }
    terms {
      no
      kind
      startsOn
      endsOn
      decidedOn
      reason
    }
    history {
      fromStatus
      toStatus
      actorRole
      actorName
      reason
      at
    }
    plannedYears {
      fiscalYear
      startsOn
      endsOn
      days
      months {
        month
        days
      }
    }
  }
`);

export const AgreementDocument = graphql(
  `
    query Agreement($id: ID!) {
      agreement(id: $id) {
        ...AgreementFull
      }
    }
  `,
  [AgreementFull],
);

export type AgreementRow = ResultOf<typeof AgreementDocument>['agreement'];
export type AgreementAction = AgreementRow['viewerActions'][number];

export const DraftAgreementDocument = graphql(
  `
    mutation DraftAgreement($input: AgreementInput!) {
      draftAgreement(input: $input) {
        ...AgreementFull
      }
    }
  `,
  [AgreementFull],
);

export type AgreementInput = VariablesOf<typeof DraftAgreementDocument>['input'];

export const ReviseAgreementDocument = graphql(
  `
    mutation ReviseAgreement($id: ID!, $input: AgreementInput!, $seen: ID!) {
      reviseAgreement(id: $id, input: $input, seen: $seen) {
        ...AgreementFull
      }
    }
  `,
  [AgreementFull],
);

/** Changes that need no word of their own. */
export const PLAIN = {
  CONSULT: graphql(
    `
      mutation ConsultAgreement($id: ID!) {
        consultAgreement(id: $id) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
  CONSULT_EXTENSION: graphql(
    `
      mutation ConsultExtension($id: ID!) {
        consultExtension(id: $id) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
} as const;

/** Changes that need a reason. */
export const WITH_REASON = {
  RETURN_TO_DRAFT: graphql(
    `
      mutation ReturnAgreement($id: ID!, $reason: String!) {
        returnAgreement(id: $id, reason: $reason) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
  DECLINE_EXTENSION: graphql(
    `
      mutation DeclineExtension($id: ID!, $reason: String!) {
        declineExtension(id: $id, reason: $reason) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
  WITHDRAW: graphql(
    `
      mutation WithdrawAgreement($id: ID!, $reason: String!) {
        withdrawAgreement(id: $id, reason: $reason) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
} as const;

export const ConcludeAgreementDocument = graphql(
  `
    mutation ConcludeAgreement($id: ID!, $concludedOn: LocalDate!) {
      concludeAgreement(id: $id, concludedOn: $concludedOn) {
        ...AgreementFull
      }
    }
  `,
  [AgreementFull],
);

/** Decisions on the last day. */
export const DECISIONS = {
  EXTEND: graphql(
    `
      mutation ExtendAgreement($id: ID!, $input: TermDecisionInput!) {
        extendAgreement(id: $id, input: $input) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
  END_EARLY: graphql(
    `
      mutation EndAgreementEarly($id: ID!, $input: TermDecisionInput!) {
        endAgreementEarly(id: $id, input: $input) {
          ...AgreementFull
        }
      }
    `,
    [AgreementFull],
  ),
} as const;

export const AgreementPaperDocument = graphql(`
  mutation AgreementPaper($id: ID!, $paper: AgreementPaper!, $termNo: Int) {
    makeAgreementPaper(id: $id, paper: $paper, termNo: $termNo) {
      name
      content
    }
  }
`);

export type AgreementPaper = VariablesOf<typeof AgreementPaperDocument>['paper'];
