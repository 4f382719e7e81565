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
  /** Weight of the visits left out, and of the towns with nothing. */
  readonly unserved: number;
  /** Urgency × full weeks of waiting beyond the due day. */
  readonly waiting: number;
  /** Weighted sum of the remaining soft rules. */
  readonly rest: number;
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

/** Negative when `a` is the better score. */
export function compareScores(a: Score, b: Score): number {
  return a.hard - b.hard || a.unserved - b.unserved || a.waiting - b.waiting || a.rest - b.rest;
}
