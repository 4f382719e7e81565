import { type Assignment, explainAssignment, type Problem } from '@banso/planning';
import type { Price } from './plan-answers.js';
import { tiersOf } from './score-in-tiers.js';

/** How many other slots are shown. */
const ALTERNATIVES = 5;

type Numbered = Pick<Assignment, 'requestId' | 'visitNo'>;

/** Why a visit lies where it lies: its price, and other slots with what they cost on top. */
export interface PlacedBecause {
  readonly price: Price;
  readonly alternatives: readonly { readonly visit: Assignment; readonly price: Price }[];
}

/** Null when the visit is not in the plan. */
export function placedBecause(
  problem: Problem,
  assignments: readonly Assignment[],
  visit: Numbered,
): PlacedBecause | null {
  const explained = explainAssignment(problem, assignments, visit, { alternatives: ALTERNATIVES });
  if (!explained) return null;
  const { parts, alternatives } = explained;
  return {
    price: { tiers: tiersOf(problem, parts), parts },
    alternatives: alternatives.map((other) => ({
      visit: other.visit,
      price: { tiers: other.difference, parts: other.parts },
    })),
  };
}
