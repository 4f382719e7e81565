import type { Assignment, Score } from './plan.js';
import { PlanView } from './plan-view.js';
import type { Problem } from './problem.js';
import { HARD_RULES, SOFT_RULES } from './rules/index.js';

/** The full price of a plan, worked out from the rules alone; soft rules without a tier do not count. */
export function scoreOf(problem: Problem, assignments: readonly Assignment[]): Score {
  const view = new PlanView(problem, assignments);
  let hard = 0;
  for (const visit of assignments) {
    for (const rule of HARD_RULES) hard += rule.violations(view, visit).length;
  }
  const parts: Record<string, number> = {};
  const tiers = view.policy.tiers.map((ids) => {
    let cost = 0;
    for (const rule of SOFT_RULES) {
      if (!ids.includes(rule.id)) continue;
      const part = rule.violations(view).reduce((sum, priced) => sum + priced.cost, 0);
      parts[rule.id] = part;
      cost += part;
    }
    return cost;
  });
  return { hard, tiers, parts };
}
