import type { Ahead } from './ahead.js';
import { NEVER } from './cell-ground.js';
import { DayGoals } from './day-goals.js';
import type { DayTasks } from './day-tasks.js';
import { NO_CELL, NOWHERE, UNKNOWN, type Cell, type Ground } from './ground.js';
import { SeenStates } from './seen-states.js';

/** Most visits ever held on one day. */
export const MOST_HELD = 64;
/** Beginnings looked at before the rest of a day is left open. */
const MOST_LOOKS = 20_000;
/** The same where every day below a limit is asked for. */
const MOST_LOOKS_FOR_ALL = 400_000;

/**
 * Tries the orders in which visits of a day could be held, each as early as it can be, and drops a beginning as
 * soon as nothing that still fits could make up for its price.
 */
export class DayOrders {
  /** The cheapest day so far, with its tasks. */
  reached = 0;
  count = 0;
  readonly chosen = new Int32Array(MOST_HELD);
  /** What beginnings left open could still come to at best, and how; Infinity = none was. */
  leastOpen = Infinity;
  openCount = 0;
  readonly open = new Int32Array(2 * MOST_HELD);
  private readonly held = new Int32Array(MOST_HELD);
  private readonly seen = new SeenStates();
  /** Whether one bit for each visit says what is held. */
  private isMarked = false;
  readonly goals: DayGoals;
  private cell: Cell = NO_CELL;
  private prices: Float64Array = new Float64Array(0);
  private minuteCost = 0;
  private looks = 0;
  private mostLooks = MOST_LOOKS;
  private tell: ((tasks: Int32Array, price: number) => void) | null = null;

  constructor(
    private readonly ground: Ground,
    private readonly tasks: DayTasks,
    private readonly ahead: Ahead,
  ) {
    this.goals = new DayGoals(ground.placeCount);
  }

  /** A day to look at, once its tasks are known. Prices by link. */
  begin(cell: Cell, prices: Float64Array): void {
    const { anchors } = cell;
    this.cell = cell;
    this.prices = prices;
    // A free day that does not pay is not worked.
    this.reached = anchors.length > 0 ? Infinity : 0;
    this.count = 0;
    this.leastOpen = Infinity;
    const clashing = anchors.some((anchor, i) => i > 0 && anchor.start < (anchors[i - 1]?.end ?? 0));
    this.minuteCost = clashing ? 0 : this.ground.minuteCost;
    this.goals.look(cell, this.tasks);
  }

  /** A day that is known to be possible. */
  reach(price: number, tasks: ArrayLike<number>): void {
    if (price >= this.reached) return;
    this.reached = price;
    this.count = tasks.length;
    this.chosen.set(tasks);
  }

  /**
   * Tells of every day that costs less than the limit, the same visits perhaps more than once; false if there
   * was too much to look at.
   */
  tellBelow(first: number, limit: number, tell: (tasks: Int32Array, price: number) => void): boolean {
    this.reached = limit;
    this.tell = tell;
    this.mostLooks = MOST_LOOKS_FOR_ALL;
    this.tryAll(first);
    this.mostLooks = MOST_LOOKS;
    this.tell = null;
    return this.leastOpen === Infinity;
  }

  /** Looks through all orders, from a minute on. */
  tryAll(first: number): void {
    const { cell } = this;
    const isBusy = cell.anchors.length > 0;
    this.looks = 0;
    this.seen.clear();
    this.isMarked = this.tasks.areSingle(cell);
    this.goOn(first, cell.base, 0, 0, 0, isBusy, NOWHERE, 0, 0);
    if (cell.halfNight < Infinity) this.beginAway(first, cell.halfNight);
  }

  /** After a night away the day begins where its first visit is. */
  private beginAway(first: number, price: number): void {
    for (const place of this.goals.away()) this.goOn(first, place, price, 0, 0, false, NOWHERE, 0, 0);
    for (const { place } of this.cell.anchors) {
      if (place !== NOWHERE) this.goOn(first, place, price, 0, 0, true, NOWHERE, 0, 0);
    }
  }

  /** Too much to look at: what could still come of it at best stands for it. */
  private leaveOpen(minute: number, place: number, paid: number, count: number): void {
    const { ahead, tasks, cell } = this;
    const isBusy = cell.anchors.length > 0;
    const hope = isBusy ? tasks.hope(cell, minute) : ahead.best(minute, place, tasks.timesHeld);
    if (paid - hope >= this.leastOpen) return;
    this.leastOpen = Math.floor(paid - hope);
    if (isBusy || this.leastOpen >= this.reached) return;
    ahead.follow(minute, place, tasks.timesHeld);
    // More visits than anybody holds: which they are matters no more.
    this.openCount = Math.min(this.open.length, count + ahead.path.length);
    this.open.set(this.held.subarray(0, count));
    this.open.set(ahead.path.slice(0, this.openCount - count), count);
  }

  /** Whether something better than the best so far could still come of it. */
  private isHopeful(minute: number, place: number, paid: number): boolean {
    const { cell, tasks, ahead } = this;
    if (cell.anchors.length === 0 && paid - ahead.best(minute, place, tasks.timesHeld) >= this.reached)
      return false;
    return paid - tasks.hope(cell, minute) < this.reached;
  }

