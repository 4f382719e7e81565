import type { Assignment } from './plan.js';
import { PlanView } from './plan-view.js';
import { dayOf, type Problem } from './problem.js';

/** The same visits with the minutes of travel before and after each filled in. */
export function withTravel(problem: Problem, assignments: readonly Assignment[]): readonly Assignment[] {
  const view = new PlanView(problem, assignments);
  return assignments.map((visit) => {
    const place = view.placeOf(visit);
    const base = view.specialist(visit.specialistId)?.base;
    if (place === null || base === undefined) return { ...visit, travelBefore: 0, travelAfter: 0 };
    const stops = view.stops(visit.specialistId, dayOf(visit.start)).filter((stop) => stop.place !== null);
    const at = stops.findIndex((stop) => stop.visit === visit);
    const before = stops[at - 1]?.place ?? base;
    const after = stops[at + 1]?.place ?? base;
    return {
      ...visit,
      travelBefore: view.travel(before, place) ?? 0,
      travelAfter: view.travel(place, after) ?? 0,
    };
  });
}
