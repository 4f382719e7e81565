import { DEFAULT_POLICY, policyOf, type Problem, type Score } from '@banso/planning';
import type { Price, PricePart } from './plan-answers.js';
import type { PlanningRun } from './planning-run.entity.js';
import { type Gap, gapOf } from './planning-record.js';

/** One tier of a score with the rules that count in it. */
export interface ScoreTier {
  readonly rules: string[];
  readonly points: number;
  /** Of plans that reach the lower bounds of the tiers before. */
  readonly lowerBound: number | null;
}

export interface ScoreInTiers {
  readonly tiers: ScoreTier[];
  readonly parts: PricePart[];
  readonly gap: Gap | null;
}

/** The score of a run by the tiers of its policy; null before it has one. */
export function scoreInTiers({ score, policy, bound }: PlanningRun): ScoreInTiers | null {
  if (!score) return null;
  const { tiers } = policy ?? DEFAULT_POLICY;
  return {
    tiers: score.tiers.map((points, tier) => ({
      rules: [...(tiers[tier] ?? [])],
      points,
      lowerBound: bound?.[tier] ?? null,
    })),
    parts: partsOf(score.parts),
    gap: gapOf(score.tiers, bound),
  };
}

/** What `after` costs on top of `before`. */
export function priceBetween(before: Score, after: Score): Price {
  const rules = [...new Set([...Object.keys(before.parts), ...Object.keys(after.parts)])].sort();
  const parts = Object.fromEntries(
    rules.map((rule) => [rule, (after.parts[rule] ?? 0) - (before.parts[rule] ?? 0)]),
  );
  return {
    tiers: after.tiers.map((points, tier) => points - (before.tiers[tier] ?? 0)),
    parts: partsOf(parts),
  };
}

/** Points by tier of the policy of a problem. */
export function tiersOf(problem: Problem, parts: readonly PricePart[]): number[] {
  return policyOf(problem).tiers.map((rules) =>
    parts
      .filter(({ ruleId }) => rules.some((rule) => rule === ruleId))
      .reduce((sum, { points }) => sum + points, 0),
  );
}

const partsOf = (parts: Readonly<Record<string, number>>): PricePart[] =>
  Object.entries(parts).flatMap(([ruleId, points]) => (points === 0 ? [] : [{ ruleId, points }]));
