import type { PolicyChoice } from './policy.js';

/** Minutes in one day. */
export const MINUTES_PER_DAY = 1440;

/** Half-open span of minutes [start, end), counted from local midnight of the first day of the horizon. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** How one visit takes place. */
export type VisitMode = 'ON_SITE' | 'ONLINE';

/** How a town wishes a visit to take place. */
export type WishedMode = VisitMode | 'EITHER';

/** How urgent a request is: 1 = can wait, 4 = most urgent. */
export type Priority = 1 | 2 | 3 | 4;

/** One skill a request asks for; an essential one is hard, any other counts as shortfall. */
export interface SkillNeed {
  readonly skillId: string;
  readonly level: number;
  readonly essential: boolean;
}

/** A stretch in which a specialist is not on duty, and why: no visit, though travel may run over it. */
export interface Block extends Interval {
  readonly kind: 'DAY_OFF' | 'PLACEMENT' | 'TRAINING' | 'OTHER';
}

/** Training to be done first: no visit to the town (null = to any town) before a day (null = not in this horizon). */
export interface Gate {
  readonly town: string | null;
  readonly fromDay: number | null;
}

/** One person who can be sent, with the windows in which they may work. */
export interface PlanningSpecialist {
  readonly id: string;
  /** Place id where each working day begins and ends. */
  readonly base: string;
  /** Level 0-4 by skill id. */
  readonly skills: Readonly<Record<string, number>>;
  /** Sorted, disjoint windows, each within one day. */
  readonly available: readonly Interval[];
  readonly modes: readonly VisitMode[];
  /** Guideline of days per month: soft, it warns and never blocks. */
  readonly monthlyDays: number | null;
  /** Days committed outside `fixed`, by month index. */
  readonly usedDaysByMonth: readonly number[];
  /** Guideline of days per week: soft. */
  readonly weeklyDays?: number | null;
  /** Most days per week and per month: hard. */
  readonly weeklyCap?: number | null;
  readonly monthlyCap?: number | null;
  /** First and last day of the agreement; absent = the whole horizon. */
  readonly term?: { readonly firstDay: number; readonly lastDay: number } | null;
  /** Sorted, disjoint; taken out of `available`. */
  readonly blocked?: readonly Block[];
  /** Training still to be done before a town may be visited. */
  readonly gates?: readonly Gate[];
  /** Employers, now or of late: a request that names one of them as vendor is a conflict of interest. */
  readonly employers?: readonly string[];
  /** Most nights away in a row; absent or 0 = home every evening. */
  readonly nights?: number;
  /** Towns in which the specialist holds office or for another reason is not to be sent. */
  readonly excludedTowns?: readonly string[];
}

/** One town's request with the visits that still need a date. */
export interface PlanningRequest {
  readonly id: string;
  /** Place id of the town. */
  readonly town: string;
  readonly needs: readonly SkillNeed[];
  readonly priority: Priority;
  /** Minute before which no visit may start. */
  readonly earliest: number;
  /** Minute at or before which every visit must end. */
  readonly deadline: number | null;
  /** How many visits are still to place. */
  readonly visits: number;
  readonly firstVisitNo: number;
  /** Length of one visit in minutes. */
  readonly minutes: number;
  /** Least difference in days between two visits of this request. */
  readonly minGapDays: number;
  readonly mode: WishedMode;
  /** Wished half-days; empty = any. */
  readonly wished: readonly Interval[];
  /** True makes the wished half-days hard. */
  readonly onlyWished: boolean;
  /** Decided by name: hard. */
  readonly requiredSpecialistId: string | null;
  /** Continuity with an earlier support: soft. The person may have left the pool. */
  readonly previousSpecialistId: string | null;
  /** Days since the request was filed. */
  readonly waitingDays: number;
  /** Most difference in days between one visit and the next: hard; absent = any. */
  readonly maxGapDays?: number | null;
  /** Firms whose work is judged in this support. */
  readonly vendors?: readonly string[];
  /** Someone of the prefecture comes along to every visit. */
  readonly companion?: boolean;
  /** Requests of one campaign take turns: visit n everywhere before visit n + 1 anywhere. */
  readonly campaignId?: string | null;
  /** May use the reserve and the frozen days. */
  readonly emergency?: boolean;
}

