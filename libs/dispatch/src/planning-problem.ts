import { type Actor, addDays, daysBetween, type LocalDate, localDateOf } from '@banso/kernel';
import { travelMatrix } from '@banso/directory';
import type {
  FixedVisit,
  PlanningRequest,
  PlanningSpecialist,
  Priority,
  Problem,
  SkillNeed,
  StandingVisit,
} from '@banso/planning';
import type { Tx } from '@banso/platform';
import { type ConflictOfInterest, conflictsOf, type SupportRequest, type Urgency } from '@banso/support';
import { currentSkills, type Specialist, themeNeeds, timesOfPeople } from '@banso/talent';
import {
  endOfDay,
  firstFreeDay,
  halfOf,
  minuteOf,
  type Period,
  planningDays,
  startOfDay,
  windowsOf,
} from './planning-calendar.js';
import { engagementsOf } from './planning-engagements.js';
import { nightFlags } from './plan-rows.js';
import { planningPolicy } from './planning-policy.queries.js';
import type { RunPolicy } from './planning-record.js';
import { type CalendarEntry, entriesAround, poolFor, usedDaysByMonth } from './planning-pool.js';
import { townFacts } from './planning-towns.js';
import { visitsAskedFor } from './dates/visits-asked-for.js';

/** Starts on the hour and the half hour; minutes. */
export const SLOT_STEP = 30;

/** What the estimates of the register ask for: they are rough on mountain and island roads. */
export const TRAVEL_BUFFER = { percent: 15, minMinutes: 10 };

/** 「何を頼めばよいか分からない」: a request without a theme needs someone who can find that out. */
const OPEN_THEME = 'T20';

const PRIORITY: Readonly<Record<Urgency, Priority>> = { LOW: 1, NORMAL: 2, HIGH: 3, URGENT: 4 };

/** What to plan: which days, for whom, and which proposals stay as they are. */
export interface PlanningScope {
  readonly period: Period;
  readonly today: LocalDate;
  readonly requests: readonly SupportRequest[];
  readonly held: readonly CalendarEntry[];
  /** Published visits after the frozen days may move; without it none does. */
  readonly movePublished?: boolean;
  /** Nothing is added in the frozen days either, unless it is an emergency; so wherever visits may move. */
  readonly frozen?: boolean;
  /** Published visits that cannot stay whatever their state: they may move from the frozen days too. */
  readonly mustMove?: ReadonlySet<string>;
  /** Visits that give up their place, and date inquiries that are being answered: their numbers are to be placed again. */
  readonly released?: ReadonlySet<string>;
}

/** A problem, with the version of the policy that it was given. */
export interface GivenProblem {
  readonly problem: Problem;
  readonly policy: RunPolicy;
}

/** Rows → problem: the only translation to the pure planner. Minutes count from midnight of the first day. */
export async function planningProblem(tx: Tx, actor: Actor, scope: PlanningScope): Promise<Problem> {
  return (await givenProblem(tx, actor, scope)).problem;
}

/** The same, for those who keep the policy beside it. */
export async function givenProblem(tx: Tx, actor: Actor, scope: PlanningScope): Promise<GivenProblem> {
  const { period, requests, held, released = new Set() } = scope;
  const terms = await planningPolicy(tx, actor);
  const around = await entriesAround(tx, actor, period, idsOf(requests));
  const published = around.filter(({ id }) => !released.has(id));
  const frozenUntil = startOfDay(period, firstFreeDay(scope.today, terms.frozenWorkingDays));
  const standing = scope.movePublished
    ? published.filter((entry) => isMovable(entry, frozenUntil, scope))
    : [];
  const entries = [...published.filter((entry) => !standing.includes(entry)), ...held];
  const pool = await poolFor(tx, actor, [
    ...[...entries, ...standing].map((entry) => entry.specialistId),
    ...requests.flatMap(({ specialistId }) => (specialistId ? [specialistId] : [])),
  ]);
  const fixed = numberedOnce(entries)
    .filter((entry) => isFixed(entry, period, requests))
    .map((entry) => fixedVisit(period, entry));
  const asked = await visitsAskedFor(tx, idsOf(requests), released);
  const places = placesOf(pool, requests, fixed);
  const { tiers, weights, version } = terms;
  const conflicts = await conflictsOf(tx, actor, casesOf(requests));
  const problem: Problem = {
    ...planningDays(period),
    slotStep: SLOT_STEP,
    places,
    travel: await travelMatrix(tx, actor, places),
    travelBuffer: TRAVEL_BUFFER,
    specialists: await specialistsOf(tx, actor, { period, pool, requests, published, conflicts }),
    requests: await requestsOf(tx, scope, { entries, conflicts, asked }),
    fixed,
    towns: await townFacts(tx, actor, period, places),
    policy: { tiers, weights },
    ...(terms.reserveHalfDaysPerWeek > 0 && {
      reserve: { halfDaysPerWeek: terms.reserveHalfDaysPerWeek, skillId: null, level: 0 },
    }),
    ...(isFrozen(scope) && { frozenUntil }),
    ...(scope.movePublished && { standing: standing.map((entry) => standingVisit(period, entry)) }),
  };
  return { problem, policy: { tiers, weights, version } };
}

