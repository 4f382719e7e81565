import type { Catalogue } from '../catalogue';
import type * as ja from '../ja/hand-over';

export const handOver: Catalogue<typeof ja.handOver> = {
  open: 'Hand over the work',
  title: 'Hand over the work of {{name}}',
  lead: 'When somebody leaves or is away for long, what is under way goes to another in one step. Visits that towns have been told of are not moved.',
  successor: 'Who goes on',
  successorHint: 'Whoever you choose is checked case by case. Nothing moves yet.',
  matching: 'Back to matching (who it will be is decided later)',
  none: 'Nothing lies with this person.',
  moves: 'What goes on',
  stays: 'What stays',
  kind: 'Kind',
  kinds: {
    CASE: 'Case in charge',
    PLACE: 'Candidate or offer',
    CONSULTATION: 'Consultation',
    PLAN: 'Plan on the table',
    VISIT: 'Visit to come',
  },
  what: 'What',
  why: 'What happens',
  goes: 'Goes on',
  repair: 'Repair it as an absence',
  reason: 'Reason',
  reasonHint: 'It stands in histories that towns read too.',
  confirm: 'Hand over ({{count}})',
  done: 'Handed over ({{count}}).',
};
