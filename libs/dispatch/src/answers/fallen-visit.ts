import { type Actor, addDays, HALVES, localDateOf, MINUTES_PER_DAY } from '@banso/kernel';
import type { Interval, Problem } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE } from '@banso/support';
import type { RepairOption } from '../plan-answers.js';
import { endOfDay, minuteOf } from '../planning-calendar.js';
import { planningPolicy } from '../planning-policy.queries.js';
import {
  distinct,
  MOST_OPTIONS,
  optionOf,
  type Situation,
  situationOf,
  urgentQuestion,
  type UrgentQuestion,
} from '../repair-options.js';
import type { PricedWay } from '../repair-reckoning.js';
import { earliestToday, fromNow } from '../urgent-today.js';
import type { Visit } from '../visit.entity.js';
import type { Fallen } from './fallen-reckoning.js';

/** What is asked of the planner when one visit has fallen away. */
export interface FallenQuestion extends Situation {
  readonly fallen: Fallen;
}

/** Eight weeks, as for every repair. */
const HORIZON_DAYS = 56;

/** The calendar as it stands without the visit, and what may be looked for. */
export async function fallenQuestion(tx: Tx, actor: Actor, now: Date, visit: Visit): Promise<FallenQuestion> {
  const again = await heldAgain(tx, actor, now, visit);
  const today = localDateOf(now);
  const period = { from: today, to: addDays(today, HORIZON_DAYS - 1) };
  const situation = again ?? (await situationOf(tx, actor, { period, today, mustMove: new Set() }));
  const { urgentLeadMinutes: leadMinutes } = await planningPolicy(tx, actor);
  const start = minuteOf(period, visit.startsAt);
  const isToday = localDateOf(visit.startsAt) === today;
  // Clipped once: asking for an urgent visit of today has done it already.
  const rest = isToday && again?.today.state !== 'OPEN' ? fromNow(situation.problem, now) : situation.problem;
  return {
    ...situation,
    problem: withCause(rest, visit, endOfDay(period, localDateOf(visit.startsAt))),
    fallen: {
      requestId: visit.supportRequestId,
      visitNo: visit.visitNo,
      specialistId: visit.specialistId,
      start,
      again: again && { today: again.today.from !== null },
      free: visit.cancelSide === 'SPECIALIST' ? null : halfAround(start),
      today: isToday
        ? { start: earliestToday(situation.problem, { now, leadMinutes }), end: MINUTES_PER_DAY }
        : null,
    },
  };
}

/** Null where its case is not planned any more. */
async function heldAgain(tx: Tx, actor: Actor, now: Date, visit: Visit): Promise<UrgentQuestion | null> {
  const request = await getSupportRequest(tx, actor, visit.supportRequestId);
  return PLANNABLE.includes(request.status) ? urgentQuestion(tx, actor, now, request) : null;
}

/** Whoever declined cannot come that day; where the cause lies elsewhere, the town is asked for another day. */
function withCause(
  problem: Problem,
  { cancelSide, specialistId, supportRequestId }: Visit,
  after: number,
): Problem {
  const before = after - MINUTES_PER_DAY;
  if (cancelSide === 'SPECIALIST') {
    const stays = ({ start, end }: Interval): boolean =>
      start < before ||
      start >= after ||
      // What else stands that day is left to whoever called off.
      (problem.standing ?? []).some(
        (one) => one.specialistId === specialistId && one.start >= start && one.end <= end,
      );
    return {
      ...problem,
      specialists: problem.specialists.map((one) =>
        one.id === specialistId ? { ...one, available: one.available.filter(stays) } : one,
      ),
    };
  }
  return {
    ...problem,
    requests: problem.requests.map((request) =>
      request.id === supportRequestId ? { ...request, earliest: Math.max(request.earliest, after) } : request,
    ),
  };
}

/** The half-day of the towns' offices in which it lay. */
function halfAround(start: number): { start: number; end: number } {
  const midnight = Math.floor(start / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const half = start - midnight < HALVES.PM.start ? HALVES.AM : HALVES.PM;
  return { start: midnight + half.start, end: midnight + half.end };
}

/**
 * At most three, those that trouble the fewest towns first; both ways out are among them wherever both exist: the town
 * gets its visit again, and the half-day is not lost.
 */
export function fallenOptions(question: FallenQuestion, ways: readonly PricedWay[]): RepairOption[] {
  const options = distinct(ways.flatMap((way) => optionOf(question, way))).sort(
    (a, b) => a.towns - b.towns || a.changes.length - b.changes.length,
  );
  const again = options.filter(({ kind }) => kind !== 'FILLED');
  const fills = options.filter(({ kind }) => kind === 'FILLED');
  const first = [...again.slice(0, 1), ...fills.slice(0, 1)];
  const rest = options.filter((option) => !first.includes(option));
  return [...first, ...rest].slice(0, MOST_OPTIONS);
}