/** Where somebody is away at once, the frozen days cannot hold. */
const isFrozen = ({ frozen, movePublished, mustMove }: PlanningScope): boolean =>
  (frozen ?? movePublished ?? false) && (mustMove?.size ?? 0) === 0;

/** Published, but neither pinned nor confirmed, after the frozen days, of a request that is still planned. */
function isMovable(entry: CalendarEntry, frozenUntil: number, scope: PlanningScope): boolean {
  const { period, requests, mustMove } = scope;
  const start = minuteOf(period, entry.startsAt);
  const isInside = start >= 0 && start < endOfDay(period, period.to);
  if (!isInside || !requests.some(({ id }) => id === entry.supportRequestId)) return false;
  if (mustMove?.has(entry.id)) return true;
  return entry.status === 'PUBLISHED' && !entry.pinned && start >= frozenUntil;
}

function standingVisit(period: Period, entry: CalendarEntry): StandingVisit {
  return {
    requestId: entry.supportRequestId,
    visitNo: entry.visitNo,
    specialistId: entry.specialistId,
    mode: entry.mode,
    start: minuteOf(period, entry.startsAt),
    end: minuteOf(period, entry.endsAt),
    ...nightFlags(entry),
  };
}

/** What a town said of a purchase when it only asked counts for the request that came of it. */
const casesOf = (requests: readonly SupportRequest[]): string[] =>
  requests.flatMap(({ id, consultationId }) => (consultationId === null ? [id] : [id, consultationId]));

/** Only the vendors that somebody is tied to, by the ids of their rows: names stay where they are. */
const vendorsWhere = (
  conflicts: readonly ConflictOfInterest[],
  concerns: (conflict: ConflictOfInterest) => boolean,
): string[] => [...new Set(conflicts.filter(concerns).map(({ vendorId }) => vendorId))];

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/**
 * Visits outside the period count only for the gaps and the continuity of a request to be planned, and for
 * the night before the first day or after the last.
 */
function isFixed(entry: CalendarEntry, period: Period, requests: readonly SupportRequest[]): boolean {
  const date = localDateOf(entry.startsAt);
  const reachesIn =
    (entry.nightAfter && date === addDays(period.from, -1)) ||
    (entry.nightBefore && date === addDays(period.to, 1));
  return (
    reachesIn ||
    (date >= period.from && date <= period.to) ||
    requests.some(({ id }) => id === entry.supportRequestId)
  );
}

/** A place in the calendar; of several that are held for one visit only the last has its number. */
type NumberedEntry = CalendarEntry & { readonly isAlternative?: boolean };

/** What comes after a visit for which several slots are held comes after the last of them. */
function numberedOnce(entries: readonly CalendarEntry[]): NumberedEntry[] {
  const last = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const key = `${entry.supportRequestId} ${entry.visitNo}`;
    const other = last.get(key);
    if (entry.status === 'HELD' && (!other || other.startsAt < entry.startsAt)) last.set(key, entry);
  }
  const numbered = new Set(last.values());
  return entries.map((entry) =>
    entry.status === 'HELD' && !numbered.has(entry) ? { ...entry, isAlternative: true } : entry,
  );
}

function fixedVisit(period: Period, entry: NumberedEntry): FixedVisit {
  return {
    id: entry.id,
    requestId: entry.supportRequestId,
    visitNo: entry.isAlternative ? null : entry.visitNo,
    specialistId: entry.specialistId,
    place: entry.mode === 'ON_SITE' ? entry.municipalityId : null,
    mode: entry.mode,
    start: minuteOf(period, entry.startsAt),
    end: minuteOf(period, entry.endsAt),
    ...nightFlags(entry),
  };
}

