import type { Job, Unit } from './ground.js';
import type { PlanState } from './plan-state.js';

/** Days a visit may lie on, given the other visits of its request. */
export interface Room {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days of fixed visits without a number: the gap holds, the order does not. */
  readonly avoid: readonly number[];
}

/** Null if the visit can be nowhere as things stand. */
export function roomFor(state: PlanState, job: Job, unit: Unit): Room | null {
  let { firstDay, lastDay } = job;
  if (firstDay < 0) return null;
  const { minGap, maxGap } = job;
  const avoid: number[] = [];
  const follow = (visitNo: number, day: number): void => {
    if (visitNo < unit.visitNo) {
      firstDay = Math.max(firstDay, day + minGap);
      if (visitNo === unit.visitNo - 1) lastDay = Math.min(lastDay, day + maxGap);
    } else {
      lastDay = Math.min(lastDay, day - minGap);
      if (visitNo === unit.visitNo + 1) firstDay = Math.max(firstDay, day - maxGap);
    }
  };
  for (const visit of job.fixed) {
    if (visit.visitNo === null) avoid.push(visit.day);
    else follow(visit.visitNo, visit.day);
  }
  for (const sibling of job.units) {
    if (sibling.index === unit.index) continue;
    if (state.isPlaced(sibling.index)) follow(sibling.visitNo, state.dayOf(sibling.index));
    // Numbers are used up in order, so that what is left out is always the last visits.
    else if (sibling.group === unit.group && sibling.index < unit.index) return null;
  }
  return firstDay <= lastDay ? { firstDay, lastDay, avoid } : null;
}

/** Later visits of the request that still need a place and no fixed visit comes before. */
export function followersOf(state: PlanState, job: Job, unit: Unit): number {
  let later = 0;
  for (const other of job.units) {
    if (other.group === unit.group && other.index > unit.index && !state.isPlaced(other.index)) later += 1;
  }
  return later;
}

/** The last day that leaves room for the later visits of the request. */
export function lastDayKept(state: PlanState, job: Job, unit: Unit, room: Room): number {
  const later = followersOf(state, job, unit);
  if (later === 0) return room.lastDay;
  return room.lastDay - job.minGap * Math.min(later, Math.floor((room.lastDay - room.firstDay) / job.minGap));
}

/** Whether a day is too near to a fixed visit without a number. */
export function isAvoided(room: Room, day: number, minGap: number): boolean {
  for (const other of room.avoid) if (Math.abs(other - day) < minGap) return true;
  return false;
}
