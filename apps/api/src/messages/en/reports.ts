import { type Facts, factOf, type Messages } from '../messages.js';

const of = (facts: Facts, key: string): string =>
  factOf(
    facts,
    key,
    (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

/** Of what visits and cases came to. */
export const reportsEn: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'visit-report.not-found': () =>
      'The report of this visit has not been handed in, or you may not see it. Nothing was changed.',
    'visit-report.not-in-state': () =>
      'This report has moved on, so this cannot be done. Nothing was changed. Please reload the page.',
    'visit-report.too-early': () =>
      'This visit is not over yet. Nothing was kept. Please write its report after its end.',
    'report-step.not-found': () =>
      'This next step was not found; you may not see it. Please reload the page.',
    'report-step.not-open': () =>
      'This next step is done already. Nothing was changed. Please reload the page.',
    'evaluation.confirm-first': () =>
      'Please confirm the report of the visit before you evaluate it. Nothing was kept.',
    'evaluation.given-already': () =>
      'This visit has been evaluated already. Nothing was changed. Please reload the page.',
    'case-report.not-found': () =>
      'This report of a case was not found; you may not see it. Please choose one from the list.',
    'case-report.not-in-state': () =>
      'This report of a case has moved on, so this cannot be done. Nothing was changed. Please reload the page.',
    'case-report.too-early': () =>
      'It can be begun once the reports of all visits are confirmed. Nothing was made.',
    'case-report.there-already': () => 'The report of this case was begun already. Please reload the page.',
    'case-report.town-has-not-agreed': () =>
      'The town has not agreed yet, so nothing can be handed out. Please ask the town first.',
    'shared-case.not-found': () =>
      'This case was not found, or was taken out of the library. Please choose one from the list.',
    'follow-up.not-found': () => 'This follow-up was not found; you may not see it. Please reload the page.',
    'follow-up.answered-already': () =>
      'This follow-up has been answered already. Nothing was changed. Please reload the page.',
  },
  faults: {
    'far-from-visit': (field, facts) =>
      `“${field}” is more than ${of(facts, 'days')} days away from the planned visit. Please check it.`,
    'not-after-start': (field) => `“${field}” must be after the start.`,
    'longer-than-visit': (field, facts) =>
      `“${field}” must be within ${of(facts, 'max')} hours of the start.`,
    'not-over-yet': (field) => `“${field}” has not come yet. Please enter a time before now.`,
    'nudge-order': (field) => `“${field}” must not be before the first reminder.`,
    'nudge-after-due': (field) => `“${field}” must not be after the report is due.`,
  },
  fields: {
    result: 'Result',
    topics: 'Chosen words',
    done: 'What was done',
    steps: 'Next steps',
    owner: 'Who',
    dueOn: 'By when',
    startedAt: 'Start',
    endedAt: 'End',
    attendance: 'Attendance',
    internalNote: 'Internal note',
    thanks: 'A word of thanks',
    usefulness: 'Useful',
    clarity: 'Clear',
    progress: 'Moved on',
    again: 'Would ask again',
    summary: 'Summary',
    outputs: 'Outputs',
    effect: 'Effect',
    lessons: 'Lessons for other towns',
    inside: 'Lines kept inside',
    stillUsed: 'Still in use',
    nextWish: 'What next',
    townSize: 'Size of the town',
    reportDays: 'Report due (days)',
    firstNudgeDays: 'First reminder (days)',
    secondNudgeDays: 'Second reminder (days)',
    confirmationDays: 'Confirmation due (days)',
    evaluationDays: 'Evaluation due (days)',
    followUpMonth: 'Month of follow-ups',
  },
};
