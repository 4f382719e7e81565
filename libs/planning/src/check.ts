import type { Assignment, Violation } from './plan.js';
import { PlanView } from './plan-view.js';
import type { Problem } from './problem.js';
import { HARD_RULES, SOFT_RULES } from './rules/index.js';

/**
 * Judges any set of visits from scratch, hard rules first. It uses the rules and nothing of the
 * search, so that a fault in one cannot hide in the other. A clash names each visit it concerns.
 * Soft rules that the policy leaves out are silent.
 */
export function check(problem: Problem, assignments: readonly Assignment[]): Violation[] {
  const view = new PlanView(problem, assignments);
  const hard = assignments.flatMap((visit) => hardViolations(view, visit));
  const counted = new Set(view.policy.tiers.flat());
  const soft = SOFT_RULES.filter((rule) => rule.shown && counted.has(rule.id)).flatMap((rule) =>
    rule.violations(view).map(({ facts }): Violation => ({ ruleId: rule.id, level: 'soft', facts })),
  );
  return [...hard, ...soft];
}

/** The hard rules that one visit breaks, in their order. */
export function hardViolations(view: PlanView, visit: Assignment): Violation[] {
  return HARD_RULES.flatMap((rule) =>
    rule.violations(view, visit).map((facts) => violationOf(rule.id, visit, facts)),
  );
}

/** The first hard rule that one visit breaks. */
export function firstViolation(view: PlanView, visit: Assignment): Violation | null {
  for (const rule of HARD_RULES) {
    const facts = rule.violations(view, visit)[0];
    if (facts) return violationOf(rule.id, visit, facts);
  }
  return null;
}

function violationOf(ruleId: string, visit: Assignment, facts: Violation['facts']): Violation {
  const { requestId, visitNo, specialistId } = visit;
  return { ruleId, level: 'hard', facts: { requestId, visitNo, specialistId, ...facts } };
}
