import type { Ground, Job, Unit } from './ground.js';
import { PART } from './prices.js';
import { WAITING_UNIT_DAYS } from '../weights.js';

/** What must be known of a plan to price one visit in it. */
export interface Standings {
  readonly ground: Ground;
  unit(index: number): Unit;
  job(unit: number): Job;
  isPlaced(unit: number): boolean;
  dayOf(unit: number): number;
  specialistOf(unit: number): number;
  /** Adds points to a part of the price. */
  add(part: number, points: number): void;
}

/**
 * Adds (sign 1) or takes back (sign -1) what one visit costs by itself and beside the other visits of its
 * request and campaign. The visit must not be placed at that moment.
 */
export function unitPoints(
  state: Standings,
  unitNo: number,
  optionNo: number,
  day: number,
  sign: number,
): void {
  const unit = state.unit(unitNo);
  const job = state.job(unitNo);
  const { prices } = state.ground;
  const { weights } = prices;
  const option = job.options[optionNo];
  if (!option) throw new Error('planning search: option out of range');
  state.add(PART.visitLeftOut, -sign * weights.visitLeftOut * job.weight);
  state.add(PART.longWait, sign * waitingPoints(job, unit, day) * weights.waitingWeek);
  state.add(PART.earliness, sign * Math.max(0, day - unit.dueDay) * job.weight * weights.dayLate);
  const perDay = option.byDay;
  for (let tier = 0; tier < prices.tierCount; tier += 1) {
    const points = perDay ? (perDay.price[day * prices.tierCount + tier] ?? 0) : (option.price[tier] ?? 0);
    state.add(PART.candidate + tier, sign * points);
  }
  if (isChange(state, job, unitNo, option.specialist)) {
    state.add(PART.continuity, sign * weights.changeOfSpecialist);
  }
  if (unit.standing) {
    const { movedDay, movedSpecialist } = weights;
    const moved =
      unit.standing.specialist !== option.specialist
        ? movedSpecialist
        : unit.standing.day !== day
          ? movedDay
          : 0;
    state.add(PART.disturbance, sign * (moved - movedSpecialist));
  }
  if (job.campaign.length > 0) {
    state.add(PART.roundOrder, sign * overtakings(state, job, unit, day) * weights.roundBroken);
  }
}

/** Urgency × w (w + 1) / 2 for w full weeks after the due day. */
export function waitingPoints(job: Job, unit: Unit, day: number): number {
  const weeks = Math.floor(Math.max(0, day - unit.dueDay) / WAITING_UNIT_DAYS);
  return (job.urgency * weeks * (weeks + 1)) / 2;
}

/** Whether this specialist would be one more on the request. */
export function isChange(state: Standings, job: Job, unitNo: number, specialist: number): boolean {
  if (job.familiar.includes(specialist)) return false;
  let others = job.familiar.length > 0;
  for (const sibling of job.units) {
    if (sibling.index === unitNo || !state.isPlaced(sibling.index)) continue;
    if (state.specialistOf(sibling.index) === specialist) return false;
    others = true;
  }
  return others;
}

/** Towns of the campaign overtaken when this visit is held on that day, less those that it relieves. */
export function overtakings(state: Standings, job: Job, unit: Unit, day: number): number {
  let count = 0;
  for (const other of job.campaign) {
    const rival = state.ground.jobs[other];
    if (!rival) continue;
    for (const sibling of rival.units) {
      const at = state.isPlaced(sibling.index) ? state.dayOf(sibling.index) : Infinity;
      if (sibling.visitNo === unit.visitNo - 1 && at > day) count += 1;
      // A later round held from this day on no longer overtakes us.
      if (sibling.visitNo === unit.visitNo + 1 && at < Infinity && at >= day) count -= 1;
    }
    for (const sibling of rival.fixed) {
      if (sibling.visitNo === unit.visitNo - 1 && sibling.day > day) count += 1;
    }
  }
  return count;
}
