import type { Assignment } from './plan.js';
import { policyOf, type Policy, type Weights } from './policy.js';
import { groupBy, indexOf, type ProblemIndex } from './problem-index.js';
import {
  dayOf,
  nightsOf,
  type Companion,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type StandingVisit,
} from './problem.js';

/** One stretch of a specialist's day that is taken; place null = no travel. */
export interface DayStop {
  readonly start: number;
  readonly end: number;
  readonly place: string | null;
  readonly visit: Assignment | null;
  readonly fixed: FixedVisit | null;
}

/** One visit of a request, placed or fixed. */
export interface Sibling {
  readonly visitNo: number | null;
  readonly specialistId: string;
  readonly start: number;
  readonly end: number;
  readonly visit: Assignment | null;
}

/** A stretch in which a companion is away, from leaving the base to being back. */
export interface CompanionSpan extends Interval {
  readonly visit: Assignment | null;
}

const NOTHING: readonly never[] = [];

/** A plan made easy to read for the rules: built from scratch, knows nothing of the search. */
export class PlanView {
  readonly policy: Policy;
  /** Days on which every town is closed. */
  readonly closed: ReadonlySet<number>;
  /** Everything that never moves. */
  readonly fixed: readonly FixedVisit[];
  /** Published and proposed visits that may move, at a price. */
  readonly standing: readonly StandingVisit[];
  private readonly index: ProblemIndex;
  private readonly planned: ReadonlyMap<string, ReadonlyMap<number, readonly Assignment[]>>;
  private readonly ofRequest: ReadonlyMap<string, readonly Assignment[]>;
  private readonly ofCompanion: ReadonlyMap<string, readonly Assignment[]>;
  /** Visits with a night, by specialist and evening. */
  private readonly nights: ReadonlyMap<string, ReadonlyMap<number, readonly Assignment[]>>;
  // Filled as they are asked for.
  private readonly stopsOf = new Map<string, Map<number, readonly DayStop[]>>();
  private readonly siblingsOf = new Map<string, readonly Sibling[]>();
  private readonly spansOf = new Map<string, Map<number, readonly CompanionSpan[]>>();
  private readonly busyOf = new Map<string, readonly number[]>();

  constructor(
    readonly problem: Problem,
    readonly assignments: readonly Assignment[],
  ) {
    this.policy = policyOf(problem);
    this.index = indexOf(problem);
    this.closed = this.index.closed;
    this.fixed = this.index.fixed;
    this.standing = this.index.standing;
    const bySpecialist = groupBy(assignments, (visit) => visit.specialistId);
    this.planned = mapValues(bySpecialist, (visits) => groupBy(visits, ({ start }) => dayOf(start)));
    this.ofRequest = groupBy(assignments, (visit) => visit.requestId);
    this.ofCompanion = groupBy(assignments, (visit) => visit.companionId ?? null);
    const away = assignments.filter((visit) => visit.nightBefore === true || visit.nightAfter === true);
    this.nights = mapValues(
      groupBy(away, (visit) => visit.specialistId),
      eveningsOf,
    );
  }

  get weights(): Weights {
    return this.policy.weights;
  }

  specialist(id: string): PlanningSpecialist | undefined {
    return this.index.specialists.get(id);
  }

  request(id: string): PlanningRequest | undefined {
    return this.index.requests.get(id);
  }

  companion(id: string): Companion | undefined {
    return this.index.companions.get(id);
  }

  /** Requests by campaign. */
  get campaigns(): ReadonlyMap<string, readonly PlanningRequest[]> {
    return this.index.campaigns;
  }

  /** Visit numbers of a request that are to be placed. */
  numbersOf(requestId: string): readonly number[] {
    return this.index.numbers.get(requestId) ?? NOTHING;
  }

  /** Windows of one day as given, in order, whatever is blocked. */
  available(specialistId: string, day: number): readonly Interval[] {
    return this.index.available.get(specialistId)?.get(day) ?? NOTHING;
  }

  /** Working windows of one day without what is blocked, in order. */
  windows(specialistId: string, day: number): readonly Interval[] {
    return this.index.windows.get(specialistId)?.get(day) ?? NOTHING;
  }

  /** Windows of a companion on one day, in order. */
  companionWindows(companionId: string, day: number): readonly Interval[] {
    return this.index.companionWindows.get(companionId)?.get(day) ?? NOTHING;
  }

