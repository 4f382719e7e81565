import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Interval, Problem, VisitMode } from '../problem.js';
import { type Alternative, withItsTravel } from './explain-assignment.js';
import { halfDayOf } from './half-day.js';
import { holdsIn } from './holds.js';
import { laidOut } from './laid-out.js';
import { placesFor } from './places.js';
import { compareTiers, Pricing } from './pricing.js';

/** Which visit looks for another place, with whom and how. */
export interface OpenPlacesQuestion {
  readonly requestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  /** Absent = any that the request allows. */
  readonly mode?: VisitMode | undefined;
  /** Only inside; absent = the whole horizon. */
  readonly within?: Interval | undefined;
}

/**
 * Where a visit could lie with one specialist while all others stay: of each half-day the
 * cheapest place, in the order of time. The visit may lie in the plan, whose half-day is left out, or have no place yet.
 */
export function openPlaces(
  problem: Problem,
  assignments: readonly Assignment[],
  { requestId, visitNo, specialistId, mode, within }: OpenPlacesQuestion,
): Alternative[] {
  const view = laidOut(narrowed(problem, { requestId, specialistId, within }), assignments);
  const request = view.request(requestId);
  if (!request) return [];
  const key = { requestId, visitNo };
  const visit = view.assignments.find((one) => isVisit(one, key)) ?? null;
  const pricing = new Pricing(view, request, key, visit);
  const rest = new PlanView(
    view.problem,
    view.assignments.filter((one) => one !== visit),
  );
  const holds = holdsIn(view, request, visit);
  const now = visit && halfDayOf(visit.start);
  const best = new Map<string, Alternative>();
  for (const place of placesFor(rest, { request, visitNo }, visit, pricing)) {
    const { start, specialistId: who, mode: how } = place.visit;
    if (who !== specialistId || (mode !== undefined && how !== mode)) continue;
    const half = halfDayOf(start);
    if (half === now) continue;
    const known = best.get(half);
    if (known && compareTiers(known.difference, place.difference) <= 0) continue;
    if (!holds(place.visit)) continue;
    best.set(half, {
      ...place,
      visit: withItsTravel(view, request, place.visit),
      because: pricing.dearer(place.visit),
    });
  }
  return [...best.values()].sort((a, b) => a.visit.start - b.visit.start);
}

/** Nobody else is tried, and no other time: whatever else lies in the plan is judged as it was before. */
const narrowed = (
  problem: Problem,
  { requestId, specialistId, within }: Pick<OpenPlacesQuestion, 'requestId' | 'specialistId' | 'within'>,
): Problem => ({
  ...problem,
  requests: problem.requests.map((request) =>
    request.id === requestId
      ? {
          ...request,
          requiredSpecialistId: specialistId,
          ...(within && {
            earliest: Math.max(request.earliest, within.start),
            deadline: Math.min(request.deadline ?? Infinity, within.end),
          }),
        }
      : request,
  ),
});

const isVisit = (
  one: Assignment,
  { requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>,
): boolean => one.requestId === requestId && one.visitNo === visitNo;
