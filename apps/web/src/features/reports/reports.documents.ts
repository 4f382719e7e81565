import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../gql/graphql';

export const ReportLine = graphql(`
  fragment ReportLine on VisitReport {
    id
    visitId
    status
    result
    topics
    done
    steps {
      id
      what
      owner
      dueOn
    }
    startedAt
    endedAt
    mode
    attendance {
      section
      people
    }
    internalNote
    submittedByName
    submittedAt
    byHub
    returnReason
    returnedAt
    confirmedByName
    confirmedAt
    standInReason
    thanks
    updatedAt
    version
  }
`);
export type ReportRow = FragmentOf<typeof ReportLine>;

export const StepLine = graphql(`
  fragment StepLine on ReportStep {
    id
    what
    owner
    dueOn
    status
    closedByName
    closedAt
    closeNote
    viewerCloses
  }
`);
export type StepRow = FragmentOf<typeof StepLine>;

export const EvaluationLine = graphql(`
  fragment EvaluationLine on SupportEvaluation {
    id
    visitId
    usefulness
    clarity
    progress
    again
    words
    evaluatedByName
    evaluatedAt
  }
`);
export type EvaluationRow = FragmentOf<typeof EvaluationLine>;

/** A visit with its report, as its page shows them. */
export const ReportOfVisit = graphql(
  `
    fragment ReportOfVisit on Visit {
      id
      visitNo
      mode
      startsAt
      endsAt
      status
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
      supportRequest {
        id
        title
        number
        status
        contactSection
        aftermathActions
        reportSteps {
          ...StepLine
        }
      }
      report {
        ...ReportLine
      }
      reportDueOn
      reportTopics {
        ja
        en
      }
      reportActions
      evaluation {
        ...EvaluationLine
      }
    }
  `,
  [ReportLine, StepLine, EvaluationLine],
);

export const VisitReportDocument = graphql(
  `
    query VisitReportPage($id: ID!) {
      visit(id: $id) {
        ...ReportOfVisit
      }
    }
  `,
  [ReportOfVisit],
);
export type ReportVisit = ResultOf<typeof VisitReportDocument>['visit'];

export const SaveReportDocument = graphql(
  `
    mutation SaveVisitReport($visitId: ID!, $input: VisitReportInput!) {
      saveVisitReport(visitId: $visitId, input: $input) {
        ...ReportLine
      }
    }
  `,
  [ReportLine],
);
export type ReportInput = VariablesOf<typeof SaveReportDocument>['input'];

export const SubmitReportDocument = graphql(
  `
    mutation SubmitVisitReport($visitId: ID!, $input: VisitReportInput!) {
      submitVisitReport(visitId: $visitId, input: $input) {
        ...ReportLine
      }
    }
  `,
  [ReportLine],
);

export const ConfirmReportDocument = graphql(
  `
    mutation ConfirmVisitReport($visitId: ID!, $thanks: String, $reason: String) {
      confirmVisitReport(visitId: $visitId, thanks: $thanks, reason: $reason) {
        ...ReportLine
      }
    }
  `,
  [ReportLine],
);

export const ReturnReportDocument = graphql(
  `
    mutation ReturnVisitReport($visitId: ID!, $reason: String!) {
      returnVisitReport(visitId: $visitId, reason: $reason) {
        ...ReportLine
      }
    }
  `,
  [ReportLine],
);

export const ReportPaperDocument = graphql(`
  mutation MakeVisitReportPaper($visitId: ID!) {
    makeVisitReportPaper(visitId: $visitId) {
      name
      content
    }
  }
`);

export const EvaluateVisitDocument = graphql(
  `
    mutation EvaluateVisit($visitId: ID!, $ratings: RatingsInput!) {
      evaluateVisit(visitId: $visitId, ratings: $ratings) {
        ...EvaluationLine
      }
    }
  `,
  [EvaluationLine],
);

export const EvaluateSupportDocument = graphql(
  `
    mutation EvaluateSupport($supportRequestId: ID!, $ratings: RatingsInput!) {
      evaluateSupport(supportRequestId: $supportRequestId, ratings: $ratings) {
        ...EvaluationLine
      }
    }
  `,
  [EvaluationLine],
);
export type RatingsInput = VariablesOf<typeof EvaluateSupportDocument>['ratings'];

export const WaiveEvaluationDocument = graphql(`
  mutation WaiveEvaluation($supportRequestId: ID!, $reason: String!) {
    waiveEvaluation(supportRequestId: $supportRequestId, reason: $reason) {
      id
      status
    }
  }
`);

export const CloseStepDocument = graphql(
  `
    mutation CloseReportStep($id: ID!, $note: String) {
      closeReportStep(id: $id, note: $note) {
        ...StepLine
      }
    }
  `,
  [StepLine],
);

export const AftermathDocument = graphql(
  `
    query Aftermath($id: ID!) {
      supportRequest(id: $id) {
        id
        status
        aftermathActions
        evaluations {
          ...EvaluationLine
        }
        reportSteps {
          ...StepLine
        }
        caseReport {
          id
          status
        }
        followUp {
          id
          fiscalYear
          dueOn
          status
          stillUsed
          effect
          nextWish
          answeredByName
          answeredAt
        }
      }
    }
  `,
  [EvaluationLine, StepLine],
);
export type AftermathCase = NonNullable<ResultOf<typeof AftermathDocument>['supportRequest']>;

export const TasksDocument = graphql(`
  query ReportTasks {
    reportTasks {
      kind
      subjectId
      visitId
      since
      dueOn
      overdue
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
      specialist {
        id
        name
        nameEn
      }
    }
  }
`);
export type TaskRow = ResultOf<typeof TasksDocument>['reportTasks'][number];

export const StepListDocument = graphql(
  `
    query ReportSteps($first: Int, $after: String, $filter: ReportStepFilter) {
      reportSteps(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...StepLine
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
  `,
  [StepLine],
);
