import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { MINUTES_PER_DAY, modesWished, type PlanningRequest, type VisitMode } from '../problem.js';

/** All days of the horizon. */
export function everyDay(view: PlanView): readonly number[] {
  return Array.from({ length: view.problem.days }, (_, day) => day);
}

/** Days on which the town's office is open. */
export function openDays(view: PlanView, request: PlanningRequest): readonly number[] {
  return everyDay(view).filter((day) => !view.isClosed(request.town, day));
}

/** Starts on the given days at which the office hours hold a visit of this request. */
export function officeStarts(
  view: PlanView,
  request: PlanningRequest,
  days: readonly number[],
): readonly number[] {
  const officeHours = view.officeHours(request.town);
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
  way: Way,
  start: number,
): Assignment {
  const end = start + request.minutes;
  return {
    requestId: request.id,
    visitNo,
    specialistId,
    ...way,
    start,
    end,
    travelBefore: 0,
    travelAfter: 0,
  };
}

/** One way to hold a visit, whatever its start: mode, who comes along, where the nights are spent. */
export interface Way {
  readonly mode: VisitMode;
  readonly companionId?: string | null;
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
}

/** Every way in which a specialist could hold a visit of a request, the one without travel first. */
export function waysOf(view: PlanView, request: PlanningRequest, specialistId: string): readonly Way[] {
  const companions = (view.problem.companions ?? []).map(({ id }) => id);
  const along: readonly { companionId?: string | null }[] =
    request.companion === true
      ? (companions.length > 0 ? companions : [null]).map((companionId) => ({ companionId }))
      : [{}];
  const staysAway = (view.specialist(specialistId)?.nights ?? 0) > 0;
  return modesWished(request).flatMap((mode) => {
    const nights: readonly Omit<Way, 'mode'>[] =
      staysAway && mode === 'ON_SITE' ? [{}, { nightBefore: true }, { nightAfter: true }] : [{}];
    return nights.flatMap((night) => along.map((companion) => ({ mode, ...night, ...companion })));
  });
}
