import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { dayOf, type PlanningRequest, type Problem } from '../problem.js';
import { withTravel } from '../travel.js';
import { focusOnPair, type Focus } from './focus.js';
import { holdsIn } from './holds.js';
import { laidOut } from './laid-out.js';
import { compareTiers, Pricing, type Dearer, type PricePart } from './pricing.js';
import { placesFor, type Place } from './places.js';

/** Another place that the visit could have, everything else unchanged. */
export interface Alternative {
  readonly visit: Assignment;
  /** What it would cost more, tier by tier; negative = it would be cheaper. */
  readonly difference: readonly number[];
  /** The same by rule, without those that do not change. */
  readonly parts: readonly PricePart[];
  /** Why it is dearer: what it would break that holds now, for the sentence by `say`; plain prices are not among them. */
  readonly because: readonly Dearer[];
}

/** Why a visit is where it is. */
export interface AssignmentExplanation {
  readonly visit: Assignment;
  /** What the visit costs and saves by rule: the plan with it less the plan without it. */
  readonly parts: readonly PricePart[];
  /** The next best places, cheapest first: other specialists, other days and modes of the same one. */
  readonly alternatives: readonly Alternative[];
  /** True if no single other place would make the plan better. */
  readonly isBestPlace: boolean;
}

type Key = Pick<Assignment, 'requestId' | 'visitNo'>;

/** Why this person and this day; null if the visit is not in the plan, or fixed: then there was no choice. */
export function explainAssignment(
  problem: Problem,
  assignments: readonly Assignment[],
  key: Key,
  options: { readonly alternatives?: number } = {},
): AssignmentExplanation | null {
  return explainPlace(laidOut(problem, assignments), key, options.alternatives ?? 3);
}

/** The same where the plan has been laid out already. */
export function explainPlace(
  view: PlanView,
  { requestId, visitNo }: Key,
  alternatives: number,
): AssignmentExplanation | null {
  const visit = view.assignments.find((one) => one.requestId === requestId && one.visitNo === visitNo);
  const request = view.request(requestId);
  if (!visit || !request) return null;
  const pricing = new Pricing(view, request, visit, visit);
  const rest = new PlanView(
    view.problem,
    view.assignments.filter((one) => one !== visit),
  );
  const places = placesFor(rest, { request, visitNo }, visit, pricing);
  const holds = holdsIn(view, request, visit);
  const better = places.find((place) => compareTiers(place.difference, []) < 0 && holds(place.visit));
  const found: Alternative[] = [];
  for (const place of bestOfEach(places, visit)) {
    if (found.length >= alternatives) break;
    if (!holds(place.visit)) continue;
    found.push({
      ...place,
      visit: withItsTravel(view, request, place.visit),
      because: pricing.dearer(place.visit),
    });
  }
  return {
    visit,
    parts: pricing.difference(null).map(({ ruleId, points }) => ({ ruleId, points: -points })),
    alternatives: found,
    isBestPlace: better === undefined,
  };
}

/**
 * Of sorted places the best with each other specialist, and of the same specialist the best on each other
 * day and in the other mode on the same day; another time of that day only if it is better.
 */
function bestOfEach(places: readonly Place[], visit: Assignment): readonly Place[] {
  const seen = new Set<string>();
  return places.filter(({ visit: place, difference }) => {
    const day = dayOf(place.start);
    const own = place.specialistId === visit.specialistId;
    const sameDay = own && day === dayOf(visit.start);
    if (sameDay && place.mode === visit.mode && compareTiers(difference, []) >= 0) return false;
    const group = own ? `day ${day} ${sameDay ? place.mode : ''}` : `specialist ${place.specialistId}`;
    return !seen.has(group) && seen.add(group);
  });
}

/** A place with the ways to and from it. */
export function withItsTravel(
  { problem, assignments }: Focus,
  request: PlanningRequest,
  place: Assignment,
): Assignment {
  const specialist = problem.specialists.find(({ id }) => id === place.specialistId);
  if (!specialist) return place;
  const isOther = (one: Assignment): boolean =>
    one.requestId !== place.requestId || one.visitNo !== place.visitNo;
  const focus = focusOnPair({ problem, assignments: assignments.filter(isOther) }, request, specialist);
  const placed = withTravel(focus.problem, [...focus.assignments, place]);
  return placed.at(-1) ?? place;
}
