import { policyOf, type SoftRuleId } from '../policy.js';
import type { Problem } from '../problem.js';

/**
 * Points of the next tier that one point of a tier is worth. A week of waiting of the least urgent request
 * (4 points of its tier) then weighs 2,400 points of the last tier, a visit left out (10 points and more)
 * 6,000 points of waiting: more than a single visit can ever win elsewhere.
 */
const STEP = 600;
/** From the first tier to the last all steps together, however many tiers there are: sums stay exact. */
const MOST = STEP * STEP;

/**
 * What one point of each tier is worth in points of the last tier: integers, the last is 1. Large enough
 * that ranks decide in practice; a bound on the weighted total then says something about every tier.
 */
export function ratesOfTiers(length: number): readonly number[] {
  const step = length <= 3 ? STEP : Math.floor(MOST ** (1 / (length - 1)));
  return Array.from({ length }, (_, tier) => step ** (length - 1 - tier));
}

/** `ratesOfTiers` by the policy in force for a problem. */
export const exchangeRates = (problem: Pick<Problem, 'policy'>): readonly number[] =>
  ratesOfTiers(policyOf(problem).tiers.length);

/** Points of all tiers in points of the last one. */
export function totalOf(tiers: readonly number[], rates: readonly number[]): number {
  return tiers.reduce((sum, points, tier) => sum + points * (rates[tier] ?? 0), 0);
}

/** Worth of one point of a rule, by the rates of the tiers that name it; 0 = does not count. */
export function worthOfRule(problem: Problem, rates: readonly number[]): (id: SoftRuleId) => number {
  const { tiers } = policyOf(problem);
  return (id) => tiers.reduce((sum, ids, tier) => sum + (ids.includes(id) ? (rates[tier] ?? 0) : 0), 0);
}
