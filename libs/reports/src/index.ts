export { reportsAttachmentOwners } from './attachment-owners.js';
export * from './case/case-fields.js';
export * from './case/case-report.entity.js';
export * from './case/case-report.queries.js';
export { CaseReportService } from './case/case-report.service.js';
export type { CaseLine, CaseSheet, LeftOut } from './case/case-sheet.js';
export * from './case/shared-case.entity.js';
export { similarCases, type SimilarTo } from './case/similar-cases.js';
export * from './due/follow-up.entity.js';
export * from './due/follow-up.service.js';
export { remind, sweepPrefectures } from './due/reminding.js';
export * from './due/report-policy.entity.js';
export * from './due/report-policy.service.js';
export * from './due/report-tasks.js';
export * from './report-actions.js';
export * from './report-paper.service.js';
export * from './reports-entities.js';
export * from './reports.jobs.js';
export * from './reports.module.js';
export { readsInternalNote } from './reports.policy.js';
export * from './visit/evaluation.service.js';
export * from './visit/report-start.js';
export * from './visit/report-step.entity.js';
export * from './visit/support-evaluation.entity.js';
export * from './visit/visit-report.entity.js';
export {
  listSteps,
  reportOfVisit,
  reportsOfCase,
  reportsOfVisits,
  STEP_GOAL_DAYS,
  type StepFigures,
  stepFigures,
  type StepFilter,
  stepsOfCases,
} from './visit/visit-report.queries.js';
export * from './visit/visit-report.service.js';
