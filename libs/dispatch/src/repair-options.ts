import { createHash } from 'node:crypto';
import {
  type Actor,
  addDays,
  instantAt,
  type LocalDate,
  localDateOf,
  MINUTES_PER_DAY,
  minuteOfDay,
} from '@banso/kernel';
import {
  type Absence as DaysAway,
  type Assignment,
  nightsOf,
  type PlanningRequest,
  type Problem,
  type Unplaced,
} from '@banso/planning';
import type { Tx } from '@banso/platform';
import { requestsToPlan, type SupportRequest } from '@banso/support';
import type { RepairOption, RepairOptions, TodayAnswer, VisitChange } from './plan-answers.js';
import { slotFrom } from './plan-rows.js';
import { speakerFor } from './plan-words.js';
import { daysIn, firstFreeDay, type Period } from './planning-calendar.js';
import { planningPolicy } from './planning-policy.queries.js';
import { type CalendarEntry, entriesAround } from './planning-pool.js';
import { planningProblem } from './planning-problem.js';
import { withinQuotas } from './quota-left-out.js';
import type { PricedWay, UrgentReckoning } from './repair-reckoning.js';
import type { Absence } from './slot.js';
import { earliestToday, fromNow, type Moment, todayFor } from './urgent-today.js';

/** Eight weeks: what is further away is for the next plan. */
const HORIZON_DAYS = 56;
/** More than anybody compares. */
export const MOST_OPTIONS = 3;

/** The calendar as it stands, as far as it may move. */
export interface Situation {
  readonly period: Period;
  readonly problem: Problem;
  readonly current: readonly Assignment[];
  readonly entries: ReadonlyMap<string, CalendarEntry>;
}

/** What is asked of the planner for a request, and how it answers. */
export interface UrgentQuestion extends Situation {
  readonly requestId: string;
  readonly today: TodayAnswer;
  /** Its visits for which a quota has nothing left. */
  readonly leftOut: readonly Unplaced[];
}

/** How the next visits of a request could come in; null when it is not planned at all. */
export async function urgentQuestion(
  tx: Tx,
  actor: Actor,
  now: Date,
  row: SupportRequest,
): Promise<UrgentQuestion | null> {
  const date = localDateOf(now);
  const period = { from: date, to: addDays(date, HORIZON_DAYS - 1) };
  const situation = await situationOf(tx, actor, { period, today: date, mustMove: new Set() });
  const asked = { period, requests: [row], held: [], only: row.id };
  const { problem: allowed, leftOut } = await withinQuotas(tx, actor, situation, asked);
  const request = allowed.requests.find(({ id }) => id === row.id);
  if (!request) return null;
  const { urgentLeadMinutes: leadMinutes } = await planningPolicy(tx, actor);
  const today = todayFor(allowed, request, row, { now, leadMinutes });
  const problem = withEmergency(allowed, request, today, now);
  return { ...situation, problem, requestId: row.id, today, leftOut };
}

/** The answer as changes of rows, the fewest changes first. */
export async function urgentOptions(
  tx: Tx,
  actor: Actor,
  question: UrgentQuestion,
  { ways, reasons }: UrgentReckoning,
): Promise<RepairOptions> {
  const options = distinct(ways.flatMap((way) => optionOf(question, way)));
  // Without a way it is said first that a quota stands in it.
  const inTheWay = options.length > 0 ? reasons : [...(question.leftOut[0]?.reasons ?? []), ...reasons];
  const speak = await speakerFor(tx, actor, inTheWay);
  return {
    options: options.slice(0, MOST_OPTIONS),
    reasons: inTheWay.map((reason) => ({ ...reason, sentence: speak(reason, question.period.from) })),
    today: question.today,
  };
}

/** Nothing to be done, and nothing in the way. */
export const NO_OPTIONS: RepairOptions = { options: [], reasons: [], today: null };

export const distinct = (options: readonly RepairOption[]): RepairOption[] =>
  options.filter(({ key }, i) => options.findIndex((other) => other.key === key) === i);

/** The request may use the frozen days, and today from the told time on. */
function withEmergency(problem: Problem, asked: PlanningRequest, { from }: TodayAnswer, now: Date): Problem {
  const earliest = from === null ? asked.earliest : minuteOfDay(from);
  const requests = problem.requests.map((request) =>
    request === asked ? { ...request, emergency: true, earliest } : request,
  );
  const urgent = { ...problem, requests };
  return from === null ? urgent : fromNow(urgent, now);
}

/** What is asked of the planner for an absence. */
export interface AbsenceQuestion extends Situation {
  readonly absence: DaysAway;
  /** Published visits that cannot stay. */
  readonly mustMove: ReadonlySet<string>;
  /** Before it nothing else may move. */
  readonly free: Date;
}

