import {
  type Assignment,
  type Facts,
  type Policy,
  type Problem,
  type Progress,
  ratesOfTiers,
  type Score,
  totalOf,
  type Unplaced,
} from '@banso/planning';

/** Something wrong or odd in what the planner was given; as data, since names may change. */
export interface KeptFinding {
  readonly ruleId: string;
  /** Nothing can be planned with it. */
  readonly fatal: boolean;
  readonly facts: Facts;
}

/**
 * Points that no plan can beat, by tier: those of the first tier for any plan, of each further one for plans
 * that reach the bounds before it; null where nothing was proven.
 */
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
  /** The first plan, from which it was improved; absent in runs of before. */
  readonly first?: FirstPlan | null;
}

/** What the search began from. */
export interface FirstPlan {
  readonly unplaced: number;
  readonly travelMinutes: number;
}

/** Everything that explains a past decision, whatever became of the rows since. */
export interface PlanningRecord {
  readonly problem: Problem;
  readonly result: SearchResult;
}

/** How far a plan may be from the best there is. */
export interface Gap {
  /** Leading tiers in which no plan can be better. */
  readonly provenTiers: number;
  /** Share of the plan's points, from 0 to 1, at the first tier not proven; null = nothing is known, or there is none. */
  readonly tier: number | null;
  /** The same in all tiers, weighed by the planner's rates; null = nothing is known. */
  readonly total: number | null;
}

/** The gap between a plan and what was proven, by their points by tier; null without a proof. */
export function gapOf(tiers: readonly number[], bound: Bound | null): Gap | null {
  if (!bound) return null;
  const open = tiers.findIndex((points, tier) => bound[tier] !== points);
  if (open < 0) return { provenTiers: tiers.length, tier: null, total: 0 };
  return {
    provenTiers: open,
    tier: shareOf(tiers[open] ?? 0, bound[open] ?? null),
    total: totalGapOf(tiers, bound),
  };
}

function totalGapOf(tiers: readonly number[], bound: Bound): number | null {
  const least = tiers.map((_, tier) => bound[tier] ?? null);
  if (!least.every((points) => points !== null)) return null;
  const rates = ratesOfTiers(tiers.length);
  return shareOf(totalOf(tiers, rates), totalOf(least, rates));
}

/** A bound of nothing is true of every plan and says nothing, but of a plan that costs nothing. */
function shareOf(points: number, least: number | null): number | null {
  if (least === null) return null;
  if (points <= 0) return 0;
  // By the rates a plan can be cheaper than one that comes before it in the order of the tiers.
  return least <= 0 ? null : Math.max(0, (points - least) / points);
}
