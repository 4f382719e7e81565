import type { Random } from '../random.js';
import type { SearchMoment, Stop } from '../stop.js';
import { SpotFinder } from './insertion.js';
import { neighboursOf } from './neighbours.js';
import type { PlanState } from './plan-state.js';
import { insertJobs, jobsToInsert } from './recreate.js';
import { ruin } from './ruin.js';
import { better, type Snapshot, snapshotOf } from './snapshot.js';

/** Temperature at the end, in points of the last tier. */
const COLD = 4;
/** How often it halves on the way there: less often where there are few iterations for each visit. */
const MOST_OCTAVES = 9;
const FEWEST_OCTAVES = 2;
/** Iterations for each visit, as a power of two, times 2 less this = octaves. */
const OCTAVES_LESS = 5;
/** A share nearer to nothing than this tells nothing. */
const SMALLEST_SHARE = 1e-9;
/** Share of the budget after which the search goes on from the best plan met, with the ranks held firmer. */
const SETTLED = 0.35;
/** Where the share of the budget is not known, the search is lukewarm throughout. */
const LUKEWARM = 16;

/**
 * Large-neighbourhood search with annealing: takes a few visits out, puts them back elsewhere, keeps what
 * is better or not much worse. Answers the best plan met.
 */
export function improve(
  state: PlanState,
  random: Random,
  stop: Stop,
  onIteration: (iterations: number, best: Snapshot, isBetter: boolean) => void,
): Snapshot {
  const finder = new SpotFinder(state, random);
  const neighbours = neighboursOf(state.ground);
  let best = snapshotOf(state);
  let isSettled = false;
  let current = state.worth();
  let iterations = 0;
  let sinceImprovement = 0;
  const moment = (): SearchMoment => ({ iterations, sinceImprovement });
  if (state.ground.units.length === 0) return best;
  state.mark();
  while (!stop(moment())) {
    const share = stop.share?.(moment());
    if (!isSettled && share !== undefined && share >= SETTLED) {
      isSettled = true;
      state.backToMark();
      current = state.worth(isSettled);
    }
    state.begin();
    const first = ruin(state, neighbours, random);
    insertJobs(state, finder, jobsToInsert(state, random, first));
    iterations += 1;
    sinceImprovement += 1;
    const worth = state.worth(isSettled);
    const heat = share === undefined ? LUKEWARM : temperature(share, iterations / state.ground.units.length);
    let isBetter = false;
    if (worth < current + threshold(heat, random)) {
      current = worth;
      isBetter = better(state, best);
      if (isBetter) {
        best = snapshotOf(state);
        state.mark();
        sinceImprovement = 0;
      }
    } else state.rollback();
    onIteration(iterations, best, isBetter);
  }
  return best;
}

/**
 * Halves evenly over the budget; straight lines between the octaves, so that every engine agrees. `effort`:
 * iterations for each visit so far.
 */
function temperature(share: number, effort: number): number {
  const whole = effort / Math.max(share, SMALLEST_SHARE);
  const octaves = Math.min(MOST_OCTAVES, Math.max(FEWEST_OCTAVES, 2 * powerOfTwo(whole) - OCTAVES_LESS));
  const left = octaves * (1 - Math.min(1, share));
  const full = Math.floor(left);
  return COLD * 2 ** full * (1 + left - full);
}

/** About the logarithm to the base 2 of a number of at least 1: exact at powers of two, straight between them. */
function powerOfTwo(of: number): number {
  let power = 0;
  let rest = of;
  for (; rest >= 2; rest /= 2) power += 1;
  return power + Math.max(0, rest - 1);
}

/**
 * How much worse a plan may be: about exponentially distributed with the temperature as its mean. The
 * logarithm is read off the leading zeros and a straight line between powers of two: no engine differs.
 */
function threshold(heat: number, random: Random): number {
  const drawn = 1 + random.below((1 << 20) - 1);
  const zeros = Math.clz32(drawn) - 12;
  const mantissa = (drawn << zeros) / (1 << 19) - 1;
  return heat * 0.69 * (zeros + 1 - mantissa);
}
