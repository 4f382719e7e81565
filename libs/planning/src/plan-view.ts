import type { Assignment } from './plan.js';
import {
  dayOf,
  numbersToPlace,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
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

/** Which specialist on which day. */
export interface SpecialistDay {
  readonly specialistId: string;
  readonly day: number;
}

const NOTHING: readonly never[] = [];

/** A plan made easy to read for the rules: built from scratch, knows nothing of the search. */
export class PlanView {
  private readonly specialists = new Map<string, PlanningSpecialist>();
  private readonly requests = new Map<string, PlanningRequest>();
  private readonly numbers = new Map<string, readonly number[]>();
  private readonly windowsByDay = new Map<string, Map<number, Interval[]>>();
  private readonly stopsByDay = new Map<string, Map<number, DayStop[]>>();
  private readonly siblingsByRequest = new Map<string, Sibling[]>();
  private readonly placeIndex = new Map<string, number>();
  readonly closed: ReadonlySet<number>;

  constructor(
    readonly problem: Problem,
    readonly assignments: readonly Assignment[],
  ) {
    this.closed = new Set(problem.closedDays);
    problem.places.forEach((place, index) => this.placeIndex.set(place, index));
    for (const specialist of problem.specialists) this.addSpecialist(specialist);
    for (const request of problem.requests) {
      this.requests.set(request.id, request);
      this.numbers.set(request.id, numbersToPlace(problem, request));
    }
    for (const fixed of problem.fixed) this.addFixed(fixed);
    for (const visit of assignments) this.addAssignment(visit);
    for (const days of this.stopsByDay.values()) {
      for (const stops of days.values()) stops.sort((a, b) => a.start - b.start || a.end - b.end);
    }
  }

  specialist(id: string): PlanningSpecialist | undefined {
    return this.specialists.get(id);
  }

  request(id: string): PlanningRequest | undefined {
    return this.requests.get(id);
  }

  /** Visit numbers of a request that are to be placed. */
  numbersOf(requestId: string): readonly number[] {
    return this.numbers.get(requestId) ?? NOTHING;
  }

  /** Working windows of one day, in order. */
  windows(specialistId: string, day: number): readonly Interval[] {
    return this.windowsByDay.get(specialistId)?.get(day) ?? NOTHING;
  }

  /** Days on which a specialist has a window, in order. */
  workingDays(specialistId: string): readonly number[] {
    return [...(this.windowsByDay.get(specialistId)?.keys() ?? NOTHING)];
  }

  /** From the start of the first window to the end of the last one of that day. */
  workingDay(specialistId: string, day: number): Interval | null {
    const windows = this.windows(specialistId, day);
    const first = windows[0];
    const last = windows[windows.length - 1];
    return first && last ? { start: first.start, end: last.end } : null;
  }

  /** What is taken on that day, by start. */
  stops(specialistId: string, day: number): readonly DayStop[] {
    return this.stopsByDay.get(specialistId)?.get(day) ?? NOTHING;
  }

  /** Days of the horizon on which a specialist has anything at all. */
  busyDays(specialistId: string): readonly number[] {
    const days = [...(this.stopsByDay.get(specialistId)?.keys() ?? NOTHING)];
    return days.filter((day) => day >= 0 && day < this.problem.days).sort((a, b) => a - b);
  }

  /** Visits of a request, placed and fixed. */
  siblings(requestId: string): readonly Sibling[] {
    return this.siblingsByRequest.get(requestId) ?? NOTHING;
  }

  /** Minutes between two places with the buffer, rounded up to 5; null = not entered. */
  travel(from: string, to: string): number | null {
    if (from === to) return 0;
    const row = this.problem.travel[this.placeIndex.get(from) ?? -1];
    const minutes = row?.[this.placeIndex.get(to) ?? -1] ?? null;
    if (minutes === null) return null;
    const { percent, minMinutes } = this.problem.travelBuffer;
    const hundredths = Math.max(minutes * (100 + percent), (minutes + minMinutes) * 100);
    return Math.ceil(hundredths / 500) * 5;
  }

  private addSpecialist(specialist: PlanningSpecialist): void {
    const days = new Map<number, Interval[]>();
    for (const window of specialist.available) {
      const day = dayOf(window.start);
      days.set(day, [...(days.get(day) ?? []), window]);
    }
    this.specialists.set(specialist.id, specialist);
    this.windowsByDay.set(specialist.id, days);
  }

  private addFixed(fixed: FixedVisit): void {
    const { start, end, place, specialistId, visitNo } = fixed;
    this.addStop(specialistId, { start, end, place, visit: null, fixed });
    if (fixed.requestId === null) return;
    this.addSibling(fixed.requestId, { visitNo, specialistId, start, end, visit: null });
  }

  private addAssignment(visit: Assignment): void {
    const { start, end, specialistId, visitNo } = visit;
    this.addStop(specialistId, { start, end, place: this.placeOf(visit), visit, fixed: null });
    this.addSibling(visit.requestId, { visitNo, specialistId, start, end, visit });
  }

  /** Where a visit takes its specialist; null = nowhere. */
  placeOf(visit: Assignment): string | null {
    return visit.mode === 'ON_SITE' ? (this.request(visit.requestId)?.town ?? null) : null;
  }

  private addStop(specialistId: string, stop: DayStop): void {
    const days = this.stopsByDay.get(specialistId) ?? new Map<number, DayStop[]>();
    const day = dayOf(stop.start);
    days.set(day, [...(days.get(day) ?? []), stop]);
    this.stopsByDay.set(specialistId, days);
  }

  private addSibling(requestId: string, sibling: Sibling): void {
    this.siblingsByRequest.set(requestId, [...(this.siblingsByRequest.get(requestId) ?? []), sibling]);
  }
}
