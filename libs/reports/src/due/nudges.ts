import { addDays, type LocalDate } from '@banso/kernel';
import type { NudgeKind } from './report-nudge.entity.js';
import type { ReportDays } from './report-policy.entity.js';
import type { ReportTask } from './report-tasks.js';

/**
 * What somebody should have been told of a task by now. Of several days that have passed at once, as after a
 * standstill, only the last is told: nobody gets three reminders in one hour.
 */
export function nudgeOf(task: ReportTask, days: ReportDays, today: LocalDate): NudgeKind | null {
  const overdue = today > task.dueOn;
  switch (task.kind) {
    case 'REPORT':
      if (overdue) return 'REPORT_OVERDUE';
      if (today >= addDays(task.since, days.secondNudgeDays)) return 'REPORT_SECOND';
      return today >= addDays(task.since, days.firstNudgeDays) ? 'REPORT_FIRST' : null;
    case 'CONFIRMATION':
      return overdue ? 'CONFIRMATION_OVERDUE' : 'CONFIRMATION_ASKED';
    case 'EVALUATION':
      return overdue ? 'EVALUATION_OVERDUE' : 'EVALUATION_ASKED';
    case 'FOLLOW_UP':
      return overdue ? 'FOLLOW_UP_OVERDUE' : 'FOLLOW_UP_ASKED';
  }
}
