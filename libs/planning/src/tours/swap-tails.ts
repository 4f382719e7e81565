import type { Random } from '../random.js';
import { NONE } from './ground.js';
import type { TourState } from './tour-state.js';

/** Nearest stops among which the one to go on with is drawn. */
const REACH = 20;

/**
 * Swaps the ends of two tours where they pass near each other: a change that strings of removals do not
 * reach when tours are long. What it costs is known before anything is changed.
 */
export class SwapTails {
  constructor(
    private readonly state: TourState,
    private readonly random: Random,
  ) {}

  /** Lets the tour of a stop drawn by lot go on with a near one of another tour, if it costs less than `allowance`. */
  run(allowance: number): boolean {
    const { state, random } = this;
    const { ground, tourOf, kind } = state;
    const { stops, nearCount, near } = ground;
    if (nearCount === 0) return false;
    const left = random.below(stops);
    const right = near[left * nearCount + random.below(Math.min(REACH, nearCount))] ?? 0;
    const one = tourOf[left] ?? NONE;
    const other = tourOf[right] ?? NONE;
    if (one === NONE || other === NONE || one === other || kind[one] !== kind[other]) return false;
    const before = state.previous[right] ?? NONE;
    const after = state.next[left] ?? NONE;
    if (this.change(left, right, before, after) >= allowance) return false;
    const own = kind[one] ?? 0;
    if (!this.isInTime(left, right, own) || !this.isInTime(before, after, own)) return false;
    if (!this.hasRoom(left, right, one, other)) return false;
    state.swapTails(left, right);
    return true;
  }

  /** Change of the distance when `left` goes on to `right`, and `before` to `after` or home. */
  private change(left: number, right: number, before: number, after: number): number {
    const { ground, leg, firstLeg, kind, tourOf } = this.state;
    const { problem, places } = ground;
    const other = tourOf[right] ?? 0;
    const own = kind[other] ?? 0;
    const legOld = (leg[left] ?? 0) + ((before === NONE ? firstLeg[other] : leg[before]) ?? 0);
    const legNew = problem.distance[left * places + right] ?? 0;
    // Where nothing is left of a tour, none is made.
    if (before === NONE && after === NONE) return legNew - legOld;
    const from = before === NONE ? (ground.kindStart[own] ?? 0) : before;
    const to = after === NONE ? (ground.kindEnd[own] ?? 0) : after;
    return legNew + (problem.distance[from * places + to] ?? 0) - legOld;
  }

  /** Whether a tour that is in time up to `before` stays so when it goes on from `after`. */
  private isInTime(before: number, after: number, kind: number): boolean {
    const { ground, ready, late } = this.state;
    const from = before === NONE ? (ground.kindStart[kind] ?? 0) : before;
    const to = after === NONE ? (ground.kindEnd[kind] ?? 0) : after;
    const left = before === NONE ? (ground.kindOpen[kind] ?? 0) : (ready[before] ?? 0);
    const latest = after === NONE ? (ground.kindClose[kind] ?? 0) : (late[after] ?? 0);
    return left + (ground.problem.duration[from * ground.places + to] ?? 0) <= latest;
  }

  private hasRoom(left: number, right: number, one: number, other: number): boolean {
    const { ground, load, kind } = this.state;
    const { dimensions, kindCapacity, problem } = ground;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const loads = problem.loads[dimension];
      if (!loads) continue;
      const most = kindCapacity[(kind[one] ?? 0) * dimensions + dimension] ?? 0;
      const loadOne = load[one * dimensions + dimension] ?? 0;
      const loadOther = load[other * dimensions + dimension] ?? 0;
      const tail = loadOther - this.loadUpTo(right, loads) + (loads[right] ?? 0);
      const swapped = this.loadUpTo(left, loads) + tail;
      if (swapped > most || loadOne + loadOther - swapped > most) return false;
    }
    return true;
  }

  private loadUpTo(last: number, loads: Int32Array): number {
    const { previous } = this.state;
    let sum = 0;
    for (let stop = last; stop !== NONE; stop = previous[stop] ?? NONE) sum += loads[stop] ?? 0;
    return sum;
  }
}
