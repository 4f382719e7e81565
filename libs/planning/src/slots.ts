import type { Assignment } from './plan.js';
import type { PlanView } from './plan-view.js';
import { MINUTES_PER_DAY, type PlanningRequest, type VisitMode } from './problem.js';

/** All days of the horizon. */
export function everyDay(view: PlanView): readonly number[] {
  return Array.from({ length: view.problem.days }, (_, day) => day);
}

/** Days on which the towns' offices are open. */
export function openDays(view: PlanView): readonly number[] {
  return everyDay(view).filter((day) => !view.closed.has(day));
}

/** Starts on the given days at which the office hours hold a visit of this request. */
export function officeStarts(
  view: PlanView,
  request: PlanningRequest,
  days: readonly number[],
): readonly number[] {
  const { officeHours } = view.problem;
  return everyStart(view, request, days).filter((start) => {
    const ofDay = start % MINUTES_PER_DAY;
    return officeHours.some((span) => span.start <= ofDay && ofDay + request.minutes <= span.end);
  });
}

/** Every start on the grid at which a visit of this request ends the same day. */
export function everyStart(
  view: PlanView,
  request: PlanningRequest,
  days: readonly number[],
): readonly number[] {
  const starts: number[] = [];
  for (const day of days) {
    for (let start = 0; start + request.minutes <= MINUTES_PER_DAY; start += view.problem.slotStep) {
      starts.push(day * MINUTES_PER_DAY + start);
    }
  }
  return starts;
}

/** A visit to try out; it is in no plan. */
export function trialVisit(
  request: PlanningRequest,
  visitNo: number,
  specialistId: string,
  mode: VisitMode,
  start: number,
): Assignment {
  const end = start + request.minutes;
  return { requestId: request.id, visitNo, specialistId, mode, start, end, travelBefore: 0, travelAfter: 0 };
}
