import type { Assignment } from '../plan.js';
import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import { SpotFinder } from './insertion.js';
import { NIGHT, nightOf } from './night.js';
import type { PlanState } from './plan-state.js';

/**
 * Begins from visits that are already planned, in order of time. A visit that no longer fits is left for
 * the search to place; one that stands keeps its very minute, with `keepTimes` every one does.
 */
export function loadPlan(state: PlanState, assignments: readonly Assignment[], keepTimes = false): void {
  const { units, jobs, specialistIndex } = state.ground;
  const unitOf = new Map(units.map((unit) => [`${jobs[unit.job]?.request.id} ${unit.visitNo}`, unit]));
  const finder = new SpotFinder(state, null);
  for (const visit of [...assignments].sort((a, b) => a.visitNo - b.visitNo || a.start - b.start)) {
    const unit = unitOf.get(`${visit.requestId} ${visit.visitNo}`);
    const specialist = specialistIndex.get(visit.specialistId);
    if (!unit || specialist === undefined || state.isPlaced(unit.index)) continue;
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
    const spot = finder.at(unit.index, where, companion, keepTimes || unit.standing !== null, night);
    if (spot) state.place(unit.index, spot);
  }
}
