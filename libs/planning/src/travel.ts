import type { Assignment } from './plan.js';
import { PlanView } from './plan-view.js';
import { dayOf, type Problem } from './problem.js';

/** The same visits with the minutes of travel before and after each filled in, nights away included. */
export function withTravel(problem: Problem, assignments: readonly Assignment[]): readonly Assignment[] {
  const view = new PlanView(problem, assignments);
  return assignments.map((visit) => {
    const { specialistId } = visit;
    const day = dayOf(visit.start);
    const place = view.placeOf(visit);
    const dayStart = view.dayStart(specialistId, day);
    const dayEnd = view.dayEnd(specialistId, day);
    if (place === null || dayStart === null || dayEnd === null) {
      return { ...visit, travelBefore: 0, travelAfter: 0 };
    }
    const stops = view.stops(specialistId, day).filter((stop) => stop.place !== null);
    const at = stops.findIndex((stop) => stop.visit === visit);
    const before = stops[at - 1]?.place ?? dayStart;
    const after = stops[at + 1]?.place ?? dayEnd;
    return {
      ...visit,
      travelBefore: view.travel(before, place) ?? 0,
      travelAfter: view.travel(place, after) ?? 0,
    };
  });
}
