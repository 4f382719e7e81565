import type { Bound } from '@banso/dispatch';
import { firstOf, iterations, type Problem, proveBound, solve, when } from '@banso/planning';
import { openSolver } from '@banso/solver';

/** How the proof is steered from outside. */
export interface BoundOptions {
  readonly isOver: () => boolean;
  readonly onBound: (bound: Bound) => void;
}

/** A proof begins from a plan of its own, so that it is the same whenever the searches find theirs. */
const SEED = 1;
const ITERATIONS = 3_000;

/** Points by tier that no plan can beat; the only place that knows the proofs of the planner. */
export async function proveInThread(problem: Problem, { isOver, onBound }: BoundOptions): Promise<Bound> {
  const solver = await openSolver();
  const stop = when(isOver);
  const known = (): readonly number[] =>
    solve(problem, { seed: SEED, stop: firstOf(iterations(ITERATIONS), stop) }).score.tiers;
  return proveBound(problem, { known, stop, onBound, solver });
}
