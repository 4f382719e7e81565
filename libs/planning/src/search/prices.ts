import { policyOf, type SoftRuleId, type Weights } from '../policy.js';
import type { Problem } from '../problem.js';

/** The soft rules the search keeps count of, by position. */
export const PART = {
  visitLeftOut: 0,
  townLeftOut: 1,
  longWait: 2,
  roundOrder: 3,
  disturbance: 4,
  wish: 5,
  continuity: 6,
  monthly: 7,
  weekly: 8,
  reserve: 9,
  night: 10,
  travel: 11,
  balance: 12,
  earliness: 13,
  /** Candidate rules, one total per tier, follow from here on. */
  candidate: 14,
} as const;

const RULE_OF_PART: readonly SoftRuleId[] = [
  'visit-left-out',
  'town-left-out',
  'long-wait',
  'round-order',
  'disturbance',
  'wished-half-day',
  'continuity',
  'monthly-guideline',
  'weekly-guideline',
  'emergency-reserve',
  'night-away',
  'travel-minutes',
  'balance',
  'earliness',
];

/**
 * What one point of a tier is worth in points of the next while the search is under way: enough that a
 * single move nearly always follows the ranks, little enough that annealing can cross a valley. Which plan
 * is best is decided by the ranks alone (snapshot.ts).
 */
const STEP_ABOVE_LAST = 120;
const STEP_ABOVE = 100;
/** With more than three tiers, or sums would leave the exact range. */
const STEP_OF_MANY = 40;

/**
 * How much firmer the ranks are held once the search has settled what matters more: no gain below lures it
 * away from the best it has found there.
 */
const FIRMER = 4;

/** The policy as the search reads it. */
export interface Prices {
  readonly weights: Weights;
  readonly tierCount: number;
  /** Worth of one point of each tier in points of the last. */
  readonly tierWorth: Float64Array;
  /** Tier of each part; -1 = does not count. */
  readonly tierOfPart: Int8Array;
  /** Worth of one point of each part; 0 = does not count. */
  readonly worth: Float64Array;
  /** The same with all tiers but the last raised: for plans of one rank in what matters more. */
  readonly firmWorth: Float64Array;
  /** Tier of a rule; -1 = does not count. */
  tierOf(ruleId: string): number;
}

export function pricesOf(problem: Problem): Prices {
  const { tiers, weights } = policyOf(problem);
  const tierWorth = new Float64Array(tiers.length);
  let worth = 1;
  for (let tier = tiers.length - 1; tier >= 0; tier -= 1) {
    tierWorth[tier] = worth;
    worth *= tier === tiers.length - 1 ? STEP_ABOVE_LAST : tiers.length > 3 ? STEP_OF_MANY : STEP_ABOVE;
  }
  const tierOf = (ruleId: string): number => tiers.findIndex((rules) => rules.some((id) => id === ruleId));
  const count = PART.candidate + tiers.length;
  const tierOfPart = new Int8Array(count);
  const worthOfPart = new Float64Array(count);
  const firmWorth = new Float64Array(count);
  for (let part = 0; part < count; part += 1) {
    const rule = RULE_OF_PART[part];
    const tier = rule === undefined ? part - PART.candidate : tierOf(rule);
    tierOfPart[part] = tier;
    worthOfPart[part] = tier < 0 ? 0 : (tierWorth[tier] ?? 0);
    firmWorth[part] = (worthOfPart[part] ?? 0) * (tier === tiers.length - 1 ? 1 : FIRMER);
  }
  return { weights, tierCount: tiers.length, tierWorth, tierOfPart, worth: worthOfPart, firmWorth, tierOf };
}