/** A visit that is pinned, confirmed or published: it is never moved. */
export interface FixedVisit {
  readonly id: string;
  /** May name a request that is not in the problem, or none at all (training, meetings). */
  readonly requestId: string | null;
  readonly visitNo: number | null;
  readonly specialistId: string;
  /** Null = online or no travel. */
  readonly place: string | null;
  readonly mode: VisitMode;
  /** May lie outside the horizon: then it counts for gaps and continuity only. */
  readonly start: number;
  readonly end: number;
  readonly companionId?: string | null;
  /** The specialist sleeps in its town the night before, or after: that day ends, or the next begins, there. */
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
}

/** Someone of the prefecture who can come along; goes from the base to the visit and back. */
export interface Companion {
  readonly id: string;
  readonly base: string;
  /** Sorted, disjoint windows, each within one day. */
  readonly available: readonly Interval[];
}

/** What comes back every week: study sessions, training, office duty. Takes its people like a fixed visit. */
export interface WeeklySession {
  readonly id: string;
  readonly specialistIds: readonly string[];
  /** Day of the horizon on which it is held first, then every 7 days. */
  readonly firstDay: number;
  /** Minutes of the day. */
  readonly start: number;
  readonly end: number;
  /** Null = online or no travel. */
  readonly place: string | null;
  /** Days of the horizon on which it is not held; it is never held on closed days. */
  readonly exceptDays: readonly number[];
}

/** What is special about one town. */
export interface TownFacts {
  /** Days on which this town receives nobody. */
  readonly closedDays?: readonly number[];
  /** Minutes of the day; replaces the common hours. */
  readonly officeHours?: readonly Interval[];
  /** Assembly and other weeks in which visits are unwelcome: soft. */
  readonly busyDays?: readonly number[];
  /** One person at most for all of IT: protected in the order of who is served. */
  readonly oneItPerson?: boolean;
}

/** A visit already published or proposed that may move, at a price. Its number is among those to place. */
export interface StandingVisit {
  readonly requestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly start: number;
  readonly end: number;
  readonly companionId?: string | null;
  /** The nights that were announced with it. */
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
}

/** Half-days per week that stay free for emergencies, among specialists with the skill: soft. */
export interface Reserve {
  readonly halfDaysPerWeek: number;
  /** Null = anyone. */
  readonly skillId: string | null;
  readonly level: number;
}

/** Everything a planning run knows. Immutable; minutes are integers from midnight of day 0. */
export interface Problem {
  /** Length of the horizon in days. */
  readonly days: number;
  /** Month index by day. */
  readonly monthOfDay: readonly number[];
  /** Days on which the towns' offices are closed: no visit of any mode. */
  readonly closedDays: readonly number[];
  /** Minutes of the day in which a town can receive a visit. */
  readonly officeHours: readonly Interval[];
  /** Starts are multiples of this many minutes. */
  readonly slotStep: number;
  readonly places: readonly string[];
  /** Minutes from row place to column place; null = unknown, never guessed. */
  readonly travel: readonly (readonly (number | null)[])[];
  readonly travelBuffer: { readonly percent: number; readonly minMinutes: number };
  readonly specialists: readonly PlanningSpecialist[];
  readonly requests: readonly PlanningRequest[];
  readonly fixed: readonly FixedVisit[];
  /** Week index by day; absent = seven days each from day 0 on. */
  readonly weekOfDay?: readonly number[];
  readonly companions?: readonly Companion[];
  readonly sessions?: readonly WeeklySession[];
  /** By place id. */
  readonly towns?: Readonly<Record<string, TownFacts>>;
  readonly standing?: readonly StandingVisit[];
  /** Before this minute standing visits stay as they are, and only emergencies are added. */
  readonly frozenUntil?: number;
  readonly reserve?: Reserve | null;
  /** Order and prices of the soft rules; absent = the defaults of policy.ts. */
  readonly policy?: PolicyChoice;
}

/** Day index of a minute; negative before the horizon. */
export function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** Evenings on which a visit keeps its specialist in its town. */
export function nightsOf(visit: {
  readonly start: number;
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
}): readonly number[] {
  if (visit.nightBefore !== true && visit.nightAfter !== true) return NO_NIGHTS;
  const day = dayOf(visit.start);
  return [...(visit.nightBefore === true ? [day - 1] : []), ...(visit.nightAfter === true ? [day] : [])];
}

