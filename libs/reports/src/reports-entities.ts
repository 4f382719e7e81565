import { CaseReport, CaseReportEvent } from './case/case-report.entity.js';
import { SharedCase } from './case/shared-case.entity.js';
import { FollowUp } from './due/follow-up.entity.js';
import { ReportPolicy } from './due/report-policy.entity.js';
import { ReportStep } from './visit/report-step.entity.js';
import { SupportEvaluation } from './visit/support-evaluation.entity.js';
import { VisitReport } from './visit/visit-report.entity.js';

/** Every table of this lib, for the data source. */
export const reportsEntities = [
  VisitReport,
  ReportStep,
  SupportEvaluation,
  CaseReport,
  CaseReportEvent,
  SharedCase,
  FollowUp,
  ReportPolicy,
];
