import { NONE, type Ground } from './ground.js';
import { TourTables } from './tour-tables.js';
import { measureTour, spreadTimes } from './tour-times.js';

/** The tours that a search works on, with the steps that change them. */
export class TourState extends TourTables {
  private versions = 0;

  constructor(readonly ground: Ground) {
    super(ground);
  }

  /** Distance and penalties. */
  cost(): number {
    let cost = this.distance;
    for (let index = 0; index < this.absentCount; index += 1)
      cost += this.ground.penalty[this.absent[index] ?? 0] ?? 0;
    return cost;
  }

  /** Whether a tour of the kind can be opened. */
  hasFree(kind: number): boolean {
    const pool = this.ground.kindPool[kind] ?? 0;
    return (this.poolUse[pool] ?? 0) < (this.ground.poolCount[pool] ?? 0);
  }

  /** Opens an empty tour of the kind; `hasFree` must hold. */
  openTour(kind: number): number {
    const tour = this.open[this.openCount] ?? 0;
    this.openCount += 1;
    const pool = this.ground.kindPool[kind] ?? 0;
    this.poolUse[pool] = (this.poolUse[pool] ?? 0) + 1;
    this.kind[tour] = kind;
    this.first[tour] = NONE;
    this.last[tour] = NONE;
    this.size[tour] = 0;
    this.length[tour] = 0;
    const { dimensions } = this.ground;
    for (let at = tour * dimensions; at < (tour + 1) * dimensions; at += 1) this.load[at] = 0;
    return tour;
  }

  /** Takes a stop out. The numbers of its tour are wrong until `refresh`. */
  remove(stop: number): void {
    const tour = this.tourOf[stop] ?? 0;
    const before = this.previous[stop] ?? 0;
    const after = this.next[stop] ?? 0;
    if (before === NONE) this.first[tour] = after;
    else this.next[before] = after;
    if (after === NONE) this.last[tour] = before;
    else this.previous[after] = before;
    this.tourOf[stop] = NONE;
    this.size[tour] = (this.size[tour] ?? 0) - 1;
    this.leaveOut(stop);
  }

  /** Notes that a stop is on no tour. */
  leaveOut(stop: number): void {
    this.absent[this.absentCount] = stop;
    this.absentCount += 1;
  }

  /** Puts times, load and distance of a tour right after removals; closes it if it is empty. */
  refresh(tour: number): void {
    this.distance -= this.length[tour] ?? 0;
    if (this.size[tour] === 0) {
      this.close(tour);
      return;
    }
    measureTour(this, this.ground, tour);
    this.distance += this.length[tour] ?? 0;
    this.version[tour] = this.versions += 1;
  }

  /** Puts a stop behind `before` (NONE = at the beginning). The caller knows that it fits. */
  insert(stop: number, tour: number, before: number): void {
    const { ground, next, previous, leg } = this;
    const { places, dimensions, problem } = ground;
    const { distance } = problem;
    const kind = this.kind[tour] ?? 0;
    const after = before === NONE ? (this.first[tour] ?? 0) : (next[before] ?? 0);
    const from = before === NONE ? (ground.kindStart[kind] ?? 0) : before;
    const to = after === NONE ? (ground.kindEnd[kind] ?? 0) : after;
    const legIn = distance[from * places + stop] ?? 0;
    const legOut = distance[stop * places + to] ?? 0;
    const isEmpty = this.size[tour] === 0;
    const legOld = isEmpty ? 0 : ((before === NONE ? this.firstLeg[tour] : leg[before]) ?? 0);
    next[stop] = after;
    previous[stop] = before;
    leg[stop] = legOut;
    if (before === NONE) {
      this.first[tour] = stop;
      this.firstLeg[tour] = legIn;
    } else {
      next[before] = stop;
      leg[before] = legIn;
    }
    if (after === NONE) this.last[tour] = stop;
    else previous[after] = stop;
    this.tourOf[stop] = tour;
    this.size[tour] = (this.size[tour] ?? 0) + 1;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const at = tour * dimensions + dimension;
      this.load[at] = (this.load[at] ?? 0) + (problem.loads[dimension]?.[stop] ?? 0);
    }
    const change = legIn + legOut - legOld;
    this.distance += change;
    this.length[tour] = (this.length[tour] ?? 0) + change;
    this.version[tour] = this.versions += 1;
    spreadTimes(this, ground, stop, tour);
  }

  /** Lets the tour of `left` go on with `right` and what follows, and the other tour with what followed `left`. */
  swapTails(left: number, right: number): void {
    const { next, previous, tourOf, first, last } = this;
    const one = tourOf[left] ?? 0;
    const other = tourOf[right] ?? 0;
    const before = previous[right] ?? NONE;
    const after = next[left] ?? NONE;
    let moved = 0;
    for (let stop = right; stop !== NONE; stop = next[stop] ?? NONE) {
      tourOf[stop] = one;
      moved += 1;
    }
    let given = 0;
    for (let stop = after; stop !== NONE; stop = next[stop] ?? NONE) {
      tourOf[stop] = other;
      given += 1;
    }
    const end = last[one] ?? NONE;
    last[one] = last[other] ?? NONE;
    last[other] = after === NONE ? before : end;
    next[left] = right;
    previous[right] = left;
    if (before === NONE) first[other] = after;
    else next[before] = after;
    if (after !== NONE) previous[after] = before;
    this.size[one] = (this.size[one] ?? 0) + moved - given;
    this.size[other] = (this.size[other] ?? 0) + given - moved;
    this.refresh(one);
    this.refresh(other);
  }

  private close(tour: number): void {
    this.openCount -= 1;
    const from = this.openAt[tour] ?? 0;
    const other = this.open[this.openCount] ?? 0;
    this.open[this.openCount] = tour;
    this.open[from] = other;
    this.openAt[tour] = this.openCount;
    this.openAt[other] = from;
    const pool = this.ground.kindPool[this.kind[tour] ?? 0] ?? 0;
    this.poolUse[pool] = (this.poolUse[pool] ?? 0) - 1;
  }
}
