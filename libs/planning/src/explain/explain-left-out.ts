import type { Assignment, Unplaced } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { PlanningRequest, Problem } from '../problem.js';
import { explainVisit } from './explain-unplaced.js';
import { laidOut } from './laid-out.js';

/** Everything that a plan leaves out, each with at most three reasons; without any where it could be placed as things are. */
export const explainLeftOut = (problem: Problem, plan: readonly Assignment[]): Unplaced[] =>
  leftOutIn(laidOut(problem, plan));

/** The same where the plan has been laid out already. */
export const leftOutIn = (view: PlanView): Unplaced[] =>
  view.problem.requests.flatMap((request) =>
    numbersLeftOut(view, request).map((visitNo) => ({
      requestId: request.id,
      visitNo,
      reasons: explainVisit(view, request, visitNo),
    })),
  );

function numbersLeftOut(view: PlanView, request: PlanningRequest): readonly number[] {
  const placed = new Set(view.siblings(request.id).map(({ visitNo }) => visitNo));
  return view.numbersOf(request.id).filter((visitNo) => !placed.has(visitNo));
}
