import { describe, expect, it } from '@jest/globals';
import { nudgeOf } from './nudges.js';
import { endOfMonthIn } from './reminding.js';
import { DEFAULT_DAYS } from './report-policy.entity.js';
import type { ReportTask } from './report-tasks.js';

const task = (kind: ReportTask['kind']): ReportTask => ({
  kind,
  subjectId: 'x',
  visitId: null,
  supportRequestId: 'x',
  municipalityId: '342025',
  specialistId: null,
  since: '2026-12-01',
  dueOn: '2026-12-08',
  overdue: false,
});

describe('reminders', () => {
  it.each([
    ['REPORT', '2026-12-01', null],
    ['REPORT', '2026-12-02', 'FIRST'],
    ['REPORT', '2026-12-03', 'FIRST'],
    ['REPORT', '2026-12-04', 'SECOND'],
    ['REPORT', '2026-12-08', 'SECOND'],
    ['REPORT', '2026-12-09', 'OVERDUE'],
    ['CONFIRMATION', '2026-12-08', null],
    ['CONFIRMATION', '2026-12-09', 'OVERDUE'],
    ['EVALUATION', '2026-12-01', 'ASKED'],
    ['EVALUATION', '2026-12-09', 'OVERDUE'],
    ['FOLLOW_UP', '2026-12-01', 'ASKED'],
    ['FOLLOW_UP', '2026-12-09', 'OVERDUE'],
  ] as const)('of %s on %s: %s', (kind, today, step) => {
    expect(nudgeOf(task(kind), DEFAULT_DAYS, today)?.step ?? null).toBe(step);
  });

  it.each([
    [6, '2027-06-30'],
    [12, '2027-12-31'],
    [2, '2028-02-29'],
    [3, '2028-03-31'],
    [4, '2027-04-30'],
  ])('follow-ups of month %i of fiscal year 2027 are due on %s', (month, on) => {
    expect(endOfMonthIn(2027, month)).toBe(on);
  });
});
