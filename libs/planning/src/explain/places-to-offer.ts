import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Problem } from '../problem.js';
import { type Alternative, withItsTravel } from './explain-assignment.js';
import { firstLeftOut } from './explain-unplaced.js';
import { halfDayOf } from './half-day.js';
import { holdsIn } from './holds.js';
import { laidOut } from './laid-out.js';
import { placesFor } from './places.js';
import { Pricing } from './pricing.js';

/** Which visit looks for a place. */
export interface OfferQuestion {
  readonly requestId: string;
  /** Absent = the next that has no place. It may lie in the plan: then other places than its own are named. */
  readonly visitNo?: number;
}

/**
 * Where a visit could lie while all others stay: of each specialist and half-day the best place, cheapest first, `most`
 * at most. Empty when nothing is left to place, or nothing fits.
 */
export function placesToOffer(
  problem: Problem,
  plan: readonly Assignment[],
  question: OfferQuestion,
  most: number,
): readonly Alternative[] {
  const view = laidOut(problem, plan);
  const request = view.request(question.requestId);
  const visitNo = request && (question.visitNo ?? firstLeftOut(view, request));
  if (!request || visitNo === undefined) return [];
  const key = { requestId: request.id, visitNo };
  const visit =
    view.assignments.find((one) => one.requestId === request.id && one.visitNo === visitNo) ?? null;
  const rest = new PlanView(
    view.problem,
    view.assignments.filter((one) => one !== visit),
  );
  const pricing = new Pricing(view, request, key, visit);
  const holds = holdsIn(view, request, visit);
  const seen = new Set<string>();
  const found: Alternative[] = [];
  for (const place of placesFor(rest, { request, visitNo }, visit, pricing)) {
    if (found.length >= most) break;
    const half = `${place.visit.specialistId} ${halfDayOf(place.visit.start)}`;
    if (seen.has(half) || !holds(place.visit)) continue;
    seen.add(half);
    found.push({
      ...place,
      visit: withItsTravel(view, request, place.visit),
      because: pricing.dearer(place.visit),
    });
  }
  return found;
}
