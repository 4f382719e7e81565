import type { Bound } from '@banso/dispatch';
import { requestBound, type Problem } from '@banso/planning';

/** How the proof is steered from outside. */
export interface BoundOptions {
  readonly isOver: () => boolean;
  readonly onBound: (bound: Bound) => void;
}

/** Points by tier that no plan can beat; the only place that knows the proofs of the planner. */
export function proveBound(problem: Problem, { onBound }: BoundOptions): Bound | null {
  const least = requestBound(problem);
  onBound(least);
  return least;
}
