import type { Assignment } from '../plan.js';
import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import { SpotFinder } from './insertion.js';
import { NIGHT, nightOf } from './night.js';
import type { PlanState } from './plan-state.js';

/**
 * Begins from visits that are already planned, each at its very minute. Afterwards a day's times follow
 * from its order again, but for visits that stand, or with `keepTimes` for none. A visit that no longer fits
 * is left for the search to place.
 */
export function loadPlan(state: PlanState, assignments: readonly Assignment[], keepTimes = false): void {
  const { units, jobs, specialistIndex } = state.ground;
  const unitOf = new Map(units.map((unit) => [`${jobs[unit.job]?.request.id} ${unit.visitNo}`, unit]));
  const finder = new SpotFinder(state, null);
  const loaded: number[] = [];
  /** Whether the visit has found its place, or never will. */
  const lay = (visit: Assignment, keepTime: boolean): boolean => {
    const unit = unitOf.get(`${visit.requestId} ${visit.visitNo}`);
    const specialist = specialistIndex.get(visit.specialistId);
    if (!unit || specialist === undefined || state.isPlaced(unit.index)) return true;
    const day = dayOf(visit.start);
    const where = {
      specialist,
      day,
      start: visit.start - day * MINUTES_PER_DAY,
      online: visit.mode === 'ONLINE',
      night: nightOf(visit),
    };
    const companion = state.companions.numberOf(visit.companionId);
    const night = where.night === NIGHT.both ? NIGHT.before : where.night;
    const spot = finder.at(unit.index, where, companion, keepTime, night);
    if (!spot) return false;
    state.place(unit.index, spot);
    if (unit.standing === null && !state.job(unit.index).companion) loaded.push(unit.index);
    return true;
  };
  let waiting = [...assignments].sort((a, b) => a.visitNo - b.visitNo || a.start - b.start);
  // A visit may need the night of another one, or the one before of its request: they come in turns.
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((visit) => !lay(visit, true));
  }
  if (keepTimes) return;
  for (const unit of loaded) state.unlock(unit);
  for (const visit of waiting) lay(visit, false);
}
