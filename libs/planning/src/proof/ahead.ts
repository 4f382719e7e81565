import { DayPlaces } from './day-places.js';
import { TaskLists } from './task-lists.js';
import { NO_CELL, NOWHERE, UNKNOWN, type Cell, type Ground } from './ground.js';

/** Nothing follows, or it is not known any more what. */
const NOBODY = -1;
const SOMEBODY = -2;
/** Moves from a state: home, a step of waiting, a way to a place; then tasks. */
const END = 0;
const WAIT = 1;
const FIRST_WAY = 2;
/** Most states looked at for one day. */
const MOST_STATES = 1 << 16;
const MOST_WATCHED = 2;

/**
 * What one specialist's day can still win at most from a place and a step of the clock on, ways and the way
 * home paid: never less than what can really be won. A visit may be held again and again, but not twice in a
 * row, and those that are watched not at all.
 */
export class Ahead {
  /** Out of `follow`: tasks in their order; whether a day can really be like that; who is held twice. */
  readonly path: number[] = [];
  isReal = false;
  readonly twice = new Set<number>();
  private readonly places: DayPlaces;
  /** By who of the watched is held, step and place: the most that can be won, with which request first, by which move. */
  private value = new Float64Array(1 << 12);
  private owner = new Int32Array(1 << 12);
  private move = new Int32Array(1 << 12);
  /** The most that can be won beginning with any other request. */
  private other = new Float64Array(1 << 12);
  private otherMove = new Int32Array(1 << 12);
  private readonly repeatable: Uint8Array;
  /** By request, its bit if it is watched. */
  private readonly bit: Int32Array;
  readonly watched: number[] = [];
  private cell: Cell = NO_CELL;
  private prices: Float64Array = new Float64Array(0);
  private active: Int32Array = new Int32Array(0);
  private readonly lists = new TaskLists();
  private begin = 0;
  private span = 0;

  constructor(private readonly ground: Ground) {
    this.places = new DayPlaces(ground);
    this.repeatable = Uint8Array.from(ground.jobs, ({ units, minGap }) =>
      minGap === 0 && units > 1 ? 1 : 0,
    );
    this.bit = new Int32Array(ground.jobs.length);
  }

  /** Not for days with anything fixed. Prices by link; the first `count` of the tasks count. */
  look(cell: Cell, prices: Float64Array, tasks: Int32Array, count: number, watched: readonly number[]): void {
    const { places, ground } = this;
    this.cell = cell;
    this.prices = prices;
    this.active = tasks;
    for (const owner of this.watched) this.bit[owner] = 0;
    this.watched.length = 0;
    places.look(cell, tasks, count);
    this.begin = cell.begin;
    this.span = Math.ceil(Math.max(cell.endMinute, cell.lastEnd) / ground.clock.step) - cell.begin + 1;
    this.lists.look(cell, tasks, count, places, this.span);
    if (!this.watch(watched)) this.fillAll();
  }

  /** Watches these too, as far as there is room; false if there is none. */
  watch(owners: Iterable<number>): boolean {
    const before = this.watched.length;
    for (const owner of owners) {
      const states = (this.span * this.places.count) << (this.watched.length + 1);
      if (states > MOST_STATES || this.watched.length >= MOST_WATCHED) break;
      this.bit[owner] = 1 << this.watched.length;
      this.watched.push(owner);
    }
    if (this.watched.length === before) return false;
    this.fillAll();
    return true;
  }

  private fillAll(): void {
    this.grow();
    for (let held = (1 << this.watched.length) - 1; held >= 0; held -= 1) this.fill(held);
  }

  private grow(): void {
    const states = (this.span * this.places.count) << this.watched.length;
    if (this.value.length >= states) return;
    this.value = new Float64Array(states * 2);
    this.other = new Float64Array(states * 2);
    this.owner = new Int32Array(states * 2);
    this.move = new Int32Array(states * 2);
    this.otherMove = new Int32Array(states * 2);
  }

  /** All states in which these of the watched are held, from the last step on. */
  private fill(held: number): void {
    const { ground, places, value, other, owner, move, span, begin, cell } = this;
    const { lastStart } = this.lists;
    const { step, isExact } = ground.clock;
    const { minuteCost } = ground;
    const { count, ways } = places;
    const slack = isExact ? 0 : step;
    const first = held * span * count;
    for (let t = span - 1; t >= 0; t -= 1) {
      const minute = (begin + t) * step;
      const row = first + t * count;
      for (let place = 0; place < count; place += 1) {
        const at = row + place;
        const home = ways[place * count] ?? UNKNOWN;
        const isInTime = home !== UNKNOWN && minute + home <= cell.endMinute + slack;
        value[at] = Math.max(-cell.halfNight, isInTime ? -home * minuteCost : -Infinity);
        other[at] = -Infinity;
        owner[at] = NOBODY;
        move[at] = END;
        if (t + 1 < span) this.take(at, at + count, 0, WAIT);
        this.takeList(at, t, place, place, held);
        this.takeList(at, t, place, count, held);
      }
      // A way leads to a later step, or within a building to the same one.
      for (let place = 0; place < count; place += 1) {
        for (let to = 0; to < count; to += 1) {
          const way = ways[place * count + to] ?? UNKNOWN;
          if (to === place || way === UNKNOWN || (lastStart[to] ?? 0) < t) continue;
          const then = t + (isExact ? Math.ceil(way / step) : Math.floor(way / step));
          if (then < span && then <= (lastStart[to] ?? 0))
            this.take(row + place, first + then * count + to, way * minuteCost, FIRST_WAY + to);
        }
      }
    }
  }