  /** Days of the horizon on which a specialist has a window, in order. */
  workingDays(specialistId: string): readonly number[] {
    const days = [...(this.index.windows.get(specialistId)?.keys() ?? NOTHING)];
    return days.filter((day) => day >= 0 && day < this.problem.days);
  }

  /** From the start of the first window to the end of the last one of that day. */
  workingDay(specialistId: string, day: number): Interval | null {
    const windows = this.windows(specialistId, day);
    const first = windows[0];
    const last = windows[windows.length - 1];
    return first && last ? { start: first.start, end: last.end } : null;
  }

  /** Whether a town's office is closed on a day, by itself or with all others. */
  isClosed(town: string, day: number): boolean {
    return this.closed.has(day) || this.index.townClosed.get(town)?.has(day) === true;
  }

  /** Minutes of the day in which a town receives visits. */
  officeHours(town: string): readonly Interval[] {
    return this.problem.towns?.[town]?.officeHours ?? this.problem.officeHours;
  }

  /** What is taken on that day, by start. */
  stops(specialistId: string, day: number): readonly DayStop[] {
    const planned = this.planned.get(specialistId)?.get(day);
    const fixed = this.fixedOn(specialistId, day);
    if (!planned && fixed.length === 0) return NOTHING;
    return remember(this.stopsOf, specialistId, day, () =>
      [...fixed.map(stopOfFixed), ...(planned ?? NOTHING).map((visit) => this.stopOf(visit))].sort(
        (a, b) => a.start - b.start || a.end - b.end,
      ),
    );
  }

  /** A visit as a stop of its day, whether it is in the plan or not. */
  stopOf(visit: Assignment): DayStop {
    return { start: visit.start, end: visit.end, place: this.placeOf(visit), visit, fixed: null };
  }

  /** What never moves on that day. */
  fixedOn(specialistId: string, day: number): readonly FixedVisit[] {
    return this.index.fixedBySpecialist.get(specialistId)?.get(day) ?? NOTHING;
  }

  /**
   * Days of the horizon on which a specialist has anything at all, in order: a visit, or nothing but
   * travel because of a night away.
   */
  busyDays(specialistId: string): readonly number[] {
    const found = this.busyOf.get(specialistId) ?? this.findBusyDays(specialistId);
    this.busyOf.set(specialistId, found);
    return found;
  }

  /** Evenings on which a specialist does not go home, in order. */
  nightsAway(specialistId: string): readonly number[] {
    const base = this.specialist(specialistId)?.base;
    const planned = this.nights.get(specialistId)?.keys() ?? NOTHING;
    const held = this.index.fixedNights.get(specialistId)?.keys() ?? NOTHING;
    return [...new Set([...planned, ...held])]
      .filter((day) => this.nightPlaces(specialistId, day).some((place) => place !== base))
      .sort((a, b) => a - b);
  }

  /** Whether something that never moves makes that day busy: a visit, or the way of a night away. */
  isHeld(specialistId: string, day: number): boolean {
    const nights = this.index.fixedNights.get(specialistId);
    return (
      this.fixedOn(specialistId, day).length > 0 || nights?.has(day) === true || nights?.has(day - 1) === true
    );
  }

  /**
   * Towns in which visits say that the specialist sleeps between `day` and the day after, each once; more
   * than one is a contradiction. `trial` is a visit that need not be in the plan.
   */
  nightPlaces(specialistId: string, day: number, trial?: Assignment): readonly string[] {
    const visits = this.nights.get(specialistId)?.get(day) ?? NOTHING;
    const more =
      trial && trial.specialistId === specialistId && nightsOf(trial).includes(day) ? [trial] : NOTHING;
    const held = this.index.fixedNights.get(specialistId)?.get(day) ?? null;
    if (visits.length === 0 && more.length === 0) return held === null ? NOTHING : [held];
    return [...new Set([held, ...[...visits, ...more].map((visit) => this.placeOf(visit))])].filter(
      (place) => place !== null,
    );
  }

  /** Where a specialist sleeps between `day` and the day after; null = at home. */
  nightPlace(specialistId: string, day: number, trial?: Assignment): string | null {
    return this.nightPlaces(specialistId, day, trial)[0] ?? null;
  }

  /** Where a specialist's day begins; null = unknown specialist. */
  dayStart(specialistId: string, day: number, trial?: Assignment): string | null {
    return this.nightPlace(specialistId, day - 1, trial) ?? this.specialist(specialistId)?.base ?? null;
  }

  /** Where a specialist's day ends; null = unknown specialist. */
  dayEnd(specialistId: string, day: number, trial?: Assignment): string | null {
    return this.nightPlace(specialistId, day, trial) ?? this.specialist(specialistId)?.base ?? null;
  }

