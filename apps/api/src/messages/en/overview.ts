import type { Messages } from '../messages.js';

/** Overview and targets. */
export const overviewEn: Pick<Messages, 'faults' | 'fields'> = {
  faults: {
    'coverage-is-counted': () =>
      'The share of towns visited is counted by itself: choose the prefecture and leave the numbers of people empty.',
    'more-than-headcount': (field) => `“${field}” must not exceed the number of staff.`,
  },
  fields: {
    target: 'Target',
    secured: 'People secured',
    trained: 'People trained',
    headcount: 'Number of staff',
    countedOn: 'Counted on',
  },
};
