import type { Assignment, Facts } from '../plan.js';

/** What could be changed, from the least to the most that is asked of people. */
export type ChangeKind =
  | 'ONLINE_INSTEAD'
  | 'ANY_TIME'
  | 'LATER_DEADLINE'
  | 'SHORTER_VISIT'
  | 'TOWN_OPENS'
  | 'ONE_MORE_HALF_DAY'
  | 'ABOVE_THE_CAP'
  | 'TRAINING_OR_TERM'
  | 'ANOTHER_SPECIALIST';

/** One change with which a visit without a place would have one, tried out by the rules. */
export interface NearestChange {
  readonly kind: ChangeKind;
  readonly facts: Facts;
  /** Where the visit would then be. */
  readonly visit: Assignment;
}
