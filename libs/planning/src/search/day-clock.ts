import { MINUTES_PER_DAY } from '../problem.js';
import { FixedStops } from './fixed-stops.js';
import { NOWHERE, UNKNOWN, type Ground } from './ground.js';

/** Later than any minute of a day. */
const NEVER = 1 << 20;
/** A day does not work in this order. */
export const DOES_NOT_FIT = -1;
/** Scratch room for the stops of one day. */
const ROOM = 64;

/** What the clock must know of a visit that stands in a day. */
export interface Timing {
  readonly wishedOnly: Uint8Array;
  readonly lockOf: Int32Array;
  readonly optionOf: Int32Array;
}

/**
 * Times one day: given the order of its stops, starts each as early as possible. Stops are unit numbers,
 * or -1 - n for the n-th fixed visit, which keeps its time.
 *
 * Travel may take place on either side of an online stop, so two clocks run from one place to the next:
 * one that has not left yet, one that has arrived.
 */
export class DayClock {
  /** In: the stops in order. */
  readonly order = new Int32Array(ROOM);
  /** Out: their starts, minutes of the day. */
  readonly found = new Int32Array(ROOM);
  readonly fixed: FixedStops;
  readonly allowed: Int32Array;
  private readonly wished: Int32Array;
  private readonly hasWishes: Uint8Array;
  private readonly jobOf: Int32Array;
  private readonly minutes: Int32Array;
  /** Places of all options, request by request, and where those of a unit begin: asked for all the time. */
  private readonly placeOfOption: Int32Array;
  private readonly optionsFrom: Int32Array;
  private readonly before = new Int32Array(ROOM);
  private readonly after = new Int32Array(ROOM);
  /** 1 = travelled before this online stop. */
  private readonly left = new Uint8Array(ROOM);

  constructor(
    private readonly ground: Ground,
    private readonly timing: Timing,
  ) {
    const { jobs, units, days } = ground;
    this.allowed = new Int32Array(jobs.length * days);
    this.wished = new Int32Array(jobs.length * days);
    this.hasWishes = new Uint8Array(jobs.length);
    for (const { index, bands } of jobs) {
      this.allowed.set(bands.allowed, index * days);
      this.wished.set(bands.wished, index * days);
      this.hasWishes[index] = bands.hasWishes ? 1 : 0;
    }
    this.jobOf = Int32Array.from(units, ({ job }) => job);
    this.minutes = Int32Array.from(units, ({ job }) => jobs[job]?.minutes ?? 0);
    this.fixed = new FixedStops(ground);
    this.placeOfOption = Int32Array.from(jobs.flatMap(({ options }) => options.map(({ place }) => place)));
    this.optionsFrom = new Int32Array(units.length);
    let first = 0;
    for (const job of jobs) {
      for (const { index } of job.units) this.optionsFrom[index] = first;
      first += job.options.length;
    }
  }

  placeOf(stop: number): number {
    if (stop < 0) return this.fixed.placeOf(stop);
    return this.placeOfOption[(this.optionsFrom[stop] ?? 0) + (this.timing.optionOf[stop] ?? 0)] ?? NOWHERE;
  }

  wishBand(job: number, day: number): number {
    return this.wished[job * this.ground.days + day] ?? -1;
  }

  wantsWish(job: number): boolean {
    return this.hasWishes[job] === 1;
  }

  missesWish(unit: number, day: number, start: number): boolean {
    const job = this.jobOf[unit] ?? 0;
    if (this.hasWishes[job] === 0) return false;
    const band = this.ground.bands[this.wishBand(job, day)];
    if (!band) return true;
    for (let i = 0; i < band.length; i += 2) {
      if ((band[i] ?? 0) <= start && start <= (band[i + 1] ?? 0)) return false;
    }
    return true;
  }

  /** Minutes of travel of the day if its first `n` stops of `order` fit, else DOES_NOT_FIT. */
  run(cell: number, n: number, from: number, to: number): number {
    const { ground, order, found } = this;
    const { windowAt, windowStart, windowEnd, travel, placeCount } = ground;
    const firstWindow = windowAt[cell] ?? 0;
    const lastWindow = (windowAt[cell + 1] ?? 0) - 1;
    const works = lastWindow >= firstWindow;
    const dayEnd = works ? (windowEnd[lastWindow] ?? 0) : MINUTES_PER_DAY;
    let total = 0;
    let place = from;
    let stay = works ? (windowStart[firstWindow] ?? 0) : 0;
    let plannedEnd = -1;
    // A leg counts only if a planned visit begins, ends or interrupts it, or a night away that is planned.
    let planned = from !== ground.dayFrom[cell];
    let i = 0;
    for (;;) {
      let j = i;
      let touched = planned;
      while (j < n && this.placeOf(order[j] ?? 0) === NOWHERE) {
        if ((order[j] ?? 0) >= 0) touched = true;
        j += 1;
      }
      const target = j < n ? this.placeOf(order[j] ?? 0) : to;
      if (j < n ? (order[j] ?? 0) >= 0 : to !== ground.dayTo[cell]) touched = true;
      const way = place === target ? 0 : (travel[place * placeCount + target] ?? UNKNOWN);
      if (way >= 0) total += way;
      else if (touched) return DOES_NOT_FIT;
      const arrived = this.between(cell, i, j, stay, Math.max(0, way), plannedEnd);
      if (arrived >= NEVER && (touched || this.overlapsPlanned)) return DOES_NOT_FIT;
      if (j === n) return touched && arrived > dayEnd ? DOES_NOT_FIT : total;
      const stop = order[j] ?? 0;
      if (stop < 0) {
        const start = this.fixed.startOf(stop);
        if (arrived > start && touched) return DOES_NOT_FIT;
        found[j] = start;
        stay = Math.max(this.fixed.endOf(stop), touched ? 0 : Math.min(arrived, NEVER - 1));
        planned = false;
      } else {
        const start = this.next(stop, cell, arrived);
        if (start < 0) return DOES_NOT_FIT;
        found[j] = start;
        stay = start + (this.minutes[stop] ?? 0);
        plannedEnd = stay;
        planned = true;
      }
      place = target;
      i = j + 1;
    }
  }

