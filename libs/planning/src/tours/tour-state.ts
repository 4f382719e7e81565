import { NONE, type Ground } from './ground.js';

/**
 * The tours of a search, as linked lists in flat arrays, with for every stop the earliest departure and the
 * latest beginning that keep its tour in time. What an attempt touches can be taken back.
 */
export class TourState {
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
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly size: Int32Array;
  readonly firstLeg: Int32Array;
  readonly kind: Int32Array;
  /** By tour × dimensions + dimension. */
  readonly load: Int32Array;
  /** By tour: a number that no other sequence of stops ever has. */
  readonly version: Int32Array;
  /** All tours, the open ones first, in no special order. */
  readonly open: Int32Array;
  openCount = 0;
  /** Stops on no tour. */
  readonly absent: Int32Array;
  absentCount = 0;
  /** Distance of all tours. */
  distance = 0;

  /** By tour: its position in `open`. */
  private readonly openAt: Int32Array;
  /** By tour: its distance. */
  private readonly length: Int32Array;
  private readonly poolUse: Int32Array;
  private versions = 0;

  private attempt = 0;
  private readonly touchedAt: Int32Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private readonly savedSize: Int32Array;
  private readonly savedVersion: Int32Array;
  private readonly savedKind: Int32Array;
  private readonly savedStops: Int32Array;
  private savedLength = 0;
  private savedDistance = 0;
  private readonly savedAbsent: Int32Array;
  private savedAbsentCount = 0;

  constructor(readonly ground: Ground) {
    const { stops, slots, dimensions } = ground;
    const perStop = (): Int32Array => new Int32Array(stops);
    const perTour = (): Int32Array => new Int32Array(slots);
    this.next = perStop();
    this.previous = perStop();
    this.tourOf = perStop().fill(NONE);
    this.ready = perStop();
    this.late = perStop();
    this.leg = perStop();
    this.first = perTour().fill(NONE);
    this.last = perTour().fill(NONE);
    this.size = perTour();
    this.firstLeg = perTour();
    this.kind = perTour();
    this.load = new Int32Array(slots * dimensions);
    this.version = perTour();
    this.open = perTour().map((_, index) => index);
    this.openAt = perTour().map((_, index) => index);
    this.length = perTour();
    this.poolUse = new Int32Array(ground.poolCount.length);
    this.absent = Int32Array.from({ length: stops }, (_, index) => index);
    this.absentCount = stops;
    this.touchedAt = perTour();
    this.touched = perTour();
    this.savedSize = perTour();
    this.savedVersion = perTour();
    this.savedKind = perTour();
    this.savedStops = perStop();
    this.savedAbsent = perStop();
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

  /** Begins an attempt: `rollback` goes back to here. */
  begin(): void {
    this.attempt += 1;
    this.touchedCount = 0;
    this.savedLength = 0;
    this.savedDistance = this.distance;
    this.savedAbsentCount = this.absentCount;
    for (let index = 0; index < this.absentCount; index += 1)
      this.savedAbsent[index] = this.absent[index] ?? 0;
  }

  /** Opens an empty tour of the kind; `hasFree` must hold. */
  openTour(kind: number): number {
    const tour = this.open[this.openCount] ?? 0;
    this.touch(tour);
    this.activate(tour, kind);
    return tour;
  }

  /** Takes a stop out. The times of its tour are wrong until `refresh`. */
  remove(stop: number): void {
    const tour = this.tourOf[stop] ?? 0;
    this.touch(tour);
    const before = this.previous[stop] ?? 0;
    const after = this.next[stop] ?? 0;
    if (before === NONE) this.first[tour] = after;
    else this.next[before] = after;
    if (after === NONE) this.last[tour] = before;
    else this.previous[after] = before;
    this.tourOf[stop] = NONE;
    this.size[tour] = (this.size[tour] ?? 0) - 1;
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
    this.measure(tour);
    this.distance += this.length[tour] ?? 0;
    this.version[tour] = this.versions += 1;
  }

  /** Puts a stop behind `before` (NONE = at the beginning). The caller knows that it fits. */
  insert(stop: number, tour: number, before: number): void {
    this.touch(tour);
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
    this.forward(stop, tour);
    this.backward(stop, tour);
  }

  /** Undoes everything since `begin`. */
  rollback(): void {
    const { touched, touchedCount } = this;
    let at = 0;
    for (let index = 0; index < touchedCount; index += 1) {
      const tour = touched[index] ?? 0;
      if ((this.openAt[tour] ?? 0) < this.openCount) {
        for (let stop = this.first[tour] ?? NONE; stop !== NONE; stop = this.next[stop] ?? NONE)
          this.tourOf[stop] = NONE;
        this.close(tour);
      }
    }
    for (let index = 0; index < touchedCount; index += 1) {
      const size = this.savedSize[index] ?? 0;
      if (size === 0) continue;
      const tour = touched[index] ?? 0;
      this.activate(tour, this.savedKind[index] ?? 0);
      this.link(tour, this.savedStops, at, size);
      at += size;
      this.version[tour] = this.savedVersion[index] ?? 0;
    }
    this.distance = this.savedDistance;
    this.absentCount = this.savedAbsentCount;
    for (let index = 0; index < this.absentCount; index += 1)
      this.absent[index] = this.savedAbsent[index] ?? 0;
  }

  private touch(tour: number): void {
    if (this.touchedAt[tour] === this.attempt) return;
    this.touchedAt[tour] = this.attempt;
    const index = this.touchedCount;
    this.touched[index] = tour;
    this.touchedCount += 1;
    const isOpen = (this.openAt[tour] ?? 0) < this.openCount;
    this.savedSize[index] = isOpen ? (this.size[tour] ?? 0) : 0;
    if (!isOpen) return;
    this.savedVersion[index] = this.version[tour] ?? 0;
    this.savedKind[index] = this.kind[tour] ?? 0;
    const { savedStops, next } = this;
    let at = this.savedLength;
    for (let stop = this.first[tour] ?? NONE; stop !== NONE; stop = next[stop] ?? NONE) {
      savedStops[at] = stop;
      at += 1;
    }
    this.savedLength = at;
  }

  private activate(tour: number, kind: number): void {
    this.swap(tour, this.openCount);
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
  }

  private close(tour: number): void {
    this.openCount -= 1;
    this.swap(tour, this.openCount);
    const pool = this.ground.kindPool[this.kind[tour] ?? 0] ?? 0;
    this.poolUse[pool] = (this.poolUse[pool] ?? 0) - 1;
  }

  private swap(tour: number, to: number): void {
    const from = this.openAt[tour] ?? 0;
    const other = this.open[to] ?? 0;
    this.open[to] = tour;
    this.open[from] = other;
    this.openAt[tour] = to;
    this.openAt[other] = from;
  }

  /** Strings `size` stops of a list together. */
  private link(tour: number, stops: Int32Array, begin: number, size: number): void {
    let before = NONE;
    for (let at = begin; at < begin + size; at += 1) {
      const stop = stops[at] ?? 0;
      this.tourOf[stop] = tour;
      this.previous[stop] = before;
      if (before === NONE) this.first[tour] = stop;
      else this.next[before] = stop;
      before = stop;
    }
    this.next[before] = NONE;
    this.last[tour] = before;
    this.size[tour] = size;
    this.measure(tour);
  }

  /** Legs, times, loads and length of a whole tour. */
  private measure(tour: number): void {
    const { ground, next, previous, leg, ready, late } = this;
    const { places, dimensions, problem } = ground;
    const { distance, duration, service, earliest, latest, loads } = problem;
    const kind = this.kind[tour] ?? 0;
    let place = ground.kindStart[kind] ?? 0;
    let time = ground.kindOpen[kind] ?? 0;
    let length = 0;
    let before = NONE;
    for (let stop = this.first[tour] ?? NONE; stop !== NONE; stop = next[stop] ?? NONE) {
      const step = distance[place * places + stop] ?? 0;
      length += step;
      if (before === NONE) this.firstLeg[tour] = step;
      else leg[before] = step;
      time += duration[place * places + stop] ?? 0;
      const opening = earliest[stop] ?? 0;
      if (time < opening) time = opening;
      time += service[stop] ?? 0;
      ready[stop] = time;
      place = stop;
      before = stop;
    }
    let to = ground.kindEnd[kind] ?? 0;
    const home = distance[place * places + to] ?? 0;
    leg[before] = home;
    this.length[tour] = length + home;
    time = ground.kindClose[kind] ?? 0;
    for (let stop = before; stop !== NONE; stop = previous[stop] ?? NONE) {
      time -= (duration[stop * places + to] ?? 0) + (service[stop] ?? 0);
      const closing = latest[stop] ?? 0;
      if (time > closing) time = closing;
      late[stop] = time;
      to = stop;
    }
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const load = loads[dimension];
      let sum = 0;
      for (let stop = before; stop !== NONE; stop = previous[stop] ?? NONE) sum += load?.[stop] ?? 0;
      this.load[tour * dimensions + dimension] = sum;
    }
  }

