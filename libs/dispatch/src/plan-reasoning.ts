import { type Assignment, type Facts, type Problem, rankCandidates, scoreOf } from '@banso/planning';
import type { Price } from './plan-answers.js';
import { brokenRules } from './plan-rows.js';
import { priceBetween } from './score-in-tiers.js';

/** How many other slots are shown. */
const ALTERNATIVES = 5;

/** What one visit costs where it lies: the plan with it against the plan without. */
export function priceOfVisit(problem: Problem, assignments: readonly Assignment[], visit: Assignment): Price {
  const rest = assignments.filter((other) => other !== visit);
  return priceBetween(scoreOf(problem, rest), scoreOf(problem, assignments));
}

/** Other slots that the rules allow for a visit, the cheapest first. */
export function alternativesTo(
  problem: Problem,
  assignments: readonly Assignment[],
  visit: Assignment,
): { readonly visit: Assignment; readonly price: Price }[] {
  const rest = assignments.filter((other) => other !== visit);
  const now = scoreOf(problem, assignments);
  return rankCandidates(problem, visit.requestId)
    .candidates.flatMap(({ specialistId, firstSlot, mode }) =>
      firstSlot ? [{ ...visit, specialistId, mode, ...firstSlot }] : [],
    )
    .filter((other) => brokenRules(problem, [...rest, other]).length === 0)
    .map((other) => ({ visit: other, price: priceBetween(now, scoreOf(problem, [...rest, other])) }))
    .slice(0, ALTERNATIVES);
}

/** Changes of wishes or rows that would make a place for a visit. */
export function changesThatHelp(
  _problem: Problem,
  _assignments: readonly Assignment[],
  _visit: Pick<Assignment, 'requestId' | 'visitNo'>,
): { readonly kind: string; readonly ruleId: string; readonly facts: Facts }[] {
  return [];
}
