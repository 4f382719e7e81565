import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { fixedOf, type Problem } from '../problem.js';

/** A plan laid out for questions. */
export function laidOut(problem: Problem, plan: readonly Assignment[]): PlanView {
  return new PlanView(problem, plannedIn(problem, plan));
}

/** The visits that are planned: what the problem itself holds fixed is not planned once more. */
export function plannedIn(problem: Problem, plan: readonly Assignment[]): readonly Assignment[] {
  const fixed = fixedKeys(problem);
  return plan.filter(({ requestId, visitNo }) => !fixed.has(`${requestId} ${visitNo}`));
}

/** Requests and numbers of all visits that never move. */
export function fixedKeys(problem: Problem): ReadonlySet<string> {
  return new Set(
    fixedOf(problem).flatMap(({ requestId, visitNo }) =>
      requestId === null || visitNo === null ? [] : [`${requestId} ${visitNo}`],
    ),
  );
}
