import type { Assignment, Violation } from '../src/plan.js';
import {
  MINUTES_PER_DAY,
  type Companion,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type StandingVisit,
} from '../src/problem.js';

/** A minute of the horizon: `at(2, 13, 30)` is the third day, 13:30. */
export function at(day: number, hour: number, minute = 0): number {
  return day * MINUTES_PER_DAY + hour * 60 + minute;
}

/** Two windows a day, 9-12 and 13-17. */
export function officeDays(...days: readonly number[]): Interval[] {
  return days.flatMap((day) => [
    { start: at(day, 9), end: at(day, 12) },
    { start: at(day, 13), end: at(day, 17) },
  ]);
}

/** A specialist at home in the hub, on duty on the first five days. */
export function specialist(given: Partial<PlanningSpecialist> = {}): PlanningSpecialist {
  return {
    id: 'sato',
    base: 'hub',
    skills: { bpr: 3 },
    available: officeDays(0, 1, 2, 3, 4),
    modes: ['ON_SITE', 'ONLINE'],
    monthlyDays: null,
    usedDaysByMonth: [],
    ...given,
  };
}

/** One visit of two hours in the near town, no wishes. */
export function request(given: Partial<PlanningRequest> = {}): PlanningRequest {
  return {
    id: 'desk',
    town: 'near',
    needs: [],
    priority: 2,
    earliest: 0,
    deadline: null,
    visits: 1,
    firstVisitNo: 1,
    minutes: 120,
    minGapDays: 0,
    mode: 'ON_SITE',
    wished: [],
    onlyWished: false,
    requiredSpecialistId: null,
    previousSpecialistId: null,
    waitingDays: 0,
    ...given,
  };
}

/** A fixed visit of the hub's own, without travel. */
export function fixedVisit(given: Partial<FixedVisit> = {}): FixedVisit {
  const start = given.start ?? at(0, 9);
  return {
    id: 'fixed',
    requestId: null,
    visitNo: null,
    specialistId: 'sato',
    place: null,
    mode: 'ONLINE',
    start,
    end: start + 120,
    ...given,
  };
}

/** Someone of the hub who can come along on the first five days. */
export function companion(given: Partial<Companion> = {}): Companion {
  return { id: 'ueda', base: 'hub', available: officeDays(0, 1, 2, 3, 4), ...given };
}

/** The visit of `visit()` as it stood before, by default on the first day from 10:00. */
export function standingVisit(given: Partial<StandingVisit> = {}): StandingVisit {
  const start = given.start ?? at(0, 10);
  return {
    requestId: 'desk',
    visitNo: 1,
    specialistId: 'sato',
    mode: 'ON_SITE',
    start,
    end: start + 120,
    ...given,
  };
}

/** hub–near 30 min, hub–far 60, near–far 80, island unknown; buffered: 40, 70, 90. Days 5 and 6 are closed. */
export function problem(given: Partial<Problem> = {}): Problem {
  return {
    days: 7,
    monthOfDay: [0, 0, 0, 0, 0, 0, 0],
    closedDays: [5, 6],
    officeHours: [
      { start: 540, end: 720 },
      { start: 780, end: 1020 },
    ],
    slotStep: 30,
    places: ['hub', 'near', 'far', 'island'],
    travel: [
      [0, 30, 60, null],
      [30, 0, 80, null],
      [60, 80, 0, null],
      [null, null, null, 0],
    ],
    travelBuffer: { percent: 10, minMinutes: 10 },
    specialists: [specialist()],
    requests: [request()],
    fixed: [],
    ...given,
  };
}

/** A two-hour visit on site for the given request, by default on the first day from 10:00. */
export function visit(given: Partial<Assignment> = {}): Assignment {
  const start = given.start ?? at(0, 10);
  return {
    requestId: 'desk',
    visitNo: 1,
    specialistId: 'sato',
    mode: 'ON_SITE',
    start,
    end: start + 120,
    travelBefore: 40,
    travelAfter: 40,
    ...given,
  };
}

/** Ids of the rules broken, each once, in order. */
export function ruleIds(violations: readonly Violation[], level: 'hard' | 'soft' = 'hard'): string[] {
  return [...new Set(violations.filter((v) => v.level === level).map((v) => v.ruleId))];
}
