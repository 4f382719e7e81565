import {
  dayOf,
  MINUTES_PER_DAY,
  modesWished,
  numbersToPlace,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type VisitMode,
} from './problem.js';
import {
  PRIORITY_WEIGHT,
  SHORT_VISIT_MINUTES,
  SHORT_VISIT_ON_SITE,
  SHORTFALL_PER_LEVEL,
  urgencyOf,
} from './weights.js';

/** No place: online or no travel. */
export const NOWHERE = -1;
/** Travel that nobody has entered. */
export const UNKNOWN = -1;

/** One specialist and mode in which a request can be served, with its fixed price. */
export interface Option {
  readonly specialist: number;
  readonly mode: VisitMode;
  readonly place: number;
  readonly cost: number;
}

/** One visit to place. Units of a request with the same `group` have no fixed visit between them. */
export interface Unit {
  readonly index: number;
  readonly job: number;
  readonly visitNo: number;
  readonly group: number;
  /** Day from which waiting counts. */
  readonly dueDay: number;
}

/** A request as the search sees it. */
export interface Job {
  readonly request: PlanningRequest;
  readonly town: number;
  readonly weight: number;
  readonly urgency: number;
  /** Minutes of the day at which a visit may start. */
  readonly starts: readonly number[];
  readonly options: readonly Option[];
  readonly units: readonly Unit[];
  readonly fixed: readonly FixedVisit[];
  /** Specialists whose coming is no change. */
  readonly familiar: ReadonlySet<number>;
  /** First and last day on which the request may be visited. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A specialist as the search sees it. */
export interface Worker {
  readonly base: number;
  /** Windows by day. */
  readonly windows: readonly (readonly Interval[])[];
  readonly monthlyDays: number | null;
  readonly used: readonly number[];
  readonly usedInHorizon: number;
  readonly capacity: number;
}

/** Everything the search works out once. Written apart from the rules on purpose: see check.ts. */
export interface Ground {
  readonly problem: Problem;
  readonly openDays: readonly number[];
  readonly jobs: readonly Job[];
  readonly units: readonly Unit[];
  readonly workers: readonly Worker[];
  readonly specialistIndex: ReadonlyMap<string, number>;
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly monthCount: number;
  /** Buffered minutes, or UNKNOWN. */
  travel(from: number, to: number): number;
}

/** Prepares a problem for the search. */
export function groundOf(problem: Problem): Ground {
  const placeIndex = new Map(problem.places.map((place, index) => [place, index]));
  const specialistIndex = new Map(problem.specialists.map(({ id }, index) => [id, index]));
  const closed = new Set(problem.closedDays);
  const openDays = daysOf(problem).filter((day) => !closed.has(day));
  const jobs: Job[] = [];
  const units: Unit[] = [];
  for (const request of problem.requests) {
    const town = placeIndex.get(request.town) ?? NOWHERE;
    const made = unitsOf(problem, request, jobs.length, units.length);
    jobs.push(jobOf(problem, request, town, made, specialistIndex));
    units.push(...made);
  }
  const months = [...new Set(problem.monthOfDay)];
  return {
    problem,
    openDays,
    jobs,
    units,
    workers: problem.specialists.map((specialist) => workerOf(problem, specialist, months, placeIndex)),
    specialistIndex,
    placeIndex,
    monthCount: Math.max(0, ...months) + 1,
    travel: travelLookup(problem),
  };
}

function daysOf(problem: Problem): number[] {
  return Array.from({ length: problem.days }, (_, day) => day);
}

function travelLookup(problem: Problem): Ground['travel'] {
  const size = problem.places.length;
  const { percent, minMinutes } = problem.travelBuffer;
  const table = new Int32Array(size * size).fill(UNKNOWN);
  problem.travel.forEach((row, from) => {
    row.forEach((minutes, to) => {
      if (minutes === null) return;
      const longer = Math.max(minutes * (100 + percent), (minutes + minMinutes) * 100);
      table[from * size + to] = Math.ceil(longer / 500) * 5;
    });
  });
  for (let place = 0; place < size; place += 1) table[place * size + place] = 0;
  return (from, to) => table[from * size + to] ?? UNKNOWN;
}

function unitsOf(problem: Problem, request: PlanningRequest, job: number, firstIndex: number): Unit[] {
  const wished = request.wished.map((span) => span.start);
  const begin = wished.length === 0 ? request.earliest : Math.max(request.earliest, Math.min(...wished));
  const fixed = problem.fixed.filter((visit) => visit.requestId === request.id);
  return numbersToPlace(problem, request).map((visitNo, turn) => ({
    index: firstIndex + turn,
    job,
    visitNo,
    group: fixed.filter((visit) => visit.visitNo !== null && visit.visitNo < visitNo).length,
    dueDay: dayOf(begin) + turn * request.minGapDays,
  }));
}

function jobOf(
  problem: Problem,
  request: PlanningRequest,
  town: number,
  units: readonly Unit[],
  specialistIndex: ReadonlyMap<string, number>,
): Job {
  const fixed = problem.fixed.filter((visit) => visit.requestId === request.id);
  const names = [request.previousSpecialistId ?? '', ...fixed.map((visit) => visit.specialistId)];
  const known = names.map((id) => specialistIndex.get(id) ?? -1).filter((index) => index >= 0);
  // Someone who has left the pool still counts as the one the town knew.
  const left = request.previousSpecialistId !== null && !specialistIndex.has(request.previousSpecialistId);
  const lastDay = request.deadline === null ? problem.days - 1 : dayOf(request.deadline - 1);
  return {
    request,
    town,
    weight: PRIORITY_WEIGHT[request.priority] ?? 0,
    urgency: urgencyOf(request),
    starts: startsOf(problem, request.minutes),
    options: problem.specialists.flatMap((specialist, index) => optionsOf(request, specialist, index, town)),
    units,
    fixed,
    familiar: new Set(left ? [...known, -1] : known),
    firstDay: Math.max(0, dayOf(request.earliest)),
    lastDay: Math.min(problem.days - 1, lastDay),
  };
}

function startsOf(problem: Problem, minutes: number): number[] {
  const starts: number[] = [];
  // The step divides a day, so every day has the same grid.
  for (let start = 0; start + minutes <= MINUTES_PER_DAY; start += problem.slotStep) {
    if (problem.officeHours.some((span) => span.start <= start && start + minutes <= span.end)) {
      starts.push(start);
    }
  }
  return starts;
}

function optionsOf(
  request: PlanningRequest,
  specialist: PlanningSpecialist,
  index: number,
  town: number,
): Option[] {
  const required = request.requiredSpecialistId;
  if (required !== null && required !== specialist.id) return [];
  const missing = request.needs.map((need) => ({
    essential: need.essential,
    levels: Math.max(0, need.level - (specialist.skills[need.skillId] ?? 0)),
  }));
  if (missing.some(({ essential, levels }) => essential && levels > 0)) return [];
  const shortfall = SHORTFALL_PER_LEVEL * missing.reduce((sum, { levels }) => sum + levels, 0);
  const short = request.mode === 'EITHER' && request.minutes <= SHORT_VISIT_MINUTES;
  return modesWished(request)
    .filter((mode) => specialist.modes.includes(mode))
    .map((mode) => {
      const online = mode === 'ONLINE';
      const cost = shortfall + (short && !online ? SHORT_VISIT_ON_SITE : 0);
      return { specialist: index, mode, place: online ? NOWHERE : town, cost };
    });
}

function workerOf(
  problem: Problem,
  specialist: PlanningSpecialist,
  months: readonly number[],
  placeIndex: ReadonlyMap<string, number>,
): Worker {
  const windows: Interval[][] = daysOf(problem).map(() => []);
  for (const span of specialist.available) windows[dayOf(span.start)]?.push(span);
  const days = new Set(specialist.available.map((span) => dayOf(span.start))).size;
  const { monthlyDays } = specialist;
  return {
    base: placeIndex.get(specialist.base) ?? NOWHERE,
    windows,
    monthlyDays,
    used: specialist.usedDaysByMonth,
    usedInHorizon: months.reduce((sum, month) => sum + (specialist.usedDaysByMonth[month] ?? 0), 0),
    capacity: Math.max(1, monthlyDays === null ? days : monthlyDays * months.length),
  };
}
