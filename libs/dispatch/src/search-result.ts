import { compareScores, type Plan } from '@banso/planning';
import type { Bound, SearchResult } from './planning-record.js';

/** What one search found. */
export interface FoundPlan {
  readonly seed: number;
  readonly plan: Plan;
  /** Steps that it made. */
  readonly iterations: number;
  readonly longestWaitDays: number;
}

/** The best of several searches; of equals that of the lowest seed, so that nothing depends on who was first. */
export function bestOf(
  found: readonly FoundPlan[],
  {
    bound,
    budget,
    wasCut,
  }: {
    readonly bound: Bound | null;
    /** Steps that each was asked for. */
    readonly budget: number;
    /** Whether somebody or something asked for an end before that. */
    readonly wasCut: boolean;
  },
): SearchResult {
  const [best] = [...found]
    .sort((a, b) => a.seed - b.seed)
    .toSorted((a, b) => compareScores(a.plan.score, b.plan.score));
  if (!best) throw new Error('A run has at least one search');
  const { plan, seed, iterations, longestWaitDays } = best;
  return {
    ...plan,
    starts: found.map((one) => ({
      seed: one.seed,
      iterations: one.iterations,
      tiers: one.plan.score.tiers,
    })),
    bestSeed: seed,
    stoppedAtIterations: wasCut && iterations < budget ? iterations : null,
    bound,
    longestWaitDays,
  };
}
