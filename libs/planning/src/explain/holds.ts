import { hardViolations } from '../check.js';
import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { PlanningRequest } from '../problem.js';
import { focusOnPair } from './focus.js';
import { entry } from './trials.js';

/** Tells of places whether the visits beside them hold too, as far as they did before; `visit`: where it lies, if anywhere. */
export function holdsIn(
  view: PlanView,
  request: PlanningRequest,
  visit: Assignment | null,
): (place: Assignment) => boolean {
  const rest = view.assignments.filter((one) => one !== visit);
  const brokenIn = (specialistId: string, place: Assignment | null): number => {
    const specialist = view.specialist(specialistId);
    if (!specialist) return 0;
    const focus = focusOnPair({ problem: view.problem, assignments: rest }, request, specialist);
    const own = focus.assignments.filter((one) => one.specialistId === specialistId);
    const placed = place?.specialistId === specialistId ? [place] : [];
    const small = new PlanView(focus.problem, [...focus.assignments, ...placed]);
    return [...own, ...placed].reduce((sum, one) => sum + hardViolations(small, one).length, 0);
  };
  const before = new Map<string, number>();
  return (place) =>
    [...new Set([...(visit ? [visit.specialistId] : []), place.specialistId])].every(
      (id) => brokenIn(id, place) <= entry(before, id, () => brokenIn(id, visit)),
    );
}
