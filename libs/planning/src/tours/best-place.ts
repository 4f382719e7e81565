import type { Random } from '../random.js';
import { costOfNewTour, mayTake } from './fits.js';
import { INFEASIBLE, NONE } from './ground.js';
import type { TourState } from './tour-state.js';

/** One chance in this many to overlook a place: keeps the greedy recreation from repeating itself. */
const BLINK = 100;

/** From this many stops on, places are first looked for next to near stops only. */
const LARGE = 200;

/** Numbers remembered of a stop and a tour. */
const SEEN = 3;

/**
 * Finds the cheapest place for a stop. What it finds on a tour stays valid as long as the tour's version,
 * so that unchanged tours are looked at once only, also after a rollback.
 */
export class BestPlace {
  /** The place found last: tour or NONE, stop before it or NONE, kind to open a tour of. */
  tour = NONE;
  before = NONE;
  kind = 0;
  cost = INFEASIBLE;

  /** By stop × tours + tour: version of the tour when it was looked at, cost there, stop before. */
  private readonly seen: Int32Array;
  /** Large problems have no room to remember, and look at whole tours only when nothing near was found. */
  private readonly remembers: boolean;
  private scanBefore = NONE;

  constructor(
    private readonly state: TourState,
    private readonly random: Random,
  ) {
    const { stops, slots } = state.ground;
    this.remembers = stops < LARGE;
    this.seen = new Int32Array(this.remembers ? stops * slots * SEEN : 0).fill(NONE);
  }

  /** Looks for the cheapest place that costs less than `limit`, on tours of `day` or of any (NONE). */
  find(stop: number, limit: number, day: number): void {
    if (this.remembers) this.findAnywhere(stop, limit, day);
    else {
      this.findNear(stop, limit, day);
      if (this.tour === NONE) this.findAnywhere(stop, limit, day);
    }
  }

  /** Looks at every tour. */
  private findAnywhere(stop: number, limit: number, day: number): void {
    const { state, seen, remembers } = this;
    const { ground, open, openCount, version } = state;
    const row = stop * ground.slots;
    let tourFound = NONE;
    let beforeFound = NONE;
    let least = limit;
    for (let index = 0; index < openCount; index += 1) {
      const tour = open[index] ?? 0;
      const at = (row + tour) * SEEN;
      const isSeen = remembers && seen[at] === version[tour];
      if (isSeen && (seen[at + 1] ?? 0) >= least) continue;
      if (!mayTake(state, stop, tour, day)) continue;
      let cost = isSeen ? (seen[at + 1] ?? 0) : this.scan(stop, tour, false);
      let before = isSeen ? (seen[at + 2] ?? 0) : this.scanBefore;
      if (remembers && !isSeen) {
        seen[at] = version[tour] ?? 0;
        seen[at + 1] = cost;
        seen[at + 2] = before;
      }
      if (cost >= least) continue;
      if (this.random.below(BLINK) === 0) {
        cost = this.scan(stop, tour, true);
        if (cost >= least) continue;
        before = this.scanBefore;
      }
      least = cost;
      tourFound = tour;
      beforeFound = before;
    }
    this.cost = least;
    this.tour = tourFound;
    this.before = beforeFound;
    this.tryNewTours(stop, day);
  }

