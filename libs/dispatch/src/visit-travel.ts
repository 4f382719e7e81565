import { type Actor, addDays, instantAt, type LocalDate, localDateOf, minutesFrom } from '@banso/kernel';
import { travelMatrix } from '@banso/directory';
import {
  type Assignment,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  withTravel,
} from '@banso/planning';
import type { Tx } from '@banso/platform';
import { type Specialist, specialistsByIds } from '@banso/talent';
import { nightFlags } from './plan-rows.js';
import { TRAVEL_BUFFER } from './planning-problem.js';
import { Visit } from './visit.entity.js';

const MS_PER_MINUTE = 60_000;

const keyOf = (visit: Visit, date: LocalDate): string => `${visit.specialistId} ${date}`;
const dayKey = (visit: Visit): string => keyOf(visit, localDateOf(visit.startsAt));

/** The days whose ways a visit has a part in: its own, and the other day of each of its nights. */
function daysOf(visit: Visit): LocalDate[] {
  const date = localDateOf(visit.startsAt);
  return [
    date,
    ...(visit.nightBefore ? [addDays(date, -1)] : []),
    ...(visit.nightAfter ? [addDays(date, 1)] : []),
  ];
}

/**
 * Works out the ways of the days on which these visits lie: a new or cancelled visit changes where its
 * neighbours are reached from, and so does a night that comes or goes. Returns the neighbours, changed but
 * not saved.
 */
export async function arrangeTravel(tx: Tx, actor: Actor, visits: readonly Visit[]): Promise<Visit[]> {
  const first = [...visits].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
  if (!first) return [];
  const touched = new Set(visits.flatMap((visit) => daysOf(visit).map((date) => keyOf(visit, date))));
  const near = await visitsNear(tx, visits);
  const standing = [...near, ...visits.filter(({ status }) => status !== 'CANCELLED')];
  const pool = await specialistsByIds(tx, actor, [
    ...new Set(standing.map(({ specialistId }) => specialistId)),
  ]);
  const places = [
    ...new Set([...pool.map(({ baseId }) => baseId), ...standing.map((v) => v.municipalityId)]),
  ].sort();
  const travel = await travelMatrix(tx, actor, places);
  const origin = localDateOf(first.startsAt);
  const ways = withTravel(
    dayProblem(pool, standing, { places, travel }),
    standing.map((v) => dayStop(origin, v)),
  );
  for (const [i, visit] of standing.entries()) {
    if (!touched.has(dayKey(visit))) continue;
    const { travelBefore = 0, travelAfter = 0 } = ways[i] ?? {};
    visit.travel({
      busyFrom: busyFrom(visit, travelBefore, standing),
      before: travelBefore,
      after: travelAfter,
    });
  }
  return near.filter((visit) => touched.has(dayKey(visit)));
}

/** Other visits of the same specialists on those days, and on the days beside: their nights reach over. */
async function visitsNear(tx: Tx, visits: readonly Visit[]): Promise<Visit[]> {
  const ids = new Set(visits.map(({ id }) => id));
  const beside = (visit: Visit): string[] =>
    daysOf(visit).flatMap((date) => [-1, 0, 1].map((days) => keyOf(visit, addDays(date, days))));
  const days = new Set(visits.flatMap(beside));
  const dates = [...new Set(visits.flatMap(daysOf))].sort();
  const near = await tx
    .createQueryBuilder(Visit, 'visit')
    .where(`visit.specialistId = ANY(:specialists) AND visit.status <> 'CANCELLED'`, {
      specialists: visits.map(({ specialistId }) => specialistId),
    })
    .andWhere('visit.startsAt >= :from AND visit.startsAt < :to', spanOf(dates))
    .orderBy('visit.id')
    // They are saved after the ways have been worked out: an answer given meanwhile would be undone.
    .setLock('pessimistic_write')
    .getMany();
  return near.filter((visit) => days.has(dayKey(visit)) && !ids.has(visit.id));
}

function spanOf(dates: readonly LocalDate[]): { from: Date; to: Date } {
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  return { from: instantAt(addDays(first, -1), 0), to: instantAt(addDays(last, 2), 0) };
}

/** The way may lie before an online visit that comes in between: then the slot before is not taken twice. */
function busyFrom(visit: Visit, travelBefore: number, standing: readonly Visit[]): Date {
  const wanted = visit.startsAt.getTime() - travelBefore * MS_PER_MINUTE;
  const before = standing
    .filter((other) => other !== visit && dayKey(other) === dayKey(visit) && other.endsAt <= visit.startsAt)
    .map(({ endsAt }) => endsAt.getTime());
  return new Date(Math.max(wanted, ...before));
}

/** Each visit stands for a request of its own: only the town of a request matters for the way. */
const dayStop = (origin: LocalDate, visit: Visit): Assignment => ({
  requestId: visit.id,
  visitNo: 1,
  specialistId: visit.specialistId,
  mode: visit.mode,
  start: minutesFrom(origin, visit.startsAt),
  end: minutesFrom(origin, visit.endsAt),
  travelBefore: 0,
  travelAfter: 0,
  ...nightFlags(visit),
});

function dayProblem(
  pool: readonly Specialist[],
  visits: readonly Visit[],
  map: Pick<Problem, 'places' | 'travel'>,
): Problem {
  return {
    days: 1,
    monthOfDay: [0],
    closedDays: [],
    officeHours: [],
    slotStep: 1,
    ...map,
    travelBuffer: TRAVEL_BUFFER,
    specialists: pool.map(travellerOf),
    requests: visits.map(townOf),
    fixed: [],
  };
}

const travellerOf = ({ id, baseId, modes }: Specialist): PlanningSpecialist => ({
  id,
  base: baseId,
  skills: {},
  available: [],
  modes,
  monthlyDays: null,
  usedDaysByMonth: [],
});

const townOf = ({ id, municipalityId }: Visit): PlanningRequest => ({
  id,
  town: municipalityId,
  needs: [],
  priority: 1,
  earliest: 0,
  deadline: null,
  visits: 1,
  firstVisitNo: 1,
  minutes: 1,
  minGapDays: 0,
  mode: 'EITHER',
  wished: [],
  onlyWished: false,
  requiredSpecialistId: null,
  previousSpecialistId: null,
  waitingDays: 0,
});
