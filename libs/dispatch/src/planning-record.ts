import type { Assignment, Facts, Policy, Problem, Progress, Score, Unplaced } from '@banso/planning';

/** Something wrong or odd in what the planner was given; as data, since names may change. */
export interface KeptFinding {
  readonly ruleId: string;
  /** Nothing can be planned with it. */
  readonly fatal: boolean;
  readonly facts: Facts;
}

/** Points that no plan can beat, by tier; null where nothing was proven. */
export type Bound = readonly (number | null)[];

/** One of several searches that ran side by side. */
export interface SearchStart {
  readonly seed: number;
  readonly iterations: number;
  readonly tiers: readonly number[];
}

/** What a worker hands back: the best plan of its starts, and how far it was proven. */
export interface SearchResult {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly Unplaced[];
  readonly score: Score;
  readonly starts: readonly SearchStart[];
  readonly bestSeed: number;
  /** Where the best search was cut short, by a person or by the time limit; null = it came to its end. */
  readonly stoppedAtIterations: number | null;
  readonly bound: Bound | null;
  /** Most days that a placed visit waits after its due day. */
  readonly longestWaitDays: number;
}

/** The policy that a run was made by; version 0 stands for the defaults. */
export interface RunPolicy extends Policy {
  readonly version: number;
}

/** How far a run has come, as it is kept with its row. */
export interface RunProgress extends Progress {
  readonly bound: Bound | null;
}

/** Everything that explains a past decision, whatever became of the rows since. */
export interface PlanningRecord {
  readonly problem: Problem;
  readonly result: SearchResult;
}

/**
 * How far the plan may be from the best there is, from 0 to 1, at the first tier that is not proven to be
 * best; 0 = every tier is, null = nothing is known.
 */
export function gapOf(tiers: readonly number[], bound: Bound | null): number | null {
  if (!bound) return null;
  for (const [tier, points] of tiers.entries()) {
    const least = bound[tier] ?? null;
    if (least === points) continue;
    // A bound of nothing is true of every plan and says nothing.
    return least === null || least <= 0 ? null : (points - least) / points;
  }
  return 0;
}
