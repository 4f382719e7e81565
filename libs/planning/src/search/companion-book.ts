import { dayOf, MINUTES_PER_DAY, type FixedVisit, type Interval } from '../problem.js';
import { NOWHERE, UNKNOWN, type Ground } from './ground.js';

interface Busy {
  readonly from: number;
  readonly to: number;
  readonly unit: number;
}

/** Where each companion is on each day. */
export class CompanionBook {
  private readonly busy: Busy[][];
  private readonly windows: Interval[][];
  private readonly base: Int32Array;
  private readonly index: ReadonlyMap<string, number>;
  private readonly cellOf = new Map<number, number>();

  constructor(private readonly ground: Ground) {
    const companions = ground.problem.companions ?? [];
    this.busy = Array.from({ length: companions.length * ground.days }, () => []);
    this.windows = Array.from({ length: companions.length * ground.days }, () => []);
    this.base = Int32Array.from(companions, ({ base }) => ground.placeIndex.get(base) ?? NOWHERE);
    this.index = new Map(companions.map(({ id }, index) => [id, index]));
    companions.forEach(({ available }, companion) => {
      for (const { start, end } of available) {
        const day = dayOf(start);
        const midnight = day * MINUTES_PER_DAY;
        this.windows[companion * ground.days + day]?.push({ start: start - midnight, end: end - midnight });
      }
    });
  }

  get count(): number {
    return this.base.length;
  }

  numberOf(id: string | null | undefined): number {
    return this.index.get(id ?? '') ?? -1;
  }

  addFixed(visit: FixedVisit): void {
    const companion = this.index.get(visit.companionId ?? '');
    const day = dayOf(visit.start);
    if (companion === undefined || day < 0 || day >= this.ground.days) return;
    const place = visit.place === null ? NOWHERE : (this.ground.placeIndex.get(visit.place) ?? NOWHERE);
    const midnight = day * MINUTES_PER_DAY;
    const span = this.span(companion, place, visit.start - midnight, visit.end - midnight);
    const from = span ? span.start : visit.start - midnight;
    const to = span ? span.end : visit.end - midnight;
    this.busy[companion * this.ground.days + day]?.push({ from, to, unit: -1 });
  }

  add(companion: number, unit: number, cell: number, start: number, place: number): void {
    const day = cell % this.ground.days;
    const job = this.ground.jobs[this.ground.units[unit]?.job ?? 0];
    const span = this.span(companion, place, start, start + (job?.minutes ?? 0));
    if (!span) return;
    this.cellOf.set(unit, companion * this.ground.days + day);
    this.busy[companion * this.ground.days + day]?.push({ from: span.start, to: span.end, unit });
  }

  drop(companion: number, unit: number): void {
    const at = this.cellOf.get(unit) ?? -1;
    const list = this.busy[at];
    if (!list) return;
    const found = list.findIndex((busy) => busy.unit === unit);
    if (found >= 0) list.splice(found, 1);
  }

  /** A companion who is free for a visit, or -1. */
  freeFor(day: number, place: number, start: number, end: number): number {
    for (let companion = 0; companion < this.count; companion += 1) {
      if (this.isFree(companion, day, place, start, end)) return companion;
    }
    return -1;
  }

  isFree(companion: number, day: number, place: number, start: number, end: number): boolean {
    const at = companion * this.ground.days + day;
    const windows = this.windows[at] ?? [];
    const first = windows[0];
    const last = windows.at(-1);
    if (!first || !last) return false;
    if (!windows.some((window) => window.start <= start && end <= window.end)) return false;
    const span = this.span(companion, place, start, end);
    if (!span || span.start < first.start || span.end > last.end) return false;
    return !(this.busy[at] ?? []).some((busy) => busy.from < span.end && span.start < busy.to);
  }

  /** From leaving the base to being back; null if a way is unknown. */
  private span(companion: number, place: number, start: number, end: number): Interval | null {
    if (place === NOWHERE) return { start, end };
    const base = this.base[companion] ?? NOWHERE;
    const { travel, placeCount } = this.ground;
    const out = travel[base * placeCount + place] ?? UNKNOWN;
    const back = travel[place * placeCount + base] ?? UNKNOWN;
    return out === UNKNOWN || back === UNKNOWN ? null : { start: start - out, end: end + back };
  }
}