  private takeList(at: number, t: number, place: number, list: number, held: number): void {
    const { head, next, lastStart } = this.lists;
    if (t > (lastStart[list] ?? 0)) return;
    for (let i = head[list] ?? -1; i >= 0; i = next[i] ?? -1) this.takeTask(at, t, place, i, held);
  }

  private takeTask(at: number, t: number, place: number, i: number, held: number): void {
    const { cell, begin, span } = this;
    const { count } = this.places;
    const task = this.active[i] ?? 0;
    const own = cell.owner[task] ?? 0;
    const bit = this.bit[own] ?? 0;
    const then = t + (cell.length[task] ?? 0);
    if ((bit & held) !== 0 || then >= span || t + begin > (cell.lastStart[task] ?? 0)) return;
    const from = ((held | bit) * span + then) * count + place;
    const isAgain = this.owner[from] === own && this.repeatable[own] === 0;
    const after = (isAgain ? this.other[from] : this.value[from]) ?? -Infinity;
    const gain = (this.prices[cell.link[task] ?? 0] ?? 0) + after;
    const until = cell.choiceFrom[task + 1] ?? 0;
    for (let choice = cell.choiceFrom[task] ?? 0; choice < until; choice += 1) {
      if (cell.choiceTable[choice]?.[begin + t] !== begin + t) continue;
      this.enter(at, gain - (cell.choiceCost[choice] ?? 0), own, FIRST_WAY + count + i);
    }
  }

  /** Goes on as from another place or step, at a price. */
  private take(at: number, from: number, price: number, move: number): void {
    this.enter(at, (this.value[from] ?? -Infinity) - price, this.owner[from] ?? NOBODY, move);
    if (this.other[from] !== -Infinity)
      this.enter(at, (this.other[from] ?? -Infinity) - price, SOMEBODY, ~move);
  }

  /** Keeps the best, and the best that begins with another request. `~move` goes on with the other there. */
  private enter(at: number, sum: number, own: number, move: number): void {
    const { value, other, owner } = this;
    const best = value[at] ?? -Infinity;
    const isOther = owner[at] !== own || own === SOMEBODY;
    if (sum > best) {
      if (isOther) {
        other[at] = best;
        this.otherMove[at] = this.move[at] ?? END;
      }
      value[at] = sum;
      owner[at] = own;
      this.move[at] = move;
    } else if (isOther && sum > (other[at] ?? -Infinity)) {
      other[at] = sum;
      this.otherMove[at] = move;
    }
  }

  /** Most that can be won from here on, if those held already are not held again at once, the watched never. */
  best(minute: number, place: number, timesHeld: Uint8Array): number {
    const t = Math.floor(minute / this.ground.clock.step) - this.begin;
    if (t >= this.span || t < 0) return t < 0 ? Infinity : -Infinity;
    const at = (this.heldOf(timesHeld) * this.span + t) * this.places.count + this.places.local(place);
    return (this.isHeldNext(at, timesHeld) ? this.other[at] : this.value[at]) ?? -Infinity;
  }

  private heldOf(timesHeld: Uint8Array): number {
    let held = 0;
    for (const owner of this.watched) if ((timesHeld[owner] ?? 0) > 0) held |= this.bit[owner] ?? 0;
    return held;
  }

  private isHeldNext(at: number, timesHeld: Uint8Array): boolean {
    const own = this.owner[at] ?? NOBODY;
    return own >= 0 && (timesHeld[own] ?? 0) > 0 && this.repeatable[own] === 0;
  }

  /** Follows the best moves from a place and minute on, if some are held already. */
  follow(minute: number, place: number, timesHeld: Uint8Array): void {
    const { cell, span, path, twice } = this;
    const { count } = this.places;
    let held = this.heldOf(timesHeld);
    let t = Math.floor(minute / this.ground.clock.step) - this.begin;
    let here = this.places.local(place);
    let isAfterOther = this.isHeldNext((held * span + t) * count + here, timesHeld);
    // A way leads to a visit there.
    let owesVisit = false;
    path.length = 0;
    twice.clear();
    this.isReal = this.ground.clock.isExact;
    for (;;) {
      const at = (held * span + t) * count + here;
      const kept = (isAfterOther ? this.otherMove[at] : this.move[at]) ?? END;
      isAfterOther = kept < 0;
      const move = isAfterOther ? ~kept : kept;
      if (move === END) break;
      if (move === WAIT) t += 1;
      else if (move < FIRST_WAY + count) {
        if (owesVisit) this.isReal = false;
        const to = move - FIRST_WAY;
        t += Math.ceil((this.places.ways[here * count + to] ?? 0) / this.ground.clock.step);
        here = to;
        owesVisit = to !== 0;
      } else {
        const task = this.active[move - FIRST_WAY - count] ?? 0;
        const own = cell.owner[task] ?? 0;
        const isKnown = path.some((before) => cell.owner[before] === own);
        if (isKnown && this.repeatable[own] === 0) twice.add(own);
        path.push(task);
        if (cell.place[task] !== NOWHERE) owesVisit = false;
        held |= this.bit[own] ?? 0;
        t += cell.length[task] ?? 0;
        const then = (held * span + t) * count + here;
        isAfterOther = this.owner[then] === own && this.repeatable[own] === 0;
      }
    }
    if (owesVisit || this.repeatsTooOften()) this.isReal = false;
  }

  /** Whether a request with several visits a day has more of them than there are. */
  private repeatsTooOften(): boolean {
    const { cell, path, ground } = this;
    return path.some((task) => {
      const own = cell.owner[task] ?? 0;
      const times = path.filter((other) => cell.owner[other] === own).length;
      return times > 1 && times > (ground.jobs[own]?.units ?? 1);
    });
  }
}
