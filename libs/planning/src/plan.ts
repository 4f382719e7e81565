import type { VisitMode } from './problem.js';

/** Plain data that backs a sentence: ids, minutes, counts. */
export type Facts = Readonly<Record<string, string | number>>;

/** One visit placed by the planner or by hand. */
export interface Assignment {
  readonly requestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly start: number;
  readonly end: number;
  /** Minutes of travel to reach it, buffer included; 0 online. */
  readonly travelBefore: number;
  /** Minutes of travel to the next stop or home, buffer included; 0 online. */
  readonly travelAfter: number;
  /** Who of the prefecture comes along; absent or null = nobody. */
  readonly companionId?: string | null;
  /** The specialist sleeps in this visit's town: the day before ends there. On site only. */
  readonly nightBefore?: boolean;
  /** The specialist sleeps in this visit's town: the next day begins there. On site only. */
  readonly nightAfter?: boolean;
}

/** Why a visit has no place: one rule, how often it was the obstacle, and what it is about. */
export interface Reason {
  readonly ruleId: string;
  /** Specialist × slot pairs for which this rule was the first obstacle. */
  readonly count: number;
  readonly facts: Facts;
}

/** A visit without a place, with at most three reasons, most frequent first. */
export interface Unplaced {
  readonly requestId: string;
  readonly visitNo: number;
  readonly reasons: readonly Reason[];
}

/** The price of a plan: compared tier by tier, smaller is better, integers only. */
export interface Score {
  /** Broken hard rules; 0 in every produced plan. */
  readonly hard: number;
  /** Cost by tier of the policy, the most important first. */
  readonly tiers: readonly number[];
  /** Cost by soft rule id: how the tiers come about. */
  readonly parts: Readonly<Record<string, number>>;
}

/** The answer of a planning run. */
export interface Plan {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly Unplaced[];
  readonly score: Score;
}

/** One broken rule. Facts name the visit and the specialist where there is one. */
export interface Violation {
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  readonly facts: Facts;
}

/** Negative when `a` is the better score; both under the same policy. */
export function compareScores(a: Score, b: Score): number {
  if (a.hard !== b.hard) return a.hard - b.hard;
  for (let tier = 0; tier < Math.max(a.tiers.length, b.tiers.length); tier += 1) {
    const difference = (a.tiers[tier] ?? 0) - (b.tiers[tier] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