const NO_NIGHTS: readonly number[] = [];

/** Week index of a day of the horizon. */
export function weekOf(problem: Problem, day: number): number {
  return problem.weekOfDay?.[day] ?? Math.floor(day / 7);
}

/** Standing visits that may still move: those before the end of the frozen days count as fixed. */
export function movableOf(problem: Problem): readonly StandingVisit[] {
  const { standing = [], frozenUntil } = problem;
  return frozenUntil === undefined ? standing : standing.filter(({ start }) => start >= frozenUntil);
}

/**
 * Everything that never moves: fixed visits, standing visits of the frozen days, and weekly sessions
 * written out (not on closed days).
 */
export function fixedOf(problem: Problem): readonly FixedVisit[] {
  const { standing = [], frozenUntil, sessions = [] } = problem;
  if (standing.length === 0 && sessions.length === 0) return problem.fixed;
  const frozen = frozenUntil === undefined ? [] : standing.filter(({ start }) => start < frozenUntil);
  const towns = new Map(problem.requests.map(({ id, town }) => [id, town]));
  const closed = new Set(problem.closedDays);
  const held = sessions.flatMap((session) => {
    const visits: FixedVisit[] = [];
    for (let day = session.firstDay; day < problem.days; day += 7) {
      if (closed.has(day) || session.exceptDays.includes(day)) continue;
      for (const specialistId of session.specialistIds) visits.push(sessionVisit(session, specialistId, day));
    }
    return visits;
  });
  return [...problem.fixed, ...frozen.map((visit) => frozenVisit(visit, towns)), ...held];
}

function frozenVisit(visit: StandingVisit, towns: ReadonlyMap<string, string>): FixedVisit {
  const place = visit.mode === 'ON_SITE' ? (towns.get(visit.requestId) ?? null) : null;
  return { ...visit, id: `${visit.requestId}/${visit.visitNo}`, place };
}

function sessionVisit(session: WeeklySession, specialistId: string, day: number): FixedVisit {
  const midnight = day * MINUTES_PER_DAY;
  return {
    id: `${session.id}/${specialistId}/${day}`,
    requestId: null,
    visitNo: null,
    specialistId,
    place: session.place,
    mode: session.place === null ? 'ONLINE' : 'ON_SITE',
    start: midnight + session.start,
    end: midnight + session.end,
  };
}

/** Windows of a specialist without what is blocked, sorted. */
export function windowsOf(specialist: PlanningSpecialist): readonly Interval[] {
  const { blocked = [] } = specialist;
  if (blocked.length === 0) return specialist.available;
  return specialist.available.flatMap((window) => {
    const parts: Interval[] = [];
    let free = window.start;
    for (const block of blocked) {
      if (block.end <= free || block.start >= window.end) continue;
      if (block.start > free) parts.push({ start: free, end: block.start });
      free = Math.max(free, block.end);
    }
    if (free < window.end) parts.push({ start: free, end: window.end });
    return parts;
  });
}

/**
 * Visit numbers to place: the first `visits` numbers from `firstVisitNo` on that no fixed visit holds.
 * Standing visits of the frozen days are among `visits` and are not placed again.
 */
export function numbersToPlace(problem: Problem, request: PlanningRequest): readonly number[] {
  const taken = new Set<number>();
  for (const visit of problem.fixed) {
    if (visit.requestId === request.id && visit.visitNo !== null) taken.add(visit.visitNo);
  }
  const { standing = [], frozenUntil = 0 } = problem;
  let count = request.visits;
  for (const visit of standing) {
    if (visit.requestId !== request.id || visit.start >= frozenUntil) continue;
    taken.add(visit.visitNo);
    count -= 1;
  }
  const numbers: number[] = [];
  for (let no = request.firstVisitNo; numbers.length < count; no += 1) {
    if (!taken.has(no)) numbers.push(no);
  }
  return numbers;
}

/** The modes a request's visit may take, the one without travel first. */
export function modesWished(request: PlanningRequest): readonly VisitMode[] {
  return request.mode === 'EITHER' ? ['ONLINE', 'ON_SITE'] : [request.mode];
}
