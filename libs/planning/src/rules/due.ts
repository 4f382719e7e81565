import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf } from '../problem.js';

/**
 * Days from the day a visit was due to the day it takes place. Due is the first wished half-day
 * or the earliest minute, then one gap later for each visit after the first.
 */
export function daysLate(view: PlanView, visit: Assignment): number {
  const request = view.request(visit.requestId);
  if (!request) return 0;
  const wished = request.wished.map((span) => span.start);
  const begin = wished.length === 0 ? request.earliest : Math.max(request.earliest, Math.min(...wished));
  const turn = Math.max(0, view.numbersOf(request.id).indexOf(visit.visitNo));
  return Math.max(0, dayOf(visit.start) - dayOf(begin) - turn * request.minGapDays);
}
