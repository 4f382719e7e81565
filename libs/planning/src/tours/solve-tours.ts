import { seededRandom } from '../random.js';
import type { Stop } from '../stop.js';
import { Cooling } from './cooling.js';
import { groundOf } from './ground.js';
import { Progress, type OnBetter } from './progress.js';
import { Recreate } from './recreate.js';
import { Ruin } from './ruin.js';
import { SwapTails } from './swap-tails.js';
import type { TourPlan, TourProblem } from './tour-problem.js';
import { TourState } from './tour-state.js';

export interface TourOptions {
  readonly seed: number;
  /** When to stop; its `share` of the budget drives the temperature. */
  readonly stop: Stop;
  readonly onBetter?: OnBetter;
}

/** The stop rule is asked once in so many iterations: clocks are slow. Limits are rounded up to it. */
const PACE = 128;

/** Swaps of tails tried in an iteration; most are dismissed at the cost of a few look-ups. */
const SWAPS = 16;

/**
 * Tours of least distance by slack induction by string removals and swaps of tails, with annealing.
 * Deterministic: the same problem, seed and number of iterations give the same plan. Throws on a problem
 * whose parts do not fit.
 */
export function solveTours(problem: TourProblem, { seed, stop, onBetter }: TourOptions): TourPlan {
  const ground = groundOf(problem);
  const random = seededRandom(seed);
  const state = new TourState(ground);
  const ruin = new Ruin(state, random);
  const recreate = new Recreate(state, random);
  const swapTails = new SwapTails(state, random);
  const progress = new Progress(ground, onBetter);
  recreate.run(Infinity);
  progress.accept(state);
  const cooling = new Cooling(state, random);
  for (;;) {
    if (progress.iterations % PACE === 0) {
      const moment = progress.moment();
      if (stop(moment)) return progress.plan();
      cooling.at(stop.share?.(moment));
    }
    progress.iterations += 1;
    for (let turn = 0; turn < SWAPS; turn += 1)
      if (swapTails.run(cooling.allowance())) progress.accept(state);
    ruin.run();
    if (recreate.run(progress.cost + cooling.allowance())) progress.accept(state);
    else progress.reject(state);
  }
}
