import type { Assignment } from '../plan.js';
import { MINUTES_PER_DAY } from '../problem.js';
import type { PlanState } from './plan-state.js';
import { NIGHT } from './night.js';

/** A plan that was met: where each unit was, and what it cost by tier. */
export interface Snapshot {
  readonly tiers: readonly number[];
  readonly placed: number;
  /** Of all specialists, fixed visits included. */
  readonly travelMinutes: number;
  readonly cellOf: Int32Array;
  readonly optionOf: Int32Array;
  readonly startOf: Int32Array;
  readonly companionOf: Int32Array;
  readonly nightOf: Uint8Array;
}

export function snapshotOf(state: PlanState): Snapshot {
  return {
    tiers: state.tiers(),
    placed: state.placed,
    travelMinutes: state.travelMinutes,
    cellOf: state.cellOf.slice(),
    optionOf: state.optionOf.slice(),
    startOf: state.startOf.slice(),
    companionOf: state.companionOf.slice(),
    nightOf: state.nightOf.slice(),
  };
}

/** Whether the plan at hand is better than a former one, tier by tier. */
export function better(state: PlanState, than: Snapshot): boolean {
  const tiers = state.tiers();
  for (let tier = 0; tier < tiers.length; tier += 1) {
    const difference = (tiers[tier] ?? 0) - (than.tiers[tier] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The visits of a snapshot; travel is filled in later. */
export function assignmentsOf(state: PlanState, snapshot: Snapshot): Assignment[] {
  const { units, jobs, problem, days } = state.ground;
  return units.flatMap((unit): Assignment[] => {
    const cell = snapshot.cellOf[unit.index] ?? -1;
    const job = jobs[unit.job];
    const option = job?.options[snapshot.optionOf[unit.index] ?? 0];
    const specialist = option && problem.specialists[option.specialist];
    if (cell < 0 || !job || !option || !specialist) return [];
    const start = (cell % days) * MINUTES_PER_DAY + (snapshot.startOf[unit.index] ?? 0);
    const companion = problem.companions?.[snapshot.companionOf[unit.index] ?? -1];
    const night = snapshot.nightOf[unit.index] ?? 0;
    return [
      {
        requestId: job.request.id,
        visitNo: unit.visitNo,
        specialistId: specialist.id,
        mode: option.online ? 'ONLINE' : 'ON_SITE',
        start,
        end: start + job.minutes,
        travelBefore: 0,
        travelAfter: 0,
        ...(companion ? { companionId: companion.id } : {}),
        ...(night === NIGHT.before ? { nightBefore: true } : {}),
        ...(night === NIGHT.after ? { nightAfter: true } : {}),
      },
    ];
  });
}