  /** Visits of a request, placed and fixed. */
  siblings(requestId: string): readonly Sibling[] {
    const found = this.siblingsOf.get(requestId) ?? this.findSiblings(requestId);
    this.siblingsOf.set(requestId, found);
    return found;
  }

  /** When a companion is away on a day. */
  companionSpans(companionId: string, day: number): readonly CompanionSpan[] {
    return remember(this.spansOf, companionId, day, () => {
      const fixed = this.index.fixedByCompanion.get(companionId)?.get(day) ?? NOTHING;
      const planned = this.ofCompanion.get(companionId) ?? NOTHING;
      const spans = fixed.map((visit): CompanionSpan => {
        const { start, end } = this.companionAway(companionId, visit.place, visit) ?? visit;
        return { start, end, visit: null };
      });
      for (const visit of planned) {
        if (dayOf(visit.start) !== day) continue;
        const { start, end } = this.companionAway(companionId, this.placeOf(visit), visit) ?? visit;
        spans.push({ start, end, visit });
      }
      return spans;
    });
  }

  /** From leaving the base to being back; null = a way that nobody has entered. */
  companionAway(companionId: string, place: string | null, { start, end }: Interval): Interval | null {
    const base = this.companion(companionId)?.base;
    if (place === null || base === undefined) return { start, end };
    const out = this.travel(base, place);
    const back = this.travel(place, base);
    return out === null || back === null ? null : { start: start - out, end: end + back };
  }

  /** Minutes between two places with the buffer, rounded up to 5; null = not entered. */
  travel(from: string, to: string): number | null {
    if (from === to) return 0;
    const { places } = this.index;
    const row = this.problem.travel[places.get(from) ?? -1];
    const minutes = row?.[places.get(to) ?? -1] ?? null;
    if (minutes === null) return null;
    const { percent, minMinutes } = this.problem.travelBuffer;
    const hundredths = Math.max(minutes * (100 + percent), (minutes + minMinutes) * 100);
    return Math.ceil(hundredths / 500) * 5;
  }

  /** Where a visit takes its specialist; null = nowhere. */
  placeOf(visit: Assignment): string | null {
    return visit.mode === 'ON_SITE' ? (this.request(visit.requestId)?.town ?? null) : null;
  }

  private findSiblings(requestId: string): readonly Sibling[] {
    const fixed = this.index.fixedByRequest.get(requestId) ?? NOTHING;
    const planned = this.ofRequest.get(requestId) ?? NOTHING;
    return [
      ...fixed.map(({ visitNo, specialistId, start, end }) => ({
        visitNo,
        specialistId,
        start,
        end,
        visit: null,
      })),
      ...planned.map((visit) => {
        const { visitNo, specialistId, start, end } = visit;
        return { visitNo, specialistId, start, end, visit };
      }),
    ];
  }

  private findBusyDays(specialistId: string): readonly number[] {
    const days = new Set<number>(this.planned.get(specialistId)?.keys());
    for (const day of this.index.fixedBySpecialist.get(specialistId)?.keys() ?? NOTHING) days.add(day);
    for (const evening of this.nightsAway(specialistId)) days.add(evening).add(evening + 1);
    return [...days].filter((day) => day >= 0 && day < this.problem.days).sort((a, b) => a - b);
  }
}

function eveningsOf(visits: readonly Assignment[]): ReadonlyMap<number, readonly Assignment[]> {
  const evenings = visits.flatMap((visit) => nightsOf(visit).map((evening) => ({ evening, visit })));
  return mapValues(
    groupBy(evenings, ({ evening }) => evening),
    (found) => found.map(({ visit }) => visit),
  );
}

function stopOfFixed(fixed: FixedVisit): DayStop {
  return { start: fixed.start, end: fixed.end, place: fixed.place, visit: null, fixed };
}

function mapValues<K, T, R>(from: ReadonlyMap<K, T>, make: (value: T) => R): ReadonlyMap<K, R> {
  const made = new Map<K, R>();
  for (const [key, value] of from) made.set(key, make(value));
  return made;
}

function remember<T>(
  memory: Map<string, Map<number, readonly T[]>>,
  id: string,
  day: number,
  find: () => readonly T[],
): readonly T[] {
  const days = memory.get(id) ?? new Map<number, readonly T[]>();
  memory.set(id, days);
  const found = days.get(day) ?? find();
  days.set(day, found);
  return found;
}
