import { firstViolation } from '../check.js';
import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { PlanningRequest, PlanningSpecialist } from '../problem.js';
import { withChange } from './changed-problem.js';
import { focusOnPair, viewOf } from './focus.js';
import type { NearestChange } from './change.js';
import { officeStarts, openDays } from './slots.js';
import { frameObstacles, trialsOf, type WayTrial } from './trials.js';

/** Which visit looks for a place, in which plan. */
export interface Search {
  readonly view: PlanView;
  readonly request: PlanningRequest;
  readonly visitNo: number;
}

/** What is tried: rules that are let be, days and specialists. */
export interface Leave {
  readonly ignored?: readonly string[];
  readonly days?: readonly number[];
  readonly specialists?: readonly PlanningSpecialist[];
}

/** The change with which a visit would lie there, or null if it would not help. */
export type ChangeFor = (visit: Assignment) => NearestChange | null;

/**
 * The earliest place that breaks no rule but the ignored ones and, with the change really made, none at
 * all: advice that has not been tried out is not given.
 */
export function earliest(search: Search, leave: Leave, changeFor: ChangeFor): NearestChange | null {
  const ways = waysIn(search, leave);
  if (ways.length === 0) return null;
  const ignored = new Set(leave.ignored);
  for (const start of startsIn(search, leave)) {
    for (const trial of ways) {
      if (trial.first(start, ignored)) continue;
      const change = changeFor(trial.at(start));
      if (change && helps(search, change)) return change;
    }
  }
  return null;
}

/** Starts that the request's own dates allow, in order. */
export function startsIn(
  { view, request, visitNo }: Search,
  { ignored = [], days }: Leave,
): readonly number[] {
  return officeStarts(view, request, days ?? openDays(view, request)).filter((start) =>
    frameObstacles(view, { request, visitNo }, start).every(({ ruleId }) => ignored.includes(ruleId)),
  );
}

/** Ways to hold the visit that pass the rules of who. */
export function waysIn(
  { view, request, visitNo }: Search,
  { ignored = [], specialists = view.problem.specialists }: Leave,
): readonly WayTrial[] {
  return specialists.flatMap(({ id }) =>
    trialsOf(view, { request, visitNo }, id, 0).filter(({ who }) => !who || ignored.includes(who.ruleId)),
  );
}

/** Whether the visit fits once the change is made. */
export function helps({ view }: Search, change: NearestChange): boolean {
  const problem = withChange(view.problem, change);
  const request = problem.requests.find(({ id }) => id === change.visit.requestId);
  const specialist = problem.specialists.find(({ id }) => id === change.visit.specialistId);
  if (!request || !specialist) return false;
  const focus = focusOnPair({ problem, assignments: view.assignments }, request, specialist);
  return firstViolation(viewOf(focus), change.visit) === null;
}

/** The same search if the request were like that. */
export function asIf({ view, request, visitNo }: Search, change: Partial<PlanningRequest>): Search {
  const changed = { ...request, ...change };
  const requests = view.problem.requests.map((one) => (one.id === request.id ? changed : one));
  return {
    view: new PlanView({ ...view.problem, requests }, view.assignments),
    request: changed,
    visitNo,
  };
}