function placesOf(
  pool: readonly Specialist[],
  requests: readonly SupportRequest[],
  fixed: readonly FixedVisit[],
): string[] {
  const places = [
    ...pool.map(({ baseId }) => baseId),
    ...requests.map(({ municipalityId }) => municipalityId),
    ...fixed.flatMap(({ place }) => (place === null ? [] : [place])),
  ];
  return [...new Set(places)].sort();
}

interface PoolRows {
  readonly period: Period;
  readonly pool: readonly Specialist[];
  readonly requests: readonly SupportRequest[];
  readonly published: readonly CalendarEntry[];
  readonly conflicts: readonly ConflictOfInterest[];
}

async function specialistsOf(
  tx: Tx,
  actor: Actor,
  { period, pool, requests, published, conflicts }: PoolRows,
): Promise<PlanningSpecialist[]> {
  const engagementOf = await engagementsOf(tx, actor, {
    period,
    specialistIds: idsOf(pool),
    towns: [...new Set(requests.map(({ municipalityId }) => municipalityId))].sort(),
  });
  const skills = await currentSkills(tx, actor, idsOf(pool));
  const timesOf = await timesOfPeople(tx, pool, period);
  const employersOf = (id: string) => {
    const employers = vendorsWhere(conflicts, ({ specialistId }) => specialistId === id);
    return employers.length > 0 && { employers };
  };
  return pool.map((specialist) => ({
    id: specialist.id,
    base: specialist.baseId,
    skills: Object.fromEntries(
      (skills.get(specialist.id) ?? []).map(({ skillId, level }) => [skillId, level]),
    ),
    // Whoever left the pool keeps the visits already published, and gets no more.
    available: specialist.active ? windowsOf(period, timesOf(specialist)) : [],
    modes: specialist.modes,
    monthlyDays: specialist.monthlyDays,
    ...(specialist.nights > 0 && { nights: specialist.nights }),
    usedDaysByMonth: usedDaysByMonth(period, specialist.id, published),
    ...engagementOf(specialist.id),
    ...employersOf(specialist.id),
  }));
}

async function requestsOf(
  tx: Tx,
  { period, today, requests }: PlanningScope,
  known: {
    readonly entries: readonly CalendarEntry[];
    readonly conflicts: readonly ConflictOfInterest[];
    /** Visits of each request about whose date its town is being asked without a slot held. */
    readonly asked: ReadonlyMap<string, number>;
  },
): Promise<PlanningRequest[]> {
  const needs = await themeNeeds(tx, [...new Set(requests.map(themeOf))].sort());
  return requests.map((request) => {
    const own = known.entries.filter((entry) => entry.supportRequestId === request.id);
    const placed = new Set(own.map(({ visitNo }) => visitNo)).size + (known.asked.get(request.id) ?? 0);
    const frame = {
      period,
      today,
      needs: needs.get(themeOf(request)) ?? [],
      remaining: Math.max(0, request.visits - placed),
    };
    const cases = casesOf([request]);
    const vendors = vendorsWhere(known.conflicts, ({ caseId }) => cases.includes(caseId));
    return { ...planningRequest(request, frame), ...(vendors.length > 0 && { vendors }) };
  });
}

const themeOf = (request: SupportRequest): string => request.themeId ?? OPEN_THEME;

interface RequestFrame {
  readonly period: Period;
  readonly today: LocalDate;
  readonly needs: readonly SkillNeed[];
  readonly remaining: number;
}

function planningRequest(
  request: SupportRequest,
  { period, today, needs, remaining }: RequestFrame,
): PlanningRequest {
  const earliestOn =
    [period.from, addDays(today, 1), request.earliestOn ?? period.from].sort().at(-1) ?? period.from;
  return {
    id: request.id,
    town: request.municipalityId,
    needs: needs.map(({ skillId, level, essential }) => ({ skillId, level, essential })),
    priority: PRIORITY[request.urgency],
    earliest: startOfDay(period, earliestOn),
    deadline: request.deadlineOn === null ? null : endOfDay(period, request.deadlineOn),
    visits: remaining,
    firstVisitNo: 1,
    minutes: request.visitMinutes,
    minGapDays: request.minGapDays,
    mode: request.mode,
    // △ counts where nothing else may be given; it is no wish.
    wished: [...request.wished, ...(request.onlyWished ? request.possible : [])].map(({ date, half }) =>
      halfOf(period, date, half),
    ),
    onlyWished: request.onlyWished,
    requiredSpecialistId: request.specialistId,
    // Earlier visits of the same request are among the fixed ones.
    previousSpecialistId: null,
    waitingDays: request.submittedAt ? Math.max(0, daysBetween(localDateOf(request.submittedAt), today)) : 0,
  };
}