  /** Looks right before and right behind the near stops. */
  private findNear(stop: number, limit: number, day: number): void {
    const { state } = this;
    const { ground, tourOf, next, previous, ready, late, leg, firstLeg, kind } = state;
    const { places, problem, distanceTo, durationTo, near, nearCount, kindStart, kindEnd } = ground;
    const { distance, duration } = problem;
    const row = stop * places;
    const opening = problem.earliest[stop] ?? 0;
    const closing = problem.latest[stop] ?? 0;
    const service = problem.service[stop] ?? 0;
    let tourFound = NONE;
    let beforeFound = NONE;
    let least = limit;
    for (let index = stop * nearCount; index < (stop + 1) * nearCount; index += 1) {
      const other = near[index] ?? 0;
      const tour = tourOf[other] ?? NONE;
      if (tour === NONE) continue;
      const after = next[other] ?? NONE;
      const to = after === NONE ? (kindEnd[kind[tour] ?? 0] ?? 0) : after;
      const behind = (distanceTo[row + other] ?? 0) + (distance[row + to] ?? 0) - (leg[other] ?? 0);
      if (behind < least) {
        const arrival = (ready[other] ?? 0) + (durationTo[row + other] ?? 0);
        const latest = after === NONE ? (ground.kindClose[kind[tour] ?? 0] ?? 0) : (late[after] ?? 0);
        if (
          arrival <= closing &&
          (arrival < opening ? opening : arrival) + service + (duration[row + to] ?? 0) <= latest &&
          mayTake(state, stop, tour, day) &&
          this.random.below(BLINK) !== 0
        ) {
          least = behind;
          tourFound = tour;
          beforeFound = other;
        }
      }
      const before = previous[other] ?? NONE;
      const from = before === NONE ? (kindStart[kind[tour] ?? 0] ?? 0) : before;
      const legOld = (before === NONE ? firstLeg[tour] : leg[before]) ?? 0;
      const ahead = (distanceTo[row + from] ?? 0) + (distance[row + other] ?? 0) - legOld;
      if (ahead >= least) continue;
      const left = before === NONE ? (ground.kindOpen[kind[tour] ?? 0] ?? 0) : (ready[before] ?? 0);
      const arrival = left + (durationTo[row + from] ?? 0);
      if (
        arrival <= closing &&
        (arrival < opening ? opening : arrival) + service + (duration[row + other] ?? 0) <=
          (late[other] ?? 0) &&
        mayTake(state, stop, tour, day) &&
        this.random.below(BLINK) !== 0
      ) {
        least = ahead;
        tourFound = tour;
        beforeFound = before;
      }
    }
    this.cost = least;
    this.tour = tourFound;
    this.before = beforeFound;
    this.tryNewTours(stop, day);
  }

  private tryNewTours(stop: number, day: number): void {
    const { state } = this;
    const { ground } = state;
    const { kindDay } = ground;
    const { allowed } = ground.problem;
    for (let kind = 0; kind < ground.kinds; kind += 1) {
      if (day !== NONE && kindDay[kind] !== day) continue;
      if (allowed && allowed[stop * ground.kinds + kind] === 0) continue;
      if (!state.hasFree(kind)) continue;
      const cost = costOfNewTour(ground, stop, kind);
      if (cost >= this.cost) continue;
      this.cost = cost;
      this.tour = state.ground.slots;
      this.kind = kind;
    }
  }

  /** Puts the stop where `find` said. */
  insert(stop: number): void {
    const { state } = this;
    if (this.tour === state.ground.slots) state.insert(stop, state.openTour(this.kind), NONE);
    else state.insert(stop, this.tour, this.before);
  }

  /** Cheapest place on a tour; with `blinking` the best places are overlooked now and then. */
  private scan(stop: number, tour: number, blinking: boolean): number {
    const { ground, next, ready, late, leg, first, firstLeg } = this.state;
    const { places, problem, distanceTo, durationTo } = ground;
    const { distance, duration } = problem;
    const kind = this.state.kind[tour] ?? 0;
    const row = stop * places;
    const opening = problem.earliest[stop] ?? 0;
    const closing = problem.latest[stop] ?? 0;
    const service = problem.service[stop] ?? 0;
    const start = ground.kindStart[kind] ?? 0;
    const end = ground.kindEnd[kind] ?? 0;
    const close = ground.kindClose[kind] ?? 0;
    const isPlain = distance === duration && distance === distanceTo;
    let best = INFEASIBLE;
    this.scanBefore = NONE;
    let before = NONE;
    let after = first[tour] ?? NONE;
    let legOld = firstLeg[tour] ?? 0;
    let arrival = (ground.kindOpen[kind] ?? 0) + (durationTo[row + start] ?? 0);
    let legIn = distanceTo[row + start] ?? 0;
    while (arrival <= closing) {
      if (arrival < opening) arrival = opening;
      const done = arrival + service;
      const to = after === NONE ? end : after;
      const legOut = distance[row + to] ?? 0;
      const cost = legIn + legOut - legOld;
      if (cost < best) {
        const travel = isPlain ? legOut : (duration[row + to] ?? 0);
        const latest = after === NONE ? close : (late[after] ?? 0);
        if (done + travel <= latest && !(blinking && this.random.below(2) === 0)) {
          best = cost;
          this.scanBefore = before;
        }
      }
      if (after === NONE) return best;
      before = after;
      legOld = leg[before] ?? 0;
      legIn = isPlain ? legOut : (distanceTo[row + before] ?? 0);
      arrival = (ready[before] ?? 0) + (isPlain ? legOut : (durationTo[row + before] ?? 0));
      after = next[before] ?? NONE;
    }
    return best;
  }
}
