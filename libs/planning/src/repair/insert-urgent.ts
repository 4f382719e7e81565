import { plannedIn } from '../explain/laid-out.js';
import { placesFor } from '../explain/places.js';
import { Pricing } from '../explain/pricing.js';
import { compareScores, type Assignment, type Score } from '../plan.js';
import type { PlanningRequest, Problem } from '../problem.js';
import { withTravel } from '../travel.js';
import { changesBetween, type Change } from './compare-plans.js';
import { Desk, frozenIn, withStanding } from './desk.js';
import { layCheapest, placings } from './make-room.js';
import { brokenAround, PricedPlan } from './priced-plan.js';

/** One way to fit a request into a plan. */
export interface InsertOption {
  readonly assignments: readonly Assignment[];
  /** Visits of the request that found a place, and how many did not. */
  readonly added: readonly Assignment[];
  readonly leftOut: number;
  /** Visits of the plan that move, each from where to where. */
  readonly moved: readonly Change[];
  /** Price of the plan before and after; moved visits count as disturbance. */
  readonly before: Score;
  readonly after: Score;
}

/**
 * Ways to fit one request into a plan that stands, cheapest first: without moving anything, by different
 * specialists, and where that is cheaper or the only way by moving one or more visits. Fixed, frozen and
 * pinned visits never move. Empty if nothing fits.
 */
export function insertUrgent(
  problem: Problem,
  plan: readonly Assignment[],
  requestId: string,
  { mostMoved = 2, alternatives = 3 }: { readonly mostMoved?: number; readonly alternatives?: number } = {},
): readonly InsertOption[] {
  const assignments = plannedIn(problem, plan);
  const standing = withStanding(problem, assignments);
  const base = PricedPlan.of(standing, assignments);
  const request = base.view.request(requestId);
  if (!request) return [];
  const placed = new Set(base.view.siblings(requestId).map(({ visitNo }) => visitNo));
  const left = base.view.numbersOf(requestId).filter((visitNo) => !placed.has(visitNo));
  const only = left.length === 1 ? left[0] : undefined;
  const isFrozen = frozenIn(problem);
  const newDesk = (): Desk => new Desk(standing, assignments, (visit) => !isFrozen(visit));
  const found =
    only === undefined
      ? together(newDesk, left.length, requestId, mostMoved)
      : [
          ...nothingMoved(base, request, only, alternatives),
          ...(mostMoved > 0 ? othersMoved(newDesk(), requestId, mostMoved) : []),
        ];
  return chosen(
    found.flatMap((after) => optionFrom(base, requestId, left.length, after) ?? []),
    alternatives,
  ).map((option) => ({ ...option, assignments: withTravel(standing, option.assignments) }));
}

/** The one visit left, by different specialists, as the rules price it. */
function nothingMoved(
  { view }: PricedPlan,
  request: PlanningRequest,
  visitNo: number,
  alternatives: number,
): readonly (readonly Assignment[])[] {
  const key = { requestId: request.id, visitNo };
  const seen = new Set<string>();
  return placesFor(view, { request, visitNo }, null, new Pricing(view, request, key, null))
    .filter(({ visit: { specialistId } }) => !seen.has(specialistId) && seen.add(specialistId))
    .slice(0, alternatives)
    .map(({ visit }) => [...view.assignments, visit]);
}

/** The one visit left, with room made for it. */
function othersMoved(desk: Desk, requestId: string, mostMoved: number): readonly (readonly Assignment[])[] {
  const { state } = desk;
  const [unit] = desk.unitsOf(requestId).filter((one) => !state.isPlaced(one));
  if (unit === undefined) return [];
  return placings(desk, unit, mostMoved)
    .slice(1)
    .flatMap((way) => {
      if (!way) return [];
      state.begin();
      way.lay();
      const after = [...desk.held, ...desk.assignments()];
      state.rollback();
      return [after];
    });
}

/** Several visits, one after the other, with fewer and more moves between them. */
function together(
  newDesk: () => Desk,
  count: number,
  requestId: string,
  mostMoved: number,
): readonly (readonly Assignment[])[] {
  if (count === 0) return [];
  return Array.from({ length: mostMoved + 1 }, (_, most) => {
    const desk = newDesk();
    const before = desk.assignments();
    for (const unit of desk.unitsOf(requestId)) {
      if (desk.state.isPlaced(unit)) continue;
      const moved = changesBetween(before, desk.assignments()).filter(({ before: was }) => was !== null);
      layCheapest(desk, unit, Math.max(0, most - moved.length));
    }
    return [...desk.held, ...desk.assignments()];
  });
}

function optionFrom(
  base: PricedPlan,
  requestId: string,
  count: number,
  assignments: readonly Assignment[],
): InsertOption | null {
  const changes = changesBetween(base.view.assignments, assignments);
  const added = changes.flatMap(({ before, after, requestId: id }) =>
    id === requestId && before === null && after ? [after] : [],
  );
  const moved = changes.filter(({ before }) => before !== null);
  if (added.length === 0 || moved.some(({ after }) => after === null)) return null;
  const next = base.with(changes);
  if (brokenAround(next.view, changes).length > brokenAround(base.view, changes).length) return null;
  const leftOut = count - added.length;
  return { assignments, added, leftOut, moved, before: base.score, after: next.score };
}

/** Cheapest first, without those that move more than one that costs no more; the one that moves least is kept. */
function chosen(options: readonly InsertOption[], alternatives: number): readonly InsertOption[] {
  const sorted = [...options]
    .sort((a, b) => compareScores(a.after, b.after) || a.moved.length - b.moved.length)
    .filter((option, i, all) => !all.slice(0, i).some((other) => isSame(option, other)));
  const worth = sorted.filter(
    (option, i) =>
      option.moved.length === 0 ||
      !sorted.slice(0, i).some((other) => other.moved.length < option.moved.length),
  );
  const calmest = worth.find(
    ({ moved }) => moved.length === Math.min(...worth.map((one) => one.moved.length)),
  );
  const first = worth.slice(0, alternatives);
  if (!calmest || first.includes(calmest)) return first;
  return [...first.slice(0, -1), calmest];
}

const isSame = (a: InsertOption, b: InsertOption): boolean =>
  changesBetween(a.assignments, b.assignments).length === 0;
