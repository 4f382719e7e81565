import { NOWHERE, UNKNOWN, type Cell, type Ground } from './ground.js';

/** The places of one specialist's day, numbered anew: 0 is the base. */
export class DayPlaces {
  count = 0;
  /** Minutes by place × place; UNKNOWN = no way. */
  ways = new Int32Array(64 * 64);
  private place = new Int32Array(64);
  private readonly localOf: Int32Array;

  constructor(private readonly ground: Ground) {
    this.localOf = new Int32Array(ground.placeCount).fill(-1);
  }

  /** Base and the places of these tasks. */
  look(cell: Cell, tasks: Int32Array, count: number): void {
    for (let at = 0; at < this.count; at += 1) this.forget(this.place[at] ?? NOWHERE);
    this.count = 0;
    if (this.place.length < count + 1) this.place = new Int32Array(count * 2);
    this.add(cell.base);
    for (let i = 0; i < count; i += 1) {
      const place = cell.place[tasks[i] ?? 0] ?? NOWHERE;
      if (place !== NOWHERE && (this.localOf[place] ?? -1) < 0) this.add(place);
    }
    this.takeWays();
  }

  /** Number of a place of the day; the base for NOWHERE. */
  local(place: number): number {
    return place === NOWHERE ? 0 : (this.localOf[place] ?? 0);
  }

  private forget(place: number): void {
    if (place >= 0) this.localOf[place] = -1;
  }

  private add(place: number): void {
    if (place >= 0) this.localOf[place] = this.count;
    this.place[this.count++] = place;
  }

  private takeWays(): void {
    const { count, place, ground } = this;
    if (this.ways.length < count * count) this.ways = new Int32Array(count * count * 2);
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b < count; b += 1) {
        const way = ground.travel[(place[a] ?? 0) * ground.placeCount + (place[b] ?? 0)] ?? UNKNOWN;
        this.ways[a * count + b] = a === b ? 0 : way;
      }
    }
  }
}
