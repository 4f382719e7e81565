import { hardViolations } from '../check.js';
import { Pricing } from '../explain/pricing.js';
import type { Assignment, Score, Violation } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { keyOf, type Change } from './compare-plans.js';

/** A plan with its price. Changed plans are priced by what changes, and cost what `scoreOf` says. */
export class PricedPlan {
  private constructor(
    readonly view: PlanView,
    readonly score: Score,
  ) {}

  static of(problem: Problem, assignments: readonly Assignment[]): PricedPlan {
    return new PricedPlan(new PlanView(problem, assignments), scoreOf(problem, assignments));
  }

  /** The plan after changes that break no hard rule. */
  with(changes: readonly Change[]): PricedPlan {
    const { problem } = this.view;
    const known = changes.every(({ requestId }) => this.view.request(requestId));
    if (!known) return PricedPlan.of(problem, changed(this.view.assignments, changes));
    let { view } = this;
    const parts: Record<string, number> = { ...this.score.parts };
    const tiers = [...this.score.tiers];
    for (const change of changes) {
      const request = view.request(change.requestId);
      if (!request) continue;
      const pricing = new Pricing(view, request, change, change.before);
      const difference = pricing.difference(change.after);
      for (const { ruleId, points } of difference) parts[ruleId] = (parts[ruleId] ?? 0) + points;
      pricing.tiers(difference).forEach((points, tier) => {
        tiers[tier] = (tiers[tier] ?? 0) + points;
      });
      view = new PlanView(problem, changed(view.assignments, [change]));
    }
    return new PricedPlan(view, { hard: this.score.hard, tiers, parts });
  }
}

function changed(assignments: readonly Assignment[], changes: readonly Change[]): readonly Assignment[] {
  const gone = new Set(changes.map(keyOf));
  return [
    ...assignments.filter((visit) => !gone.has(keyOf(visit))),
    ...changes.flatMap(({ after }) => (after ? [after] : [])),
  ];
}

/** Hard rules broken by whoever and whatever changes touch: their specialists, requests and companions. */
export function brokenAround(view: PlanView, changes: readonly Change[]): readonly Violation[] {
  const touched = changes.flatMap(({ before, after }) => [
    ...(before ? [before] : []),
    ...(after ? [after] : []),
  ]);
  const specialists = new Set(touched.map(({ specialistId }) => specialistId));
  const requests = new Set(changes.map(({ requestId }) => requestId));
  const companions = new Set(touched.flatMap(({ companionId }) => companionId ?? []));
  return view.assignments
    .filter(
      ({ specialistId, requestId, companionId }) =>
        specialists.has(specialistId) || requests.has(requestId) || companions.has(companionId ?? ''),
    )
    .flatMap((visit) => hardViolations(view, visit));
}