  /** Earliest departures from an inserted stop on, as far as they change. */
  private forward(from: number, tour: number): void {
    const { ground, next, ready } = this;
    const { places, problem } = ground;
    const { duration, service, earliest } = problem;
    const kind = this.kind[tour] ?? 0;
    const before = this.previous[from] ?? NONE;
    let place = before === NONE ? (ground.kindStart[kind] ?? 0) : before;
    let time = before === NONE ? (ground.kindOpen[kind] ?? 0) : (ready[before] ?? 0);
    for (let stop = from; stop !== NONE; stop = next[stop] ?? NONE) {
      time += duration[place * places + stop] ?? 0;
      const opening = earliest[stop] ?? 0;
      if (time < opening) time = opening;
      time += service[stop] ?? 0;
      if (stop !== from && ready[stop] === time) return;
      ready[stop] = time;
      place = stop;
    }
  }

  /** Latest beginnings from an inserted stop back, as far as they change. */
  private backward(from: number, tour: number): void {
    const { ground, previous, late } = this;
    const { places, problem } = ground;
    const { duration, service, latest } = problem;
    const kind = this.kind[tour] ?? 0;
    const after = this.next[from] ?? NONE;
    let to = after === NONE ? (ground.kindEnd[kind] ?? 0) : after;
    let time = after === NONE ? (ground.kindClose[kind] ?? 0) : (late[after] ?? 0);
    for (let stop = from; stop !== NONE; stop = previous[stop] ?? NONE) {
      time -= (duration[stop * places + to] ?? 0) + (service[stop] ?? 0);
      const closing = latest[stop] ?? 0;
      if (time > closing) time = closing;
      if (stop !== from && late[stop] === time) return;
      late[stop] = time;
      to = stop;
    }
  }
}
