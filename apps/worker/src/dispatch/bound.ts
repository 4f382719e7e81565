import type { Bound } from '@banso/dispatch';
import { policyOf, type Problem } from '@banso/planning';

/** How the proof is steered from outside. */
export interface BoundOptions {
  readonly isOver: () => boolean;
  readonly onBound: (bound: Bound) => void;
}

/**
 * Points by tier that no plan can beat; the only place that knows the proofs of the planner. Prices are never
 * below nothing: where a plan costs nothing in a tier, it is the best there.
 */
export function proveBound(problem: Problem, { onBound }: BoundOptions): Bound | null {
  const least = policyOf(problem).tiers.map(() => 0);
  onBound(least);
  return least;
}
