import { plannedIn } from '../explain/laid-out.js';
import { measure, type Figures } from '../figures.js';
import { compareScores, type Assignment, type Score } from '../plan.js';
import { dayOf, MINUTES_PER_DAY, type Problem } from '../problem.js';
import type { Option } from '../search/ground.js';
import type { Spot } from '../search/plan-state.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withTravel } from '../travel.js';
import { changesBetween, type Change } from './compare-plans.js';
import { Desk, frozenIn, withStanding } from './desk.js';
import { layCheapest } from './make-room.js';
import { brokenAround, PricedPlan } from './priced-plan.js';

/** Who cannot come, from which day of the horizon to which, both included. */
export interface Absence {
  readonly specialistId: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** How a repair goes about it. */
export type RepairKind = 'COLLEAGUE_SAME_TIME' | 'SAME_SPECIALIST_LATER' | 'CHEAPEST' | 'SEARCHED';

/** One way to mend a plan after somebody has fallen ill. */
export interface Repair {
  readonly kind: RepairKind;
  readonly assignments: readonly Assignment[];
  /** Visits that move or fall away. */
  readonly changes: readonly Change[];
  /** Price of the plan with the absence in it; moved visits count as disturbance. */
  readonly score: Score;
  readonly figures: Figures;
}

/** Without moving anybody else, in the order in which they are tried. */
const PREFERENCES = ['COLLEAGUE_SAME_TIME', 'SAME_SPECIALIST_LATER', 'CHEAPEST'] as const;
/** Other visits that may move for each one that has lost its place. */
const MOST_MOVED = 2;
/** Iterations of a search of the whole plan. */
const SEARCH_ITERATIONS = 150;

/**
 * Up to `alternatives` different repairs, the least disturbing first: fewest visits left out, then fewest
 * moved, then by price. Visits that are not concerned move in the searched repair only, and only if it is
 * needed: where a visit would be left out, or there are too few other ways. What the problem holds fixed
 * stays: it has to be let go first.
 */
export function repairAbsence(
  problem: Problem,
  plan: readonly Assignment[],
  absence: Absence,
  { alternatives = 3 }: { readonly alternatives?: number } = {},
): readonly Repair[] {
  const isHit = ({ specialistId, start }: Pick<Assignment, 'specialistId' | 'start'>): boolean =>
    specialistId === absence.specialistId && isDuring(absence, start);
  // Visits of the frozen days never move for others, but whoever is ill cannot hold them.
  const frozen = (problem.standing ?? []).filter(
    (visit) => visit.start < (problem.frozenUntil ?? -Infinity) && isHit(visit),
  );
  const assignments = [
    ...plannedIn(problem, plan),
    ...frozen.map((visit) => ({ ...visit, travelBefore: 0, travelAfter: 0 })),
  ];
  const ill = withAbsence(withStanding(problem, assignments), absence);
  const rest = assignments.filter((visit) => !isHit(visit));
  const isFrozen = frozenIn(ill);
  const newDesk = (): Desk => new Desk(ill, rest, (visit) => !isFrozen(visit));
  const mending: Mending = {
    base: PricedPlan.of(ill, rest),
    all: assignments,
    lost: assignments.filter(isHit),
  };
  const desk = newDesk();
  const made = PREFERENCES.flatMap((kind) => byPreference(desk, mending, kind) ?? []);
  if (distinct(made).length < alternatives || made.some((repair) => leftOut(repair) > 0)) {
    const found = searched(newDesk(), mending);
    if (found) made.push(found);
    // Only where all this still leaves somebody without, the whole plan is searched.
    const more = made.some((repair) => leftOut(repair) === 0) ? null : searchedWidely(mending);
    if (more) made.push(more);
  }
  return distinct(made)
    .sort(
      (a, b) =>
        leftOut(a) - leftOut(b) || a.changes.length - b.changes.length || compareScores(a.score, b.score),
    )
    .slice(0, alternatives)
    .map((repair) => ({ ...repair, figures: measure(ill, repair.assignments) }));
}

const distinct = (repairs: readonly Unmeasured[]): Unmeasured[] =>
  repairs.filter((repair, i) => !repairs.slice(0, i).some((other) => isSame(other.changes, repair.changes)));

const isDuring = ({ fromDay, toDay }: Absence, start: number): boolean =>
  dayOf(start) >= fromDay && dayOf(start) <= toDay;

const leftOut = ({ changes }: Unmeasured): number => changes.filter(({ after }) => after === null).length;

const isSame = (a: readonly Change[], b: readonly Change[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The absence as a block; frozen days no longer bind the visits that cannot take place. */
function withAbsence(problem: Problem, absence: Absence): Problem {
  const block = {
    kind: 'DAY_OFF',
    start: absence.fromDay * MINUTES_PER_DAY,
    end: (absence.toDay + 1) * MINUTES_PER_DAY,
  } as const;
  const hit = new Set(
    (problem.standing ?? [])
      .filter((visit) => visit.specialistId === absence.specialistId)
      .filter(({ start }) => start >= block.start && start < block.end)
      .map(({ requestId }) => requestId),
  );
  return {
    ...problem,
    specialists: problem.specialists.map((one) =>
      one.id === absence.specialistId ? { ...one, blocked: merged([...(one.blocked ?? []), block]) } : one,
    ),
    requests: problem.requests.map((one) => (hit.has(one.id) ? { ...one, emergency: true } : one)),
    standing: (problem.standing ?? []).filter(
      ({ requestId, specialistId, start }) =>
        !(
          hit.has(requestId) &&
          specialistId === absence.specialistId &&
          start >= block.start &&
          start < block.end
        ),
    ),
  };
}

function merged<T extends { readonly start: number; readonly end: number }>(
  blocks: readonly T[],
): readonly T[] {
  const sorted = [...blocks].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: T[] = [];
  for (const block of sorted) {
    const last = kept.at(-1);
    if (!last || block.start >= last.end) kept.push(block);
    else if (block.end > last.end) kept[kept.length - 1] = { ...last, end: block.end };
  }
  return kept;
}

/** Figures are for those that are told. */
type Unmeasured = Omit<Repair, 'figures'>;

interface Mending {
  /** The plan without the lost visits. */
  readonly base: PricedPlan;
  /** The plan as it was, and what of it is lost. */
  readonly all: readonly Assignment[];
  readonly lost: readonly Assignment[];
}

/** Lays the repair out on the desk, takes it down, and clears it away again. */
function byPreference(desk: Desk, mending: Mending, kind: RepairKind): Unmeasured | null {
  const placed: number[] = [];
  for (const visit of mending.lost) {
    const unit = desk.numberOf(visit.requestId, visit.visitNo);
    const spot = unit === undefined ? null : (preferred(desk, unit, visit, kind) ?? desk.finder.find(unit));
    if (unit === undefined || !spot) continue;
    desk.state.place(unit, spot);
    placed.push(unit);
  }
  const repair = repairFrom(mending, [...desk.held, ...desk.assignments()], kind);
  for (const unit of placed) desk.state.unplace(unit);
  return repair;
}

function preferred(desk: Desk, unit: number, visit: Assignment, kind: RepairKind): Spot | null {
  const { state, finder } = desk;
  const { specialists } = state.ground.problem;
  const job = state.job(unit);
  const isSelf = ({ specialist }: Option): boolean => specialists[specialist]?.id === visit.specialistId;
  let best: Spot | null = null;
  let worth = Infinity;
  job.options.forEach((option, index) => {
    if (kind === 'COLLEAGUE_SAME_TIME' && !isSelf(option)) {
      const day = dayOf(visit.start);
      const where = {
        specialist: option.specialist,
        day,
        start: visit.start - day * MINUTES_PER_DAY,
        online: option.online,
        night: 0,
      };
      const companion = state.companions.numberOf(visit.companionId);
      keep(finder.at(unit, where, companion, true, 0));
    }
    if (kind === 'SAME_SPECIALIST_LATER' && isSelf(option)) {
      for (let day = dayOf(visit.start) + 1; day <= job.lastDay; day += 1)
        keep(finder.onDay(unit, index, day));
    }
  });
  return best;

  function keep(spot: Spot | null): void {
    if (!spot || finder.worthFound >= worth) return;
    best = spot;
    worth = finder.worthFound;
  }
}

/** Others move too, where that is cheaper or the only way. */
function searched(desk: Desk, mending: Mending): Unmeasured | null {
  for (const { requestId, visitNo } of mending.lost) {
    const unit = desk.numberOf(requestId, visitNo);
    if (unit !== undefined) layCheapest(desk, unit, MOST_MOVED);
  }
  return repairFrom(mending, [...desk.held, ...desk.assignments()], 'SEARCHED');
}

function searchedWidely(mending: Mending): Unmeasured | null {
  const { problem, assignments: start } = mending.base.view;
  const plan = solve(problem, { seed: 1, stop: iterations(SEARCH_ITERATIONS), start });
  return repairFrom(mending, plan.assignments, 'SEARCHED');
}

function repairFrom({ base, all }: Mending, raw: readonly Assignment[], kind: RepairKind): Unmeasured | null {
  const { problem, assignments: rest } = base.view;
  const next = base.with(changesBetween(rest, raw));
  const changes = changesBetween(all, raw);
  // Whoever is away may have kept others company, or shared a night with a later visit.
  if (brokenAround(next.view, changes).length > brokenAround(base.view, changes).length) return null;
  return { kind, assignments: withTravel(problem, raw), changes, score: next.score };
}
