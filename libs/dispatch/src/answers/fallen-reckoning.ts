import {
  type Assignment,
  dayOf,
  type Interval,
  numbersToPlace,
  openPlaces,
  type PlanningRequest,
  type Problem,
} from '@banso/planning';
import { priced, type PricedWay, urgentReckoning } from '../repair-reckoning.js';
import type { Way } from '../repair-ways.js';

/** A visit that fell away, and what may be done about it. */
export interface Fallen {
  readonly requestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly start: number;
  /** Whether it may be held again, and from when on; null = it is not looked for. */
  readonly again: { readonly today: boolean } | null;
  /** The half-day that came free, as far as another need may take it; null = nobody is there to fill it. */
  readonly free: Interval | null;
  /** Before this minute of today only emergencies are brought in. */
  readonly today: Interval | null;
}

/** More waiting needs are not tried: they come in the order of their priority. */
const MOST_TRIED = 30;
/** Other days with the same specialist. */
const MOST_LATER = 3;
/** Of those that fit, this many are priced. */
const MOST_FILLINGS = 3;

/**
 * The ways out when one visit falls away at short notice: it is held by somebody else or later, or the half-day that
 * came free serves a need that waits. Those that trouble the fewest come first.
 */
export function fallenReckoning(
  problem: Problem,
  current: readonly Assignment[],
  fallen: Fallen,
): PricedWay[] {
  const again = fallen.again ? heldAgain(problem, current, fallen, fallen.again.today) : [];
  const fills = fallen.free ? fillings(problem, current, fallen, fallen.free) : [];
  const later = fallen.again ? onOtherDays(problem, current, fallen) : [];
  return [...again, ...later, ...fills];
}

function heldAgain(
  problem: Problem,
  current: readonly Assignment[],
  fallen: Fallen,
  today: boolean,
): PricedWay[] {
  const { ways } = urgentReckoning(onlyOnce(problem, fallen), current, {
    requestId: fallen.requestId,
    today,
  });
  return ways.map((way) => ({ ...way, kind: kindOf(way.assignments, current, fallen) }));
}

/** The same specialist on other days, the nearest first: somebody may know why the first one will not do. */
function onOtherDays(problem: Problem, current: readonly Assignment[], fallen: Fallen): PricedWay[] {
  const once = onlyOnce(problem, fallen);
  const request = once.requests.find(({ id }) => id === fallen.requestId);
  const visitNo = request ? firstWaiting(once, current, request) : null;
  if (visitNo === null) return [];
  const { requestId, specialistId } = fallen;
  const places = openPlaces(once, current, { requestId, visitNo, specialistId });
  return priced(
    once,
    current,
    places
      .slice(0, MOST_LATER)
      .map(({ visit }) => ({ kind: 'SAME_SPECIALIST_LATER', assignments: [...current, visit] })),
  );
}

/** The visit alone comes back, not every other one that the request still waits for. */
function onlyOnce(problem: Problem, { requestId }: Fallen): Problem {
  const standing = (problem.standing ?? []).filter((visit) => visit.requestId === requestId);
  return {
    ...problem,
    requests: problem.requests.map((request) => {
      if (request.id !== requestId) return request;
      const fewer = { ...request, visits: Math.min(request.visits, standing.length + 1) };
      const numbers = numbersToPlace(problem, fewer);
      // A published visit keeps its number.
      return standing.every(({ visitNo }) => numbers.includes(visitNo)) ? fewer : request;
    }),
  };
}

function kindOf(
  assignments: readonly Assignment[],
  current: readonly Assignment[],
  { requestId, specialistId, start }: Fallen,
): Way['kind'] {
  const visit = assignments.find(
    (one) =>
      one.requestId === requestId &&
      !current.some((old) => old.requestId === requestId && old.visitNo === one.visitNo),
  );
  if (!visit) return 'INSERTED';
  if (visit.specialistId === specialistId) return 'SAME_SPECIALIST_LATER';
  return visit.start === start ? 'COLLEAGUE_SAME_TIME' : 'INSERTED';
}

/** Needs that wait, the most pressing first, each with its best place in the free half-day. */
function fillings(
  problem: Problem,
  current: readonly Assignment[],
  fallen: Fallen,
  free: Interval,
): PricedWay[] {
  const waiting = problem.requests
    .filter((request) => request.id !== fallen.requestId)
    .flatMap((request) => {
      const visitNo = firstWaiting(problem, current, request);
      return visitNo === null ? [] : [{ request, visitNo }];
    })
    .sort((a, b) => b.request.priority - a.request.priority || b.request.waitingDays - a.request.waitingDays)
    .slice(0, MOST_TRIED);
  const found: PricedWay[] = [];
  for (const { request, visitNo } of waiting) {
    if (found.length >= MOST_FILLINGS) break;
    const within = reachOf(request, fallen, free);
    if (!within) continue;
    const asked = admitting(problem, request, within);
    const [place] = openPlaces(asked, current, {
      requestId: request.id,
      visitNo,
      specialistId: fallen.specialistId,
      within,
    });
    if (place)
      found.push(...priced(asked, current, [{ kind: 'FILLED', assignments: [...current, place.visit] }]));
  }
  return found;
}

/** Today is for urgent needs alone, as everywhere. */
function reachOf({ priority }: PlanningRequest, { today }: Fallen, free: Interval): Interval | null {
  if (dayOf(free.start) > 0) return free;
  if (priority < URGENT || !today) return null;
  const start = Math.max(free.start, today.start);
  return start < free.end ? { start, end: free.end } : null;
}
const URGENT = 4;

/** The frozen days and today are open to it. */
const admitting = (problem: Problem, asked: PlanningRequest, { start }: Interval): Problem => ({
  ...problem,
  requests: problem.requests.map((request) =>
    request === asked
      ? {
          ...request,
          emergency: true,
          earliest: dayOf(start) === 0 ? Math.min(request.earliest, start) : request.earliest,
        }
      : request,
  ),
});

function firstWaiting(
  problem: Problem,
  current: readonly Assignment[],
  request: PlanningRequest,
): number | null {
  const placed = new Set(
    current.filter(({ requestId }) => requestId === request.id).map(({ visitNo }) => visitNo),
  );
  return numbersToPlace(problem, request).find((no) => !placed.has(no)) ?? null;
}
