import type { Weights } from '../policy.js';
import type { PlanningRequest, PlanningSpecialist, Problem, VisitMode } from '../problem.js';

/** One request with one specialist in one mode, whatever else is planned. */
export interface Pair {
  readonly problem: Problem;
  readonly weights: Weights;
  readonly request: PlanningRequest;
  readonly specialist: PlanningSpecialist;
  readonly mode: VisitMode;
}

/** Hard rule that needs no other visit to judge: is this pair forbidden on that day? */
export type Forbids = (pair: Pair) => (day: number) => boolean;

/** Soft rule that needs no other visit to judge: what does this pair cost on that day, in points? */
export type Prices = (pair: Pair) => (day: number) => number;
