import type { Assignment, Score } from './plan.js';
import { PlanView } from './plan-view.js';
import type { Problem } from './problem.js';
import { HARD_RULES, SOFT_RULES } from './rules/index.js';

/** The full price of a plan, worked out from the rules alone. */
export function scoreOf(problem: Problem, assignments: readonly Assignment[]): Score {
  const view = new PlanView(problem, assignments);
  let hard = 0;
  for (const visit of assignments) {
    for (const rule of HARD_RULES) hard += rule.violations(view, visit).length;
  }
  const tiers = { unserved: 0, waiting: 0, rest: 0 };
  const parts: Record<string, number> = {};
  for (const rule of SOFT_RULES) {
    const cost = rule.violations(view).reduce((sum, priced) => sum + priced.cost, 0);
    tiers[rule.tier] += cost;
    parts[rule.id] = cost;
  }
  return { hard, ...tiers, parts };
}