/** What could become of the visits of somebody who is away; null when there are none. */
export async function absenceQuestion(
  tx: Tx,
  actor: Actor,
  now: Date,
  absence: Absence,
): Promise<AbsenceQuestion | null> {
  const today = localDateOf(now);
  const from = absence.from < today ? today : absence.from;
  const period = { from, to: addDays(from, HORIZON_DAYS - 1) };
  const entries = await entriesAround(tx, actor, period, []);
  const end = instantAt(addDays(absence.to, 1), 0);
  const mustMove = new Set(
    entries
      .filter(
        ({ specialistId, startsAt, status }) =>
          specialistId === absence.specialistId &&
          // What has begun takes place, or has to be called off by hand.
          startsAt >= now &&
          startsAt >= instantAt(from, 0) &&
          startsAt < end &&
          (status === 'PUBLISHED' || status === 'CONFIRMED'),
      )
      .map(({ id }) => id),
  );
  if (mustMove.size === 0) return null;
  const situation = await situationOf(tx, actor, { period, today, mustMove });
  const away = daysIn(period, [absence]);
  const { specialistId } = absence;
  const { frozenWorkingDays, urgentLeadMinutes: leadMinutes } = await planningPolicy(tx, actor);
  const rest = from === today ? withToday(situation, mustMove, { now, leadMinutes }) : situation.problem;
  const problem = {
    ...rest,
    specialists: rest.specialists.map((one) =>
      one.id === specialistId
        ? {
            ...one,
            available: one.available.filter(({ start }) => !away.includes(Math.floor(start / 1_440))),
          }
        : one,
    ),
  };
  return {
    ...situation,
    problem,
    absence: { specialistId, fromDay: away[0] ?? 0, toDay: away.at(-1) ?? 0 },
    mustMove,
    free: instantAt(firstFreeDay(today, frozenWorkingDays), 0),
  };
}

/** Requests that lose a visit may be served today, as soon as somebody can be there. */
function withToday({ problem, entries }: Situation, mustMove: ReadonlySet<string>, moment: Moment): Problem {
  const hit = new Set([...mustMove].map((id) => entries.get(id)?.supportRequestId));
  const requests = problem.requests.map((request) =>
    hit.has(request.id) && request.earliest === MINUTES_PER_DAY
      ? { ...request, earliest: earliestToday(problem, moment) }
      : request,
  );
  return fromNow({ ...problem, requests }, moment.now);
}

/** The answer as changes of rows, the fewest changes first. */
export function absenceOptions(question: AbsenceQuestion, ways: readonly PricedWay[]): RepairOptions {
  const { mustMove, free } = question;
  const disturbs = ({ visitId, after }: VisitChange): boolean =>
    !mustMove.has(visitId ?? '') && after !== null && after.startsAt < free;
  const options = ways
    .flatMap((way) => optionOf(question, way))
    // The frozen days stay quiet for those who are not concerned.
    .filter(({ changes }) => !changes.some(disturbs));
  return { ...NO_OPTIONS, options: options.slice(0, MOST_OPTIONS) };
}

const numberOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;
const numberOfEntry = (entry: CalendarEntry | undefined): string =>
  entry ? `${entry.supportRequestId} ${entry.visitNo}` : '';

export async function situationOf(
  tx: Tx,
  actor: Actor,
  {
    period,
    today,
    mustMove,
  }: { readonly period: Period; readonly today: LocalDate; readonly mustMove: ReadonlySet<string> },
): Promise<Situation> {
  const requests = await requestsToPlan(tx, actor);
  const problem = await planningProblem(tx, actor, {
    period,
    today,
    requests,
    held: [],
    movePublished: true,
    mustMove,
  });
  const entries = await entriesAround(
    tx,
    actor,
    period,
    requests.map(({ id }) => id),
  );
  const byNumber = new Map(entries.map((entry) => [numberOfEntry(entry), entry]));
  const current = (problem.standing ?? []).map((visit) => ({ ...visit, travelBefore: 0, travelAfter: 0 }));
  return {
    period,
    problem,
    current,
    entries: new Map([...byNumber.values()].map((entry) => [entry.id, entry])),
  };
}

/** A way as changes of rows; none when it changes nothing. */
export function optionOf(
  { period, problem, current, entries }: Situation,
  { kind, assignments, price, travelMinutes }: PricedWay,
): RepairOption[] {
  const ids = new Map([...entries.values()].map((entry) => [numberOfEntry(entry), entry.id]));
  const old = new Map(current.map((visit) => [numberOf(visit), visit]));
  const now = new Map(assignments.map((visit) => [numberOf(visit), visit]));
  const changes = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key): VisitChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const visit = is ?? was;
    if (!visit || (was && is && isSame(was, is))) return [];
    return [
      {
        kind: was && is ? 'MOVED' : is ? 'NEW' : 'CANCELLED',
        supportRequestId: visit.requestId,
        visitNo: visit.visitNo,
        visitId: was ? (ids.get(key) ?? null) : null,
        before: was ? slotFrom(period, was) : null,
        after: is ? slotFrom(period, is) : null,
      },
    ];
  });
  if (changes.length === 0) return [];
  return [
    {
      kind,
      key: createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 40),
      changes,
      towns: townsOf(problem, changes),
      price,
      travelMinutes,
      unplaced: changes
        .filter(({ after }) => after === null)
        .map(({ supportRequestId, visitNo }) => ({ supportRequestId, visitNo })),
    },
  ];
}

/** How many towns would have to be told. */
function townsOf({ requests }: Problem, changes: readonly VisitChange[]): number {
  const touched = changes.map(
    ({ supportRequestId }) => requests.find(({ id }) => id === supportRequestId)?.town,
  );
  return new Set(touched).size;
}

const isSame = (a: Assignment, b: Assignment): boolean =>
  a.specialistId === b.specialistId &&
  a.mode === b.mode &&
  a.start === b.start &&
  a.end === b.end &&
  nightsOf(a).join() === nightsOf(b).join();