  /**
   * From here on. `lenient`: right after something fixed, or before it at the beginning of a day, the way is
   * not this plan's to judge. `goal`: the place to which one has gone early and where the next stop is.
   */
  private goOn(
    minute: number,
    place: number,
    paid: number,
    pending: number,
    count: number,
    lenient: boolean,
    goal: number,
    low: number,
    high: number,
  ): void {
    const { cell, tasks } = this;
    this.looks += 1;
    if (this.looks > this.mostLooks || count >= MOST_HELD) {
      this.leaveOpen(minute, place, paid, count);
      return;
    }
    if (this.isMarked && count > 1) {
      const where = ((goal + 1) * this.ground.placeCount + place) * 64 + pending * 2 + (lenient ? 1 : 0);
      if (this.seen.isNeedless(low, high, where, minute, paid)) return;
    }
    const anchor = cell.anchors[pending];
    if (anchor) this.passAnchor(minute, place, paid, pending, count, lenient, goal, low, high);
    else if (goal < 0 || goal === cell.base || cell.halfNight < Infinity) {
      this.goHome(minute, place, paid, count, lenient);
    }
    if (!this.isHopeful(minute, place, paid)) return;
    const limit = anchor ? anchor.start : cell.lastEnd;
    for (let i = 0; i < tasks.count; i += 1) {
      if ((tasks.lastStart[i] ?? 0) < minute - this.ground.clock.step) continue;
      const task = tasks.task[i] ?? 0;
      if (tasks.isHeldOut(cell.owner[task] ?? 0)) continue;
      const at = cell.place[task] ?? NOWHERE;
      if (at !== NOWHERE) {
        if (goal < 0 || goal === at)
          this.hold(i, minute, place, at, paid, pending, count, limit, NOWHERE, low, high);
        continue;
      }
      this.hold(i, minute, place, place, paid, pending, count, limit, goal, low, high);
      // Or the way to the next place is behind one by then.
      if (goal >= 0) continue;
      for (let g = 0; g < this.goals.count; g += 1) {
        const next = this.goals.places[g] ?? 0;
        if (next !== place) this.hold(i, minute, place, next, paid, pending, count, limit, next, low, high);
      }
    }
  }

  /** Holds a visit as early as it can be after the way to a place. */
  private hold(
    i: number,
    minute: number,
    place: number,
    at: number,
    paid: number,
    pending: number,
    count: number,
    limit: number,
    goal: number,
    low: number,
    high: number,
  ): void {
    const { cell, ground, tasks } = this;
    const task = tasks.task[i] ?? 0;
    const { step, isExact } = ground.clock;
    const way = this.way(place, at);
    if (way === UNKNOWN) return;
    const owner = cell.owner[task] ?? 0;
    const arrival = minute + way;
    const from = isExact ? Math.ceil(arrival / step) : Math.floor(arrival / step);
    const price = paid + way * this.minuteCost - (this.prices[cell.link[task] ?? 0] ?? 0);
    const until = cell.choiceFrom[task + 1] ?? 0;
    for (let choice = cell.choiceFrom[task] ?? 0; choice < until; choice += 1) {
      const start = cell.choiceTable[choice]?.[from] ?? NEVER;
      if (start === NEVER) continue;
      const end = Math.max(isExact ? 0 : arrival, start * step) + (cell.length[task] ?? 0) * step;
      if (end > limit) continue;
      this.held[count] = task;
      tasks.timesHeld[owner] = (tasks.timesHeld[owner] ?? 0) + 1;
      const cost = price + (cell.choiceCost[choice] ?? 0);
      if (i < 31) this.goOn(end, at, cost, pending, count + 1, false, goal, low | (1 << i), high);
      else this.goOn(end, at, cost, pending, count + 1, false, goal, low, high | (1 << (i - 31)));
      tasks.timesHeld[owner] = (tasks.timesHeld[owner] ?? 0) - 1;
    }
  }

  private passAnchor(
    minute: number,
    place: number,
    paid: number,
    pending: number,
    count: number,
    lenient: boolean,
    goal: number,
    low: number,
    high: number,
  ): void {
    const anchor = this.cell.anchors[pending];
    if (!anchor) return;
    const pass = (there: number, then: number): void => {
      const way = this.way(place, there);
      if (!lenient && (way === UNKNOWN || minute + way > anchor.start)) return;
      const price = paid + Math.max(0, way) * this.minuteCost;
      this.goOn(Math.max(minute, anchor.end), there, price, pending + 1, count, true, then, low, high);
    };
    if (anchor.place !== NOWHERE) {
      if (goal < 0 || goal === anchor.place) pass(anchor.place, NOWHERE);
      return;
    }
    pass(place, goal);
    if (goal >= 0) return;
    for (let g = 0; g < this.goals.count; g += 1) {
      const next = this.goals.places[g] ?? 0;
      if (next !== place) pass(next, next);
    }
  }

  private goHome(minute: number, place: number, paid: number, count: number, lenient: boolean): void {
    const { base, endMinute, halfNight } = this.cell;
    const home = this.way(place, base);
    let end = Infinity;
    if (home !== UNKNOWN && (lenient || minute + home <= endMinute)) end = paid + home * this.minuteCost;
    else if (lenient) end = paid;
    end = Math.min(end, paid + halfNight);
    if (end >= this.reached) return;
    if (this.tell) {
      this.tell(this.held.subarray(0, count), end);
      return;
    }
    this.reached = end;
    this.count = count;
    for (let i = 0; i < count; i += 1) this.chosen[i] = this.held[i] ?? 0;
  }

  private way(from: number, to: number): number {
    if (from === to) return 0;
    if (from < 0 || to < 0) return UNKNOWN;
    return this.ground.travel[from * this.ground.placeCount + to] ?? UNKNOWN;
  }
}
