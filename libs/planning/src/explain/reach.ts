/*
 * How much of a visit a rule looks at, for those rules that look at less than the whole: visits that are
 * alike in it are judged once. A rule that is not named here is judged for every visit anew, so a new rule
 * needs no line; a wrong line shows in the tests against brute force and against the score.
 */

/**
 * `day`: specialist, way and day. `time`: specialist, start and end, whatever the request. `order`:
 * specialist, way, day and the place among the day's stops. `start`: all but the companion.
 */
export type HardReach = 'day' | 'time' | 'order' | 'start' | 'visit';

/** Hard rules with scope `slot`; those with a `candidate` function reach as far as the day by their type. */
export const HARD_REACH: Readonly<Record<string, HardReach>> = {
  'travel-unknown': 'order',
  'within-availability': 'time',
  'not-blocked': 'time',
  'weekly-cap': 'day',
  'monthly-cap': 'day',
  'no-overlap': 'time',
  'travel-time': 'start',
  'home-within-day': 'start',
  overnight: 'day',
};

/**
 * `placed`: whether the visit has a place. `pair`: specialist and mode. `date`: the day, whoever comes.
 * `busy`: specialist and the days that become busy. `order`: as for hard rules. `visit`: everything.
 */
export type SoftReach = 'placed' | 'pair' | 'date' | 'busy' | 'order' | 'visit';

/** What a soft rule reads: the request's own visits, those of its town and campaign, or a specialist's days. */
export type SoftSide = 'request' | 'neighbours' | 'specialist';

/** Soft rules; one that is not named reads the visits of the request, its town and campaign. */
export const SOFT_REACH: Readonly<Record<string, { readonly side: SoftSide; readonly reach: SoftReach }>> = {
  'visit-left-out': { side: 'request', reach: 'placed' },
  'town-left-out': { side: 'neighbours', reach: 'placed' },
  'long-wait': { side: 'request', reach: 'date' },
  'round-order': { side: 'neighbours', reach: 'date' },
  disturbance: { side: 'request', reach: 'visit' },
  'skill-shortfall': { side: 'request', reach: 'pair' },
  'wished-half-day': { side: 'request', reach: 'visit' },
  'assembly-day': { side: 'request', reach: 'date' },
  continuity: { side: 'request', reach: 'pair' },
  'prefer-online': { side: 'request', reach: 'pair' },
  earliness: { side: 'request', reach: 'date' },
  'monthly-guideline': { side: 'specialist', reach: 'busy' },
  'weekly-guideline': { side: 'specialist', reach: 'busy' },
  'emergency-reserve': { side: 'specialist', reach: 'busy' },
  'night-away': { side: 'specialist', reach: 'order' },
  'travel-minutes': { side: 'specialist', reach: 'order' },
  balance: { side: 'specialist', reach: 'busy' },
};
