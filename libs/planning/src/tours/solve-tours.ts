import { seededRandom, type Random } from '../random.js';
import type { SearchMoment, Stop } from '../stop.js';
import { groundOf, NONE } from './ground.js';
import { Recreate } from './recreate.js';
import { Ruin } from './ruin.js';
import type { Tour, TourPlan, TourProblem } from './tour-problem.js';
import { TourState } from './tour-state.js';

export interface TourOptions {
  readonly seed: number;
  /** When to stop; its `share` of the budget drives the temperature. */
  readonly stop: Stop;
  /** Told of every better plan; the plan is only written out when asked for. */
  readonly onBetter?: (cost: number, iterations: number, plan: () => TourPlan) => void;
}

/** The stop rule is asked once in so many iterations: clocks are slow. Limits are rounded up to it. */
const PACE = 128;

/**
 * Tours of least distance by slack induction by string removals with annealing. Deterministic: the same
 * problem, seed and number of iterations give the same plan. Throws on a problem whose parts do not fit.
 */
export function solveTours(problem: TourProblem, { seed, stop, onBetter }: TourOptions): TourPlan {
  const ground = groundOf(problem);
  const random = seededRandom(seed);
  const state = new TourState(ground);
  const ruin = new Ruin(state, random);
  const recreate = new Recreate(state, random);
  const keeper = new Keeper(state);
  state.begin();
  recreate.run();
  let current = state.cost();
  let best = current;
  let iterations = 0;
  let betterAt = 0;
  keeper.keep();
  const planNow = (): TourPlan => keeper.plan(best, iterations);
  onBetter?.(best, iterations, planNow);
  const leg = meanLeg(state);
  let heat = 0;
  const moment = (): SearchMoment => ({ iterations, sinceImprovement: iterations - betterAt });
  for (;;) {
    if (iterations % PACE === 0) {
      const now = moment();
      if (stop(now)) break;
      heat = heatAt(leg, stop.share?.(now));
    }
    state.begin();
    ruin.run();
    recreate.run();
    iterations += 1;
    const cost = state.cost();
    if (cost >= current + threshold(heat, random)) {
      state.rollback();
      continue;
    }
    current = cost;
    if (cost >= best) continue;
    best = cost;
    betterAt = iterations;
    keeper.keep();
    onBetter?.(best, iterations, planNow);
  }
  return planNow();
}

/** Temperatures at the beginning and at the end, in mean legs. */
const HOT = 1;
const COLD = 1 / 64;

/** Halves evenly over the budget; straight lines between the halvings, so that every engine agrees. */
function heatAt(leg: number, share: number | undefined): number {
  if (share === undefined) return leg * Math.sqrt(HOT * COLD);
  const left = Math.log2(HOT / COLD) * (1 - Math.min(1, share));
  const whole = Math.floor(left);
  return leg * COLD * 2 ** whole * (1 + left - whole);
}

/** How much worse a plan may be: about exponentially distributed with the temperature as its mean. */
function threshold(heat: number, random: Random): number {
  const drawn = 1 + random.below((1 << 20) - 1);
  const zeros = Math.clz32(drawn) - 12;
  const mantissa = (drawn << zeros) / (1 << 19) - 1;
  return heat * 0.69 * (zeros + 1 - mantissa);
}

function meanLeg(state: TourState): number {
  const placed = state.ground.stops - state.absentCount;
  return Math.max(1, state.distance / Math.max(1, placed + state.openCount));
}

/** Holds the best plan as two flat copies: writing it out waits until someone asks. */
class Keeper {
  private readonly next: Int32Array;
  private readonly first: Int32Array;
  private readonly kind: Int32Array;
  private readonly open: Int32Array;
  private openCount = 0;
  private readonly absent: Int32Array;
  private absentCount = 0;

  constructor(private readonly state: TourState) {
    this.next = state.next.slice();
    this.first = state.first.slice();
    this.kind = state.kind.slice();
    this.open = state.open.slice();
    this.absent = state.absent.slice();
  }

  keep(): void {
    const { state } = this;
    this.next.set(state.next);
    this.first.set(state.first);
    this.kind.set(state.kind);
    this.open.set(state.open);
    this.openCount = state.openCount;
    this.absent.set(state.absent);
    this.absentCount = state.absentCount;
  }

  plan(cost: number, iterations: number): TourPlan {
    const tours: Tour[] = [];
    for (const tour of this.open.subarray(0, this.openCount)) {
      const stops: number[] = [];
      for (let stop = this.first[tour] ?? NONE; stop !== NONE; stop = this.next[stop] ?? NONE)
        stops.push(stop);
      tours.push({ kind: this.kind[tour] ?? 0, stops });
    }
    tours.sort((one, two) => one.kind - two.kind || (one.stops[0] ?? 0) - (two.stops[0] ?? 0));
    const leftOut = [...this.absent.subarray(0, this.absentCount)].sort((one, two) => one - two);
    return { tours, leftOut, cost, iterations };
  }
}
