import { nightsOf } from '../problem.js';
import { NOWHERE, UNKNOWN, type Ground } from '../search/ground.js';

/** Nobody can come. */
export const NEVER = Infinity;

/**
 * For each place, minutes of travel that one visit there costs whatever else is planned. A way between two
 * towns is shared by halves, a way from or to the base falls on the town; the ways in and out of a town are
 * shared by all visits that could be held there on one day. So the shares of a day never exceed its travel.
 */
export class WayShare {
  /** By place: requests and fixed visits that could share a day there. */
  private readonly together: Int32Array;
  /** Places that a day can lead through. */
  private readonly stops: readonly number[];

  constructor(private readonly ground: Ground) {
    this.together = new Int32Array(ground.placeCount);
    const stops = new Set<number>();
    for (const job of ground.jobs) {
      if (job.town === NOWHERE || job.units.length === 0) continue;
      // Without a gap all visits of a request could be on one day.
      const atOnce = job.request.minGapDays === 0 ? job.units.length : 1;
      this.together[job.town] = (this.together[job.town] ?? 0) + atOnce;
      stops.add(job.town);
    }
    for (const { place } of ground.fixed) {
      const at = place === null ? NOWHERE : (ground.placeIndex.get(place) ?? NOWHERE);
      if (at === NOWHERE) continue;
      this.together[at] = (this.together[at] ?? 0) + 1;
      stops.add(at);
    }
    this.stops = [...stops];
  }

  /** Minutes for one visit of a specialist at a town; NEVER if no way leads there or away. */
  of(specialist: number, town: number): number {
    if (town === NOWHERE) return 0;
    const base = this.ground.base[specialist] ?? NOWHERE;
    if (base === town) return 0;
    const into = this.cheapest(base, town, (from) => this.minutes(from, town));
    const out = this.cheapest(base, town, (to) => this.minutes(town, to));
    if (into === NEVER || out === NEVER) return NEVER;
    // A night in the town saves both ways.
    if (this.mayStay(specialist)) return 0;
    return Math.floor((into + out) / Math.max(1, this.together[town] ?? 1));
  }

  private mayStay(specialist: number): boolean {
    const one = this.ground.problem.specialists[specialist];
    if ((one?.nights ?? 0) > 0) return true;
    return this.ground.fixed.some((visit) => visit.specialistId === one?.id && nightsOf(visit).length > 0);
  }

  private cheapest(base: number, town: number, minutes: (other: number) => number): number {
    let least = minutes(base);
    for (const stop of this.stops) {
      if (stop !== town && stop !== base) least = Math.min(least, minutes(stop) / 2);
    }
    return least;
  }

  private minutes(from: number, to: number): number {
    const found = this.ground.travel[from * this.ground.placeCount + to] ?? UNKNOWN;
    return found === UNKNOWN ? NEVER : found;
  }
}
