import { check } from '../check.js';
import { plannedIn } from '../explain/laid-out.js';
import { compareScores, type Assignment, type Score } from '../plan.js';
import type { Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { MOST_STOPS, type Spot } from '../search/plan-state.js';
import { withTravel } from '../travel.js';
import { changesBetween, type Change } from './compare-plans.js';
import { Desk, frozenIn, withStanding } from './desk.js';

/** One way to fit a request into a plan. */
export interface InsertOption {
  readonly assignments: readonly Assignment[];
  /** Visits of the request that found a place, and how many did not. */
  readonly added: readonly Assignment[];
  readonly leftOut: number;
  /** Other visits that move, each from where to where. */
  readonly moved: readonly Change[];
  /** Price of the plan before and after; moved visits count as disturbance. */
  readonly before: Score;
  readonly after: Score;
}

/** Days of one specialist that are looked at for making room, cheapest first. */
const MOST_CELLS = 60;

/**
 * Ways to fit one request into a plan that stands: without moving anything, and where that pays by moving
 * one or two visits. Fixed, frozen and pinned visits never move. Best first; empty if nothing fits.
 */
export function insertUrgent(
  problem: Problem,
  plan: readonly Assignment[],
  requestId: string,
  { mostMoved = 2 }: { readonly mostMoved?: number } = {},
): readonly InsertOption[] {
  const assignments = plannedIn(problem, plan);
  const others = assignments.filter((visit) => visit.requestId !== requestId);
  const standing = withStanding(problem, others);
  const before = scoreOf(standing, assignments);
  const isFrozen = frozenIn(problem);
  const options: InsertOption[] = [];
  for (const moves of mostMoved === 0 ? [0] : [0, mostMoved]) {
    const desk = new Desk(standing, assignments, (visit) => !isFrozen(visit));
    for (const unit of desk.unitsOf(requestId)) {
      if (!desk.state.isPlaced(unit)) placeWith(desk, unit, moves);
    }
    const option = optionFrom(desk, standing, assignments, requestId, before, options);
    if (option) options.push(option);
  }
  return options.sort((a, b) => compareScores(a.after, b.after));
}

function optionFrom(
  desk: Desk,
  problem: Problem,
  assignments: readonly Assignment[],
  requestId: string,
  before: Score,
  known: readonly InsertOption[],
): InsertOption | null {
  const held = assignments.filter(({ requestId: id, visitNo }) => desk.numberOf(id, visitNo) === undefined);
  const after = withTravel(problem, [...held, ...desk.assignments()]);
  const changes = changesBetween(assignments, after);
  const added = changes.flatMap((change) =>
    change.requestId === requestId && change.after ? [change.after] : [],
  );
  const moved = changes.filter((change) => change.requestId !== requestId);
  // More moves are only worth telling if they make a better plan; the desk's prices are those of the score.
  const tiers = desk.state.tiers();
  if (known.some((option) => compareScores(option.after, { ...before, hard: 0, tiers }) <= 0)) return null;
  if (added.length === 0 || check(problem, after).some(({ level }) => level === 'hard')) return null;
  const leftOut = desk.unitsOf(requestId).filter((unit) => !desk.state.isPlaced(unit)).length;
  return { assignments: after, added, leftOut, moved, before, after: scoreOf(problem, after) };
}

/** Places a visit, moving up to `moves` others of one day if that is cheaper or the only way. */
function placeWith(desk: Desk, unit: number, moves: number): void {
  const { state, finder } = desk;
  state.begin();
  const plain = finder.find(unit);
  let best = Infinity;
  let way: (() => void) | null = null;
  const start = state.worth();
  if (plain) {
    best = finder.worthFound;
    way = () => state.place(unit, plain);
  }
  if (moves === 0) {
    way?.();
    return;
  }
  for (const { option, cell } of cellsFor(desk, unit, best)) {
    for (const others of groupsIn(desk, cell, moves)) {
      state.begin();
      for (const other of others) state.unplace(other);
      const orphans = [...state.removed];
      const spot = orphans.length <= moves ? finder.onDay(unit, option, cell % state.ground.days) : null;
      const worth = spot ? tryMove(desk, unit, spot, orphans) - start : Infinity;
      state.rollback();
      if (!spot || worth >= best) continue;
      best = worth;
      way = () => {
        for (const other of others) state.unplace(other);
        tryMove(desk, unit, spot, orphans);
      };
    }
  }
  state.begin();
  way?.();
}

/** Puts a visit in and those that gave way elsewhere; Infinity if one of them found nothing. */
function tryMove(desk: Desk, unit: number, spot: Spot, orphans: readonly number[]): number {
  const { state, finder } = desk;
  state.place(unit, spot);
  for (const orphan of orphans) {
    const next = finder.find(orphan);
    if (!next) return Infinity;
    state.place(orphan, next);
  }
  return state.worth();
}

/** Specialist's days that a visit could go to if something gave way, earliest first. */
function cellsFor(desk: Desk, unit: number, worthLimit: number): { option: number; cell: number }[] {
  const { state } = desk;
  const job = state.job(unit);
  const { days } = state.ground;
  const due = state.unit(unit).dueDay;
  const cells: { option: number; cell: number; rank: number }[] = [];
  job.options.forEach(({ specialist, worth }, option) => {
    if (worth >= worthLimit) return;
    for (let day = job.firstDay; day >= 0 && day <= job.lastDay; day += 1) {
      const cell = specialist * days + day;
      if ((state.count[cell] ?? 0) === 0 || (state.clock.allowed[job.index * days + day] ?? -1) < 0) continue;
      cells.push({ option, cell, rank: worth + 10 * Math.max(0, day - due) });
    }
  });
  return cells.sort((a, b) => a.rank - b.rank || a.cell - b.cell).slice(0, MOST_CELLS);
}

/** One or two planned visits of a day that could give way together. */
function groupsIn(desk: Desk, cell: number, moves: number): readonly (readonly number[])[] {
  const { state } = desk;
  const planned: number[] = [];
  for (let i = 0; i < (state.count[cell] ?? 0); i += 1) {
    const stop = state.stops[cell * MOST_STOPS + i] ?? -1;
    if (stop >= 0) planned.push(stop);
  }
  const single = planned.map((one) => [one]);
  if (moves < 2) return single;
  return [...single, ...planned.flatMap((one, i) => planned.slice(i + 1).map((other) => [one, other]))];
}
