import { MOST_STOPS, type Spot } from '../search/plan-state.js';
import type { Desk } from './desk.js';

/** Days of one specialist that are looked at for making room, cheapest first. */
const MOST_CELLS = 60;

/** One way to lay down a visit on a desk. */
export interface Placing {
  /** What the plan gets dearer, in points of the last tier. */
  readonly worth: number;
  lay(): void;
}

/**
 * The cheapest ways to place a visit by the number of others that move for it, none to `mostMoved`; null
 * where there is none that is cheaper than with fewer moves. Leaves the desk as it was.
 */
export function placings(desk: Desk, unit: number, mostMoved: number): readonly (Placing | null)[] {
  const { state, finder } = desk;
  const ways: (Placing | null)[] = Array.from({ length: mostMoved + 1 }, () => null);
  const plain = finder.find(unit);
  if (plain) ways[0] = { worth: finder.worthFound, lay: () => state.place(unit, plain) };
  if (mostMoved === 0) return ways;
  const start = state.worth();
  const least = (moves: number): number =>
    ways.slice(0, moves + 1).reduce((worth, way) => Math.min(worth, way?.worth ?? Infinity), Infinity);
  for (const { option, cell } of cellsFor(desk, unit, least(0))) {
    for (const others of groupsIn(desk, cell, mostMoved)) {
      state.begin();
      for (const other of others) state.unplace(other);
      const orphans = [...state.removed];
      const spot = orphans.length <= mostMoved ? finder.onDay(unit, option, cell % state.ground.days) : null;
      const worth = spot ? tryMove(desk, unit, spot, orphans) - start : Infinity;
      state.rollback();
      if (!spot || worth >= least(orphans.length)) continue;
      ways[orphans.length] = {
        worth,
        lay: () => {
          for (const other of others) state.unplace(other);
          tryMove(desk, unit, spot, orphans);
        },
      };
    }
  }
  // One that a later, smaller way has undercut is no longer worth its moves.
  return ways.map((way, moves) => (way && moves > 0 && way.worth >= least(moves - 1) ? null : way));
}

/** Lays a visit down in the cheapest way; false if there is none. */
export function layCheapest(desk: Desk, unit: number, mostMoved: number): boolean {
  let best: Placing | null = null;
  for (const way of placings(desk, unit, mostMoved)) {
    if (way && way.worth < (best?.worth ?? Infinity)) best = way;
  }
  desk.state.begin();
  best?.lay();
  return best !== null;
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
