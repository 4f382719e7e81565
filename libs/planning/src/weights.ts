import type { Problem } from './problem.js';

/** Weight of a request by priority 1-4 (index 0 is unused). */
export const PRIORITY_WEIGHT: readonly number[] = [0, 1, 2, 4, 8];

/** Urgency = this × priority weight + one per started step of waiting, up to the cap. */
export const URGENCY_PER_PRIORITY = 4;
/** Days of waiting since filing that add one point of urgency. */
export const WAITING_STEP_DAYS = 15;
/** Most points of urgency that waiting can add. */
export const WAITING_STEPS_AT_MOST = 8;
/** Points of urgency for a town with one person at most for IT: it has nobody to fall back on. */
export const ONE_IT_PERSON_URGENCY = 4;
/** Waiting is counted in full weeks, so that inside a week travel and wishes decide. */
export const WAITING_UNIT_DAYS = 7;
/** Longest visit in minutes for which online is preferred. */
export const SHORT_VISIT_MINUTES = 120;

/** What urgency depends on. */
interface Asking {
  readonly priority: number;
  readonly waitingDays: number;
  readonly town: string;
}

/** Urgency of a request: integer, from its priority, the days since it was filed, and its town. */
export function urgencyOf(problem: Pick<Problem, 'towns'>, request: Asking): number {
  const steps = Math.min(WAITING_STEPS_AT_MOST, Math.floor(request.waitingDays / WAITING_STEP_DAYS));
  const alone = problem.towns?.[request.town]?.oneItPerson === true ? ONE_IT_PERSON_URGENCY : 0;
  return URGENCY_PER_PRIORITY * (PRIORITY_WEIGHT[request.priority] ?? 0) + steps + alone;
}
