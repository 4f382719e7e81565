import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

export const CaseLine = graphql(`
  fragment CaseReportLine on CaseReport {
    id
    status
    draftedByName
    draftedAt
    approvedByName
    approvedAt
    viewerActions
    version
    words {
      summary
      outputs
      effect
      lessons
      internalNote
      inside
    }
    supportRequest {
      id
      title
      number
    }
    municipality {
      id
      name
      nameEn
    }
  }
`);
export type CaseReportRow = FragmentOf<typeof CaseLine>;
export type CaseReportStatus = CaseReportRow['status'];

export const CaseReportListDocument = graphql(
  `
    query CaseReports($first: Int, $after: String, $filter: CaseReportFilter) {
      caseReports(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...CaseReportLine
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
  [CaseLine],
);

export const CaseReportDocument = graphql(
  `
    query CaseReport($id: ID!) {
      caseReport(id: $id) {
        ...CaseReportLine
        history {
          fromStatus
          toStatus
          actorName
          reason
          at
        }
      }
    }
  `,
  [CaseLine],
);
export type CaseReportFull = ResultOf<typeof CaseReportDocument>['caseReport'];

export const CaseSheetDocument = graphql(`
  query CaseReportSheet($id: ID!, $audience: Audience!) {
    caseReportSheet(id: $id, audience: $audience) {
      audience
      lines {
        field
        value
      }
      leftOut {
        field
        kind
        text
      }
    }
  }
`);
export type CaseSheet = ResultOf<typeof CaseSheetDocument>['caseReportSheet'];
export type Audience = VariablesOf<typeof CaseSheetDocument>['audience'];
export type CaseField = CaseSheet['lines'][number]['field'];

export const DraftCaseDocument = graphql(`
  mutation DraftCaseReport($supportRequestId: ID!) {
    draftCaseReport(supportRequestId: $supportRequestId) {
      id
      status
    }
  }
`);

export const WriteCaseDocument = graphql(
  `
    mutation WriteCaseReport($id: ID!, $input: CaseReportInput!) {
      writeCaseReport(id: $id, input: $input) {
        ...CaseReportLine
      }
    }
  `,
  [CaseLine],
);
export type CaseReportInput = VariablesOf<typeof WriteCaseDocument>['input'];

export const SendCaseDocument = graphql(`
  mutation SendCaseReportForApproval($id: ID!) {
    sendCaseReportForApproval(id: $id) {
      id
      status
    }
  }
`);
export const ApproveCaseDocument = graphql(`
  mutation ApproveCaseReport($id: ID!) {
    approveCaseReport(id: $id) {
      id
      status
    }
  }
`);
export const ReturnCaseDocument = graphql(`
  mutation ReturnCaseReport($id: ID!, $reason: String!) {
    returnCaseReport(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
export const AskTownDocument = graphql(`
  mutation AskTownToShare($id: ID!) {
    askTownToShare(id: $id) {
      id
      status
    }
  }
`);
export const AgreeDocument = graphql(`
  mutation AgreeToShare($id: ID!) {
    agreeToShare(id: $id) {
      id
      status
    }
  }
`);
export const DeclineSharingDocument = graphql(`
  mutation DeclineToShare($id: ID!, $reason: String!) {
    declineToShare(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
export const PublishCaseDocument = graphql(`
  mutation PublishCaseReport($id: ID!) {
    publishCaseReport(id: $id) {
      id
      status
    }
  }
`);
export const TakeBackCaseDocument = graphql(`
  mutation TakeBackCaseReport($id: ID!, $reason: String!) {
    takeBackCaseReport(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
export const CasePaperDocument = graphql(`
  mutation MakeCaseReportPaper($id: ID!, $audience: Audience!) {
    makeCaseReportPaper(id: $id, audience: $audience) {
      name
      content
    }
  }
`);

const SharedLineOf = graphql(`
  fragment SharedCaseLine on SharedCase {
    id
    title
    townSize
    fiscalYear
    publishedAt
    theme {
      id
      name
      nameEn
    }
  }
`);

export const SharedCasesDocument = graphql(
  `
    query SharedCases($first: Int, $after: String, $filter: SharedCaseFilter) {
      sharedCases(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...SharedCaseLine
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
  [SharedLineOf],
);
export type TownSize = FragmentOf<typeof SharedLineOf>['townSize'];

export const SimilarCasesDocument = graphql(
  `
    query SimilarCases($themeId: ID, $words: String) {
      similarCases(themeId: $themeId, words: $words) {
        ...SharedCaseLine
      }
    }
  `,
  [SharedLineOf],
);

export const SharedCaseDocument = graphql(
  `
    query SharedCase($id: ID!) {
      sharedCase(id: $id) {
        ...SharedCaseLine
        lines {
          field
          value
        }
      }
    }
  `,
  [SharedLineOf],
);

export const ThemesDocument = graphql(`
  query CaseThemes {
    supportThemes {
      id
      name
      nameEn
    }
  }
`);

export const FollowUpsDocument = graphql(`
  query FollowUps($first: Int, $after: String, $filter: FollowUpFilter) {
    followUps(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          fiscalYear
          dueOn
          status
          stillUsed
          effect
          nextWish
          supportRequest {
            id
            title
          }
          municipality {
            id
            name
            nameEn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const AnswerFollowUpDocument = graphql(`
  mutation AnswerFollowUp($id: ID!, $input: FollowUpInput!) {
    answerFollowUp(id: $id, input: $input) {
      id
      status
    }
  }
`);
export type StillUsed = VariablesOf<typeof AnswerFollowUpDocument>['input']['stillUsed'];

export const PolicyDocument = graphql(`
  query ReportPolicy {
    reportPolicy {
      reportDays
      firstNudgeDays
      secondNudgeDays
      confirmationDays
      evaluationDays
      followUpMonth
      version
    }
  }
`);
export const SetPolicyDocument = graphql(`
  mutation SetReportPolicy($input: ReportPolicyInput!) {
    setReportPolicy(input: $input) {
      reportDays
    }
  }
`);
