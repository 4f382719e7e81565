import type { Random } from '../random.js';
import { BestPlace } from './best-place.js';
import { NONE } from './ground.js';
import type { TourState } from './tour-state.js';

/** Orders in which stops come back, drawn by these weights: lot, load, far, near, narrow, early, late. */
const ORDERS = [4, 4, 2, 1, 2, 2, 2];
const ORDERS_TOTAL = ORDERS.reduce((sum, weight) => sum + weight, 0);

/** Puts absent stops back, each at its cheapest place, in an order drawn by lot. */
export class Recreate {
  private readonly place: BestPlace;
  /** By order and stop; the stop with the smallest number comes first. */
  private readonly keys: readonly Float64Array[];
  private readonly key: Float64Array;
  private readonly queue: Int32Array;
  private readonly groupTried: Int32Array;
  private attempt = 0;
  /** Penalties of what was left out. */
  private forgone = 0;

  constructor(
    private readonly state: TourState,
    private readonly random: Random,
  ) {
    this.place = new BestPlace(state, random);
    const { ground } = state;
    const { problem, stops, places } = ground;
    const base = ground.kindStart[0] ?? 0;
    const away = Float64Array.from(
      { length: stops },
      (_, stop) => problem.distance[base * places + stop] ?? 0,
    );
    this.keys = [
      new Float64Array(stops),
      Float64Array.from({ length: stops }, (_, stop) => -(problem.loads[0]?.[stop] ?? 0)),
      away.map((value) => -value),
      away,
      Float64Array.from(
        { length: stops },
        (_, stop) => (problem.latest[stop] ?? 0) - (problem.earliest[stop] ?? 0),
      ),
      Float64Array.from(problem.earliest),
      Float64Array.from(problem.latest, (value) => -value),
    ];
    this.key = new Float64Array(stops);
    this.queue = new Int32Array(stops);
    this.groupTried = new Int32Array(problem.groups?.length ?? 0);
  }

  /**
   * Answers whether the cost stayed below `limit`; gives up as soon as it cannot, on the ground that a
   * detour is hardly ever shorter than none.
   */
  run(limit: number): boolean {
    const { state, queue, place } = this;
    const { penalty, groupOf } = state.ground;
    const count = state.absentCount;
    for (let index = 0; index < count; index += 1) queue[index] = state.absent[index] ?? 0;
    this.sort(count);
    this.attempt += 1;
    state.absentCount = 0;
    this.forgone = 0;
    for (let index = 0; index < count && state.distance + this.forgone < limit; index += 1) {
      const stop = queue[index] ?? 0;
      const group = groupOf[stop] ?? NONE;
      if (group !== NONE) {
        if (this.groupTried[group] === this.attempt) continue;
        this.groupTried[group] = this.attempt;
        this.insertGroup(group);
        continue;
      }
      place.find(stop, penalty[stop] ?? 0, NONE);
      if (place.tour === NONE) this.leaveOut(stop);
      else place.insert(stop);
    }
    return state.distance + this.forgone < limit;
  }

  private leaveOut(stop: number): void {
    this.state.leaveOut(stop);
    this.forgone += this.state.ground.penalty[stop] ?? 0;
  }

  /** Takes the pattern of days that costs least; the days do not influence each other. */
  private insertGroup(index: number): void {
    const { state, place, random } = this;
    const group = state.ground.problem.groups?.[index];
    if (!group) return;
    let best: readonly number[] | undefined;
    let least = 0;
    for (const stop of group.stops) least += state.ground.penalty[stop] ?? 0;
    const offset = random.below(group.patterns.length);
    for (let turn = 0; turn < group.patterns.length; turn += 1) {
      const pattern = group.patterns[(turn + offset) % group.patterns.length] ?? [];
      let sum = 0;
      for (let at = 0; at < pattern.length && sum < least; at += 1) {
        place.find(group.stops[at] ?? 0, least - sum, pattern[at] ?? 0);
        sum = place.tour === NONE ? least : sum + place.cost;
      }
      if (sum >= least) continue;
      least = sum;
      best = pattern;
    }
    for (let at = 0; at < group.stops.length; at += 1) {
      const stop = group.stops[at] ?? 0;
      if (best) place.find(stop, least + 1, best[at] ?? 0);
      if (best && place.tour !== NONE) place.insert(stop);
      else this.leaveOut(stop);
    }
  }

  /** Insertion sort: few stops, often nearly in order, and the same on every engine. */
  private sort(count: number): void {
    const { key, queue, random } = this;
    let drawn = random.below(ORDERS_TOTAL);
    let order = 0;
    while (drawn >= (ORDERS[order] ?? 0)) {
      drawn -= ORDERS[order] ?? 0;
      order += 1;
    }
    const keys = this.keys[order];
    for (let index = 0; index < count; index += 1) {
      const stop = queue[index] ?? 0;
      key[stop] = order === 0 ? random.below(1 << 20) : (keys?.[stop] ?? 0);
    }
    if (count > 60) {
      queue.subarray(0, count).sort((one, two) => (key[one] ?? 0) - (key[two] ?? 0) || one - two);
      return;
    }
    for (let index = 1; index < count; index += 1) {
      const stop = queue[index] ?? 0;
      const value = key[stop] ?? 0;
      let at = index;
      while (at > 0 && (key[queue[at - 1] ?? 0] ?? 0) > value) {
        queue[at] = queue[at - 1] ?? 0;
        at -= 1;
      }
      queue[at] = stop;
    }
  }
}
