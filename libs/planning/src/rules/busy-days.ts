import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf, nightsOf } from '../problem.js';

/**
 * Days that a visit makes busy: its own, and the other day of each night away. Not those on which the
 * specialist has something fixed or is on the way to or from a fixed night, for these were busy anyway.
 */
export function daysOpened(view: PlanView, visit: Assignment): readonly number[] {
  const { specialistId } = visit;
  const days = [dayOf(visit.start)];
  const base = view.specialist(specialistId)?.base;
  if (view.placeOf(visit) !== base) {
    for (const night of nightsOf(visit)) days.push(night, night + 1);
  }
  return [...new Set(days)].filter(
    (day) => day >= 0 && day < view.problem.days && !view.isHeld(specialistId, day),
  );
}

/** Busy days of a specialist for which `holds` is true, `more` days among them even if they are free. */
export function countBusy(
  view: PlanView,
  specialistId: string,
  holds: (day: number) => boolean,
  more: readonly number[] = [],
): number {
  const busy = view.busyDays(specialistId);
  const added = more.filter((day) => holds(day) && !busy.includes(day)).length;
  return busy.filter(holds).length + added;
}
