import { explainLeftOut } from './explain/explain-left-out.js';
import type { Plan } from './plan.js';
import { movableOf, type Problem } from './problem.js';
import { scoreOf } from './score.js';
import { withTravel } from './travel.js';
import { validateProblem } from './validate.js';

/** A plan to be made by hand: nothing is placed but what stands already. Throws if the problem is not sound. */
export function emptyPlan(problem: Problem): Plan {
  const faults = validateProblem(problem);
  if (faults.length > 0) throw new Error(`The planning problem is not sound: ${faults.join('; ')}`);
  const standing = movableOf(problem).map((visit) => ({ ...visit, travelBefore: 0, travelAfter: 0 }));
  const assignments = withTravel(problem, standing);
  return {
    assignments,
    unplaced: explainLeftOut(problem, assignments),
    score: scoreOf(problem, assignments),
  };
}
