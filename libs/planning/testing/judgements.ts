import type { Assignment } from '../src/plan.js';
import { PlanView } from '../src/plan-view.js';
import { dayOf, type Problem } from '../src/problem.js';
import { pairOf, type Rule } from '../src/rules/rule.js';

/**
 * What a candidate rule says before the visit is placed and after, as a number: points of a soft rule,
 * 1 for a hard rule that is broken. The two must always be equal.
 */
export function judgements(
  rule: Rule,
  problem: Problem,
  visit: Assignment,
): { readonly ofCandidate: number; readonly ofVisit: number } {
  const view = new PlanView(problem, [visit]);
  const pair = pairOf(view, visit);
  if (!pair || !rule.candidate) throw new Error('no candidate to judge');
  const ofCandidate = Number(rule.candidate(pair)(dayOf(visit.start)));
  if (rule.level === 'hard')
    return { ofCandidate, ofVisit: Math.min(1, rule.violations(view, visit).length) };
  return { ofCandidate, ofVisit: rule.violations(view).reduce((sum, { cost }) => sum + cost, 0) };
}
