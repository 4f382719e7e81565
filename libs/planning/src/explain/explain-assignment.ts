import { compareScores, type Assignment, type Score } from '../plan.js';
import { dayOf, type Problem } from '../problem.js';
import { Desk, plannedIn } from '../repair/desk.js';
import { keyOf } from '../repair/compare-plans.js';
import { scoreOf } from '../score.js';
import type { Spot } from '../search/plan-state.js';
import { withTravel } from '../travel.js';

/** Points of one soft rule; negative = saved. */
export interface PricePart {
  readonly ruleId: string;
  readonly points: number;
}

/** Another place that the visit could have, everything else unchanged. */
export interface Alternative {
  readonly visit: Assignment;
  /** What it would cost more, tier by tier; negative = it would be cheaper. */
  readonly difference: readonly number[];
  /** The same by rule, without those that do not change. */
  readonly parts: readonly PricePart[];
}

/** Why a visit is where it is. */
export interface AssignmentExplanation {
  readonly visit: Assignment;
  /** What the visit costs and saves by rule: the plan with it less the plan without it. */
  readonly parts: readonly PricePart[];
  /** The next best places, cheapest first: other specialists, and other days of the same one. */
  readonly alternatives: readonly Alternative[];
  /** True if no single other place would make the plan better. */
  readonly isBestPlace: boolean;
}

/** Places looked at exactly, of the many that are ranked by the search's own prices. */
const MOST_LOOKED_AT = 2;

/** Why this person and this day; null if the visit is not in the plan. */
export function explainAssignment(
  problem: Problem,
  plan: readonly Assignment[],
  key: { readonly requestId: string; readonly visitNo: number },
  { alternatives = 3 }: { readonly alternatives?: number } = {},
): AssignmentExplanation | null {
  const assignments = plannedIn(problem, plan);
  const visit = assignments.find((one) => keyOf(one) === keyOf(key));
  if (!visit) return null;
  const desk = new Desk(problem, assignments);
  const unit = desk.numberOf(key.requestId, key.visitNo);
  const rest = assignments.filter((one) => one !== visit);
  const score = scoreOf(problem, assignments);
  const places = unit === undefined ? [] : placesFor(desk, unit, visit);
  const others = places
    .slice(0, alternatives + MOST_LOOKED_AT)
    .map((other): Alternative & { readonly score: Score } => {
      const moved = withTravel(problem, [...rest, other]);
      const would = scoreOf(problem, moved);
      const placed = moved.find((one) => keyOf(one) === keyOf(key)) ?? other;
      return {
        visit: placed,
        difference: tiersBetween(would, score),
        parts: partsBetween(would, score),
        score: would,
      };
    })
    .filter(({ score: would }) => would.hard === 0)
    .sort((a, b) => compareScores(a.score, b.score));
  const best = others[0];
  return {
    visit,
    parts: partsBetween(score, scoreOf(problem, rest)),
    alternatives: others
      .slice(0, alternatives)
      .map(({ visit: other, difference, parts }) => ({ visit: other, difference, parts })),
    isBestPlace: best === undefined || compareScores(best.score, score) >= 0,
  };
}

/** The cheapest place with each other specialist, and on each other day of the same one, cheapest first. */
function placesFor(desk: Desk, unit: number, visit: Assignment): Assignment[] {
  const { state, finder } = desk;
  const found: { readonly visit: Assignment; readonly worth: number }[] = [];
  const bySpecialist = new Map<number, { spot: Spot; worth: number }>();
  state.begin();
  state.unplace(unit);
  // Whatever stands or falls with this visit cannot be compared by itself.
  if (state.removed.length > 1) {
    state.rollback();
    return [];
  }
  const job = state.job(unit);
  const { specialists } = state.ground.problem;
  job.options.forEach(({ specialist }, option) => {
    const own = specialists[specialist]?.id === visit.specialistId;
    for (let day = Math.max(0, job.firstDay); day <= job.lastDay; day += 1) {
      const spot = finder.onDay(unit, option, day);
      if (!spot || (own && day === dayOf(visit.start))) continue;
      const worth = finder.worthFound;
      if (own) found.push({ visit: trial(desk, unit, spot), worth });
      else if (worth < (bySpecialist.get(specialist)?.worth ?? Infinity))
        bySpecialist.set(specialist, { spot, worth });
    }
  });
  for (const { spot, worth } of bySpecialist.values()) found.push({ visit: trial(desk, unit, spot), worth });
  state.rollback();
  return found
    .sort((a, b) => a.worth - b.worth || a.visit.start - b.visit.start)
    .map(({ visit: one }) => one);
}

function trial(desk: Desk, unit: number, spot: Spot): Assignment {
  const { state } = desk;
  state.place(unit, spot);
  const visit = desk.visit(unit);
  state.unplace(unit);
  return visit;
}

const tiersBetween = (a: Score, b: Score): number[] =>
  a.tiers.map((points, tier) => points - (b.tiers[tier] ?? 0));

function partsBetween(a: Score, b: Score): PricePart[] {
  return Object.keys({ ...a.parts, ...b.parts })
    .map((ruleId) => ({ ruleId, points: (a.parts[ruleId] ?? 0) - (b.parts[ruleId] ?? 0) }))
    .filter(({ points }) => points !== 0);
}
