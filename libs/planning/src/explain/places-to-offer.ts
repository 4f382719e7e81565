import { hardViolations } from '../check.js';
import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { dayOf, MINUTES_PER_DAY, type PlanningRequest, type Problem } from '../problem.js';
import { withItsTravel } from './explain-assignment.js';
import { focusOnPair } from './focus.js';
import { laidOut } from './laid-out.js';
import { placesFor } from './places.js';
import { Pricing, type PricePart } from './pricing.js';

/** A place that the next visit of a request could have, everything else unchanged. */
export interface OfferPlace {
  readonly visit: Assignment;
  /** What the plan would cost more with it, tier by tier. */
  readonly difference: readonly number[];
  /** The same by rule, without those that do not change. */
  readonly parts: readonly PricePart[];
}

/**
 * Where the next visit of a request that has no place yet could lie: of each specialist and half-day the best
 * place, cheapest first, `most` at most. Empty when nothing is left to place, or nothing fits.
 */
export function placesToOffer(
  problem: Problem,
  plan: readonly Assignment[],
  requestId: string,
  most: number,
): readonly OfferPlace[] {
  const view = laidOut(problem, plan);
  const request = view.request(requestId);
  if (!request) return [];
  const placed = new Set(view.siblings(requestId).map(({ visitNo }) => visitNo));
  const visitNo = view.numbersOf(requestId).find((no) => !placed.has(no));
  if (visitNo === undefined) return [];
  const pricing = new Pricing(view, request, { requestId, visitNo }, null);
  const seen = new Set<string>();
  const found: OfferPlace[] = [];
  for (const place of placesFor(view, { request, visitNo }, null, pricing)) {
    if (found.length >= most) break;
    const key = halfKey(place.visit);
    if (seen.has(key) || !holds(view, request, place.visit)) continue;
    seen.add(key);
    found.push({ ...place, visit: withItsTravel(view, request, place.visit) });
  }
  return found;
}

/** Noon parts the half-days, whatever hours a town's office keeps. */
const halfKey = ({ specialistId, start }: Assignment): string =>
  `${specialistId} ${dayOf(start)} ${start % MINUTES_PER_DAY < MINUTES_PER_DAY / 2}`;

/** Whether neither it nor the other visits of that specialist break a rule that they did not break before. */
function holds(view: PlanView, request: PlanningRequest, place: Assignment): boolean {
  const specialist = view.specialist(place.specialistId);
  if (!specialist) return false;
  const { problem, assignments } = focusOnPair(view, request, specialist);
  const own = assignments.filter(({ specialistId }) => specialistId === specialist.id);
  const broken = (visits: readonly Assignment[], judged: readonly Assignment[]): number => {
    const small = new PlanView(problem, visits);
    return judged.reduce((sum, one) => sum + hardViolations(small, one).length, 0);
  };
  return broken([...assignments, place], [...own, place]) <= broken(assignments, own);
}