  private overlapsPlanned = false;

  /** Arrival at the next place when the online stops [i, j) lie on the way. */
  private between(cell: number, i: number, j: number, stay: number, way: number, plannedEnd: number): number {
    const { order, found, before, after, left } = this;
    this.overlapsPlanned = false;
    let here = stay;
    let there = stay + way;
    let hereEnd = plannedEnd;
    let thereEnd = plannedEnd;
    for (let k = i; k < j; k += 1) {
      const stop = order[k] ?? 0;
      let leftBefore = 0;
      if (stop < 0) {
        const start = this.fixed.startOf(stop);
        const end = this.fixed.endOf(stop);
        before[k] = start;
        after[k] = start;
        if (hereEnd > start) here = NEVER;
        if (thereEnd > start || there > start) there = NEVER;
        else leftBefore = 1;
        if (here < NEVER) here = Math.max(here, end);
        if (leftBefore === 1) there = Math.max(there, end);
        if (here < NEVER && (leftBefore === 0 || here + way < there)) {
          there = here + way;
          thereEnd = hereEnd;
          leftBefore = 0;
        }
        if (here >= NEVER && leftBefore === 0) {
          this.overlapsPlanned = true;
          return NEVER;
        }
      } else {
        const minutes = this.minutes[stop] ?? 0;
        const startHere = here < NEVER ? this.next(stop, cell, here) : -1;
        const startThere = there < NEVER ? (there === here ? startHere : this.next(stop, cell, there)) : -1;
        before[k] = startHere;
        after[k] = startThere;
        here = startHere < 0 ? NEVER : startHere + minutes;
        hereEnd = here;
        const stayed = here < NEVER ? here + way : NEVER;
        const gone = startThere < 0 ? NEVER : startThere + minutes;
        leftBefore = gone <= stayed ? 1 : 0;
        there = Math.min(gone, stayed);
        thereEnd = leftBefore === 1 ? gone : here;
        if (there >= NEVER) {
          this.overlapsPlanned = true;
          return NEVER;
        }
      }
      left[k] = leftBefore;
    }
    let gone = true;
    for (let k = j - 1; k >= i; k -= 1) {
      if (gone && left[k] === 0) gone = false;
      found[k] = (gone ? after[k] : before[k]) ?? 0;
    }
    return there;
  }

  /** The first start of a visit at or after a minute; -1 = none that day. */
  next(unit: number, cell: number, minute: number): number {
    const { ground, timing } = this;
    const lock = timing.lockOf[unit] ?? -1;
    if (lock >= 0) return lock >= minute ? lock : -1;
    const at = (this.jobOf[unit] ?? 0) * ground.days + (cell % ground.days);
    const table = timing.wishedOnly[unit] === 1 ? this.wished : this.allowed;
    return this.nextIn(table[at] ?? -1, cell, minute, this.minutes[unit] ?? 0);
  }

  /** The first start at or after a minute in a band and in one window of the cell; -1 = none. */
  nextIn(bandNo: number, cell: number, minute: number, minutes: number): number {
    const { ground } = this;
    const band = ground.bands[bandNo];
    if (!band) return -1;
    const step = ground.problem.slotStep;
    const lastWindow = ground.windowAt[cell + 1] ?? 0;
    for (let window = ground.windowAt[cell] ?? 0; window < lastWindow; window += 1) {
      const latest = (ground.windowEnd[window] ?? 0) - minutes;
      const earliest = Math.max(minute, ground.windowStart[window] ?? 0);
      if (earliest > latest) continue;
      for (let i = 0; i < band.length; i += 2) {
        const low = Math.max(earliest, band[i] ?? 0);
        const start = Math.ceil(low / step) * step;
        if (start <= latest && start <= (band[i + 1] ?? 0)) return start;
      }
    }
    return -1;
  }
}
