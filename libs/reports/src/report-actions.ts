import type { Visit } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import type { SupportRequest } from '@banso/support';
import type { CaseReport } from './case/case-report.entity.js';
import { may } from './reports.policy.js';
import type { ReportStep } from './visit/report-step.entity.js';
import type { VisitReport } from './visit/visit-report.entity.js';

export const VISIT_REPORT_ACTIONS = ['WRITE', 'CONFIRM', 'RETURN', 'EVALUATE_VISIT'] as const;
export type VisitReportAction = (typeof VISIT_REPORT_ACTIONS)[number];

/** What an actor may do about the report of a visit now. */
export function visitReportActionsOf(
  actor: Actor,
  { visit, report, evaluated }: { visit: Visit; report: VisitReport | null; evaluated: boolean },
  now: Date,
): VisitReportAction[] {
  const isWritten = report !== null && !report.isOpen;
  const possible: Readonly<Record<VisitReportAction, boolean>> = {
    WRITE:
      (visit.isAhead || visit.status === 'DONE') &&
      visit.endsAt <= now &&
      !isWritten &&
      may.write(actor, visit),
    CONFIRM: report?.status === 'SUBMITTED' && may.confirm(actor, visit),
    RETURN: report?.status === 'SUBMITTED' && may.return(actor, visit),
    EVALUATE_VISIT:
      (visit.status === 'RECEIVED' || visit.status === 'SETTLED') && !evaluated && may.evaluate(actor, visit),
  };
  return VISIT_REPORT_ACTIONS.filter((action) => possible[action]);
}

export const AFTERMATH_ACTIONS = ['EVALUATE', 'WAIVE_EVALUATION', 'DRAFT_CASE_REPORT'] as const;
export type AftermathAction = (typeof AFTERMATH_ACTIONS)[number];

/** What an actor may do about a case whose visits were made. */
export function aftermathActionsOf(
  actor: Actor,
  request: SupportRequest,
  caseReport: CaseReport | null,
): AftermathAction[] {
  const waits = request.status === 'AWAITING_EVALUATION';
  const possible: Readonly<Record<AftermathAction, boolean>> = {
    EVALUATE: waits && may.evaluate(actor, request),
    WAIVE_EVALUATION: waits && may.waiveEvaluation(actor, request),
    DRAFT_CASE_REPORT:
      (waits || request.status === 'COMPLETED' || request.status === 'FOLLOWED_UP') &&
      caseReport === null &&
      may.writeCase(actor, request),
  };
  return AFTERMATH_ACTIONS.filter((action) => possible[action]);
}

export const CASE_REPORT_ACTIONS = [
  'WRITE',
  'SEND_FOR_APPROVAL',
  'APPROVE',
  'RETURN',
  'ASK_TOWN',
  'AGREE',
  'DECLINE',
  'PUBLISH',
  'TAKE_BACK',
] as const;
export type CaseReportAction = (typeof CASE_REPORT_ACTIONS)[number];

/** What an actor may do with the report of a case now. */
export function caseReportActionsOf(actor: Actor, report: CaseReport): CaseReportAction[] {
  const { status } = report;
  const writes = may.writeCase(actor, report);
  const approves = may.approveCase(actor, report);
  const answers = status === 'TOWN_REVIEW' && may.answerSharing(actor, report);
  const possible: Readonly<Record<CaseReportAction, boolean>> = {
    WRITE: status === 'DRAFT' && writes,
    SEND_FOR_APPROVAL: status === 'DRAFT' && writes,
    APPROVE: status === 'IN_APPROVAL' && approves,
    RETURN: status === 'IN_APPROVAL' ? approves : (status === 'APPROVED' || status === 'AGREED') && writes,
    ASK_TOWN: status === 'APPROVED' && writes,
    AGREE: answers,
    DECLINE: answers,
    PUBLISH: status === 'AGREED' && approves,
    TAKE_BACK: status === 'PUBLISHED' && approves,
  };
  return CASE_REPORT_ACTIONS.filter((action) => possible[action]);
}

/** Whether an actor may close a step now. */
export const mayCloseStep = (actor: Actor, step: ReportStep): boolean =>
  step.status === 'OPEN' && may.closeStep(actor, step);
