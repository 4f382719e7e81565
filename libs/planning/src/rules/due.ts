import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf, type PlanningRequest } from '../problem.js';

/**
 * Day on which a visit of a request is due: the first wished half-day or the earliest minute, then one gap
 * later for each visit after the first.
 */
export function dueDay(view: PlanView, request: PlanningRequest, visitNo: number): number {
  const first = request.wished.reduce((least, { start }) => Math.min(least, start), Infinity);
  const begin = request.wished.length === 0 ? request.earliest : Math.max(request.earliest, first);
  const turn = Math.max(0, view.numbersOf(request.id).indexOf(visitNo));
  return dayOf(begin) + turn * request.minGapDays;
}

/** Days from the day a visit was due to the day it takes place. */
export function daysLate(view: PlanView, visit: Assignment): number {
  const request = view.request(visit.requestId);
  return request ? Math.max(0, dayOf(visit.start) - dueDay(view, request, visit.visitNo)) : 0;
}
