import { NOWHERE, UNKNOWN, type Cell, type Ground } from './ground.js';

interface Wanted {
  readonly task: number;
  gain: number;
  room: number;
}

/** The visits that are worth a look on one specialist's day at given prices, the dearest minute first. */
export class DayTasks {
  /** Tasks of the day's cell. */
  task = new Int32Array(256);
  count = 0;
  /** Minute of the last start. */
  lastStart = new Int32Array(256);
  /** What each wins at most, and the minutes it takes at least. */
  private gain = new Float64Array(256);
  private room = new Int32Array(256);
  /** How often one day can hold a visit of each request, and how often it does so far. */
  private readonly mostHeld: Uint8Array;
  readonly timesHeld: Uint8Array;

  constructor(private readonly ground: Ground) {
    this.mostHeld = Uint8Array.from(ground.jobs, ({ units, minGap }) => (minGap === 0 ? units : 1));
    this.timesHeld = new Uint8Array(ground.jobs.length);
  }

  /** Whether one bit each is enough to say which are held. */
  areSingle(cell: Cell): boolean {
    if (this.count > 62) return false;
    for (let i = 0; i < this.count; i += 1) {
      if ((this.mostHeld[cell.owner[this.task[i] ?? 0] ?? 0] ?? 1) > 1) return false;
    }
    return true;
  }

  isHeldOut(owner: number): boolean {
    return (this.timesHeld[owner] ?? 0) >= (this.mostHeld[owner] ?? 1);
  }

  /** Prices by link. `isAll`: also those that are not worth a look. */
  look(cell: Cell, prices: Float64Array, isAll = false): void {
    const { step } = this.ground.clock;
    const found: Wanted[] = [];
    for (let task = 0; task < cell.link.length; task += 1) {
      const gain = (prices[cell.link[task] ?? 0] ?? 0) - (cell.least[task] ?? 0);
      if (gain > 0 || isAll) found.push({ task, gain, room: (cell.length[task] ?? 0) * step });
    }
    this.chargeWays(cell, found);
    found.sort((a, b) => b.gain * a.room - a.gain * b.room || a.task - b.task);
    if (this.task.length < found.length) this.grow(found.length * 2);
    found.forEach(({ task, gain, room }, i) => {
      this.task[i] = task;
      this.gain[i] = gain;
      this.room[i] = room;
      this.lastStart[i] = (cell.lastStart[task] ?? 0) * step;
    });
    this.count = found.length;
  }

  private grow(size: number): void {
    this.task = new Int32Array(size);
    this.lastStart = new Int32Array(size);
    this.gain = new Float64Array(size);
    this.room = new Int32Array(size);
  }

  /** Whatever the order, the shortest way to the town of a single visit takes its time and its price. */
  private chargeWays(cell: Cell, found: readonly Wanted[]): void {
    const { travel, placeCount, minuteCost } = this.ground;
    const places = new Set<number>([cell.base]);
    const held = new Map<number, number>();
    for (const { task } of found) {
      const at = cell.place[task] ?? NOWHERE;
      places.add(at);
      held.set(at, (held.get(at) ?? 0) + (this.mostHeld[cell.owner[task] ?? 0] ?? 1));
    }
    for (const { place } of cell.anchors) places.add(place);
    places.delete(NOWHERE);
    for (const one of found) {
      const at = cell.place[one.task] ?? NOWHERE;
      if (at === NOWHERE || at === cell.base || (held.get(at) ?? 0) > 1) continue;
      if (cell.anchors.some(({ place }) => place === at)) continue;
      let least = Infinity;
      for (const from of places) {
        const way = from === at ? UNKNOWN : (travel[from * placeCount + at] ?? UNKNOWN);
        if (way !== UNKNOWN && way < least) least = way;
      }
      if (least === Infinity) continue;
      one.room += least;
      one.gain -= least * minuteCost;
    }
  }

  /** What can still be won from a minute on: the dearest minutes first, the last one in part. */
  hope(cell: Cell, minute: number): number {
    const { task, gain, room, lastStart, count, timesHeld, mostHeld } = this;
    let left = cell.lastEnd - minute;
    let sum = 0;
    for (let i = 0; i < count && left > 0; i += 1) {
      const owner = cell.owner[task[i] ?? 0] ?? 0;
      const times = (mostHeld[owner] ?? 1) - (timesHeld[owner] ?? 0);
      const won = (gain[i] ?? 0) * times;
      if (times <= 0 || (lastStart[i] ?? 0) < minute || won <= 0) continue;
      const long = (room[i] ?? 0) * times;
      if (long > left) return sum + (won * left) / long;
      sum += won;
      left -= long;
    }
    return sum;
  }
}
