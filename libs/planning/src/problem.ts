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

/** One person who can be sent, with the windows in which they may work (days off already taken out). */
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
}

/** Day index of a minute; negative before the horizon. */
export function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** Visit numbers to place: the first `visits` numbers from `firstVisitNo` on that no fixed visit holds. */
export function numbersToPlace(problem: Problem, request: PlanningRequest): readonly number[] {
  const taken = new Set<number>();
  for (const visit of problem.fixed) {
    if (visit.requestId === request.id && visit.visitNo !== null) taken.add(visit.visitNo);
  }
  const numbers: number[] = [];
  for (let no = request.firstVisitNo; numbers.length < request.visits; no += 1) {
    if (!taken.has(no)) numbers.push(no);
  }
  return numbers;
}

/** The modes a request's visit may take, the one without travel first. */
export function modesWished(request: PlanningRequest): readonly VisitMode[] {
  return request.mode === 'EITHER' ? ['ONLINE', 'ON_SITE'] : [request.mode];
}
