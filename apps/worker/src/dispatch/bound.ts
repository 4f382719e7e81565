import type { Bound } from '@banso/dispatch';
import { lowerBound, type Problem } from '@banso/planning';

/** How the proof is steered from outside. */
export interface BoundOptions {
  readonly isOver: () => boolean;
  readonly onBound: (bound: Bound) => void;
}

/** Points by tier that no plan can beat; the only place that knows the proofs of the planner. */
export function proveBound(problem: Problem, { onBound }: BoundOptions): Bound | null {
  const least = lowerBound(problem);
  onBound(least);
  return least;
}
