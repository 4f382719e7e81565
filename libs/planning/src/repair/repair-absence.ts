import { check } from '../check.js';
import { plannedIn } from '../explain/laid-out.js';
import { measure, type Figures } from '../figures.js';
import { compareScores, type Assignment, type Score } from '../plan.js';
import { dayOf, MINUTES_PER_DAY, type Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import type { Option } from '../search/ground.js';
import type { Spot } from '../search/plan-state.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withTravel } from '../travel.js';
import { changesBetween, type Change } from './compare-plans.js';
import { Desk, frozenIn, withStanding } from './desk.js';

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

/** Without a search, in the order in which they are tried. */
const PREFERENCES = ['COLLEAGUE_SAME_TIME', 'SAME_SPECIALIST_LATER', 'CHEAPEST'] as const;
/** Iterations spent on looking for a repair that moves others too. */
const SEARCH_ITERATIONS = 150;

/**
 * Up to `alternatives` different repairs, the least disturbing first: fewest visits left out, then fewest
 * moved, then by price. Visits that are not concerned move in the searched repair only.
 */
export function repairAbsence(
  problem: Problem,
  plan: readonly Assignment[],
  absence: Absence,
  { alternatives = 3 }: { readonly alternatives?: number } = {},
): readonly Repair[] {
  const assignments = plannedIn(problem, plan);
  const ill = withAbsence(withStanding(problem, assignments), absence);
  const isHit = (visit: Assignment): boolean =>
    visit.specialistId === absence.specialistId && isDuring(absence, visit) && !isFixedIn(problem, visit);
  const rest = assignments.filter((visit) => !isHit(visit));
  const isFrozen = frozenIn(ill);
  const desk = new Desk(ill, rest, (visit) => !isFrozen(visit));
  const made = PREFERENCES.flatMap((kind) => byPreference(desk, { ill, rest, all: assignments, kind }) ?? []);
  // Moving others as well is looked at only where it may be needed.
  if (distinct(made).length < alternatives || made.some((repair) => leftOut(repair) > 0)) {
    const found = searched(ill, rest, assignments);
    if (found) made.push(found);
  }
  return distinct(made)
    .sort(
      (a, b) =>
        leftOut(a) - leftOut(b) || a.changes.length - b.changes.length || compareScores(a.score, b.score),
    )
    .slice(0, alternatives);
}

const distinct = (repairs: readonly Repair[]): Repair[] =>
  repairs.filter((repair, i) => !repairs.slice(0, i).some((other) => isSame(other.changes, repair.changes)));

const isDuring = ({ fromDay, toDay }: Absence, { start }: Assignment): boolean =>
  dayOf(start) >= fromDay && dayOf(start) <= toDay;

const isFixedIn = (problem: Problem, { requestId, visitNo }: Assignment): boolean =>
  problem.fixed.some((one) => one.requestId === requestId && one.visitNo === visitNo);

const leftOut = ({ changes }: Repair): number => changes.filter(({ after }) => after === null).length;

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

interface Wanted {
  readonly ill: Problem;
  readonly rest: readonly Assignment[];
  readonly all: readonly Assignment[];
  readonly kind: RepairKind;
}

/** Lays the repair out on the desk, takes it down, and clears it away again. */
function byPreference(desk: Desk, { ill, rest, all, kind }: Wanted): Repair | null {
  const kept = new Set(rest);
  const placed: number[] = [];
  for (const visit of all) {
    const unit = kept.has(visit) ? undefined : desk.numberOf(visit.requestId, visit.visitNo);
    if (unit === undefined) continue;
    const spot = preferred(desk, unit, visit, kind) ?? desk.finder.find(unit);
    if (!spot) continue;
    desk.state.place(unit, spot);
    placed.push(unit);
  }
  const held = rest.filter(({ requestId, visitNo }) => desk.numberOf(requestId, visitNo) === undefined);
  const repair = repairFrom(ill, all, [...held, ...desk.assignments()], kind);
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

/** Others may move too, at their price. */
function searched(ill: Problem, rest: readonly Assignment[], all: readonly Assignment[]): Repair | null {
  const plan = solve(ill, { seed: 1, stop: iterations(SEARCH_ITERATIONS), start: rest });
  return repairFrom(ill, all, plan.assignments, 'SEARCHED');
}

function repairFrom(
  ill: Problem,
  all: readonly Assignment[],
  raw: readonly Assignment[],
  kind: RepairKind,
): Repair | null {
  const assignments = withTravel(ill, raw);
  if (check(ill, assignments).some(({ level }) => level === 'hard')) return null;
  return {
    kind,
    assignments,
    changes: changesBetween(all, assignments),
    score: scoreOf(ill, assignments),
    figures: measure(ill, assignments),
  };
}
