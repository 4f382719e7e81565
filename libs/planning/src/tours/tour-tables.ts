import { NONE, type Ground } from './ground.js';

/**
 * The tours of a search, as linked lists in flat arrays, with for every stop the earliest departure and the
 * latest beginning that keep its tour in time. All numbers lie in one block, so that the whole is copied in
 * one go: that is how an attempt is taken back and how the best plan is kept.
 */
export class TourTables {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** By stop: its tour, or NONE. */
  readonly tourOf: Int32Array;
  /** By stop: earliest end of its service. */
  readonly ready: Int32Array;
  /** By stop: latest beginning of its service with which the rest of the tour is in time. */
  readonly late: Int32Array;
  /** By stop: distance to what follows. */
  readonly leg: Int32Array;
  /** Stops on no tour. */
  readonly absent: Int32Array;
  absentCount: number;

  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly size: Int32Array;
  readonly firstLeg: Int32Array;
  /** By tour: its distance. */
  readonly length: Int32Array;
  readonly kind: Int32Array;
  /** By tour × dimensions + dimension. */
  readonly load: Int32Array;
  /** By tour: a number that no other sequence of stops ever has. */
  readonly version: Int32Array;
  /** All tours, the open ones first, in no special order. */
  readonly open: Int32Array;
  openCount = 0;
  /** By tour: its position in `open`. */
  readonly openAt: Int32Array;
  /** By pool: vehicles in use. */
  readonly poolUse: Int32Array;
  /** Distance of all tours. */
  distance = 0;

  private readonly numbers: Int32Array;

  /** No tour is open, every stop is absent. */
  constructor(ground: Ground) {
    const { stops, slots, dimensions } = ground;
    const pools = ground.poolCount.length;
    this.numbers = new Int32Array(7 * stops + (9 + dimensions) * slots + pools);
    let begin = 0;
    const part = (size: number): Int32Array => this.numbers.subarray(begin, (begin += size));
    this.next = part(stops);
    this.previous = part(stops);
    this.tourOf = part(stops).fill(NONE);
    this.ready = part(stops);
    this.late = part(stops);
    this.leg = part(stops);
    this.absent = part(stops);
    this.absent.forEach((_, stop) => (this.absent[stop] = stop));
    this.absentCount = stops;
    this.first = part(slots).fill(NONE);
    this.last = part(slots).fill(NONE);
    this.size = part(slots);
    this.firstLeg = part(slots);
    this.length = part(slots);
    this.kind = part(slots);
    this.version = part(slots);
    this.open = part(slots);
    this.openAt = part(slots);
    for (let tour = 0; tour < slots; tour += 1) this.open[tour] = this.openAt[tour] = tour;
    this.load = part(slots * dimensions);
    this.poolUse = part(pools);
  }

  /** Becomes the same as the other, which belongs to the same ground. */
  copy(other: TourTables): void {
    this.numbers.set(other.numbers);
    this.openCount = other.openCount;
    this.absentCount = other.absentCount;
    this.distance = other.distance;
  }
}
