import { addDays, type LocalDate } from '@banso/kernel';
import type { NoticeKind } from '@banso/notices';
import type { ReportDays } from './report-policy.entity.js';
import type { ReportTask } from './report-tasks.js';

/** A reminder: told once for its step and the day on which the matter is due, so a report that was sent back has its own. */
export interface Nudge {
  readonly kind: NoticeKind;
  readonly step: 'ASKED' | 'FIRST' | 'SECOND' | 'OVERDUE';
}

/**
 * What somebody should have been told of a task by now. Of several days that have passed at once, as after a
 * standstill, only the last is told: nobody gets three reminders in one hour.
 */
export function nudgeOf(task: ReportTask, days: ReportDays, today: LocalDate): Nudge | null {
  const overdue = today > task.dueOn;
  switch (task.kind) {
    case 'REPORT':
      if (overdue) return { kind: 'VISIT_REPORT_OVERDUE', step: 'OVERDUE' };
      if (today >= addDays(task.since, days.secondNudgeDays))
        return { kind: 'VISIT_REPORT_DUE', step: 'SECOND' };
      return today >= addDays(task.since, days.firstNudgeDays)
        ? { kind: 'VISIT_REPORT_DUE', step: 'FIRST' }
        : null;
    case 'CONFIRMATION':
      // That it is asked was told when the report was handed in.
      return overdue ? { kind: 'CONFIRMATION_OVERDUE', step: 'OVERDUE' } : null;
    case 'EVALUATION':
      return overdue
        ? { kind: 'EVALUATION_OVERDUE', step: 'OVERDUE' }
        : { kind: 'EVALUATION_ASKED', step: 'ASKED' };
    case 'FOLLOW_UP':
      return overdue
        ? { kind: 'FOLLOW_UP_OVERDUE', step: 'OVERDUE' }
        : { kind: 'FOLLOW_UP_ASKED', step: 'ASKED' };
  }
}
