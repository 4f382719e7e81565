import type { PlanView } from '../plan-view.js';
import { dayOf, type PlanningRequest } from '../problem.js';
import { dueDay } from '../rules/due.js';
import { PRIORITY_WEIGHT, urgencyOf, WAITING_UNIT_DAYS } from '../weights.js';
import type { Doer, Job, Stand } from './ground.js';
import type { SoftRuleId } from '../policy.js';

/** What one point of a rule is worth, in thousandths. */
export type Worth = (id: SoftRuleId) => number;

/** Where a request stands when its visits are looked at. */
export interface JobFrame {
  readonly view: PlanView;
  readonly worth: Worth;
  readonly index: number;
  readonly doers: readonly Doer[];
  readonly nothingCost: number;
  readonly specialistIndex: ReadonlyMap<string, number>;
}

export function jobOf(request: PlanningRequest, frame: JobFrame): Job {
  const { view, worth, doers, specialistIndex } = frame;
  const { days } = view.problem;
  const { weights } = view;
  const numbers = view.numbersOf(request.id);
  const fixed = view.siblings(request.id);
  const weight = PRIORITY_WEIGHT[request.priority] ?? 0;
  const waiting = worth('long-wait') * weights.waitingWeek * urgencyOf(view.problem, request);
  const late = worth('earliness') * weights.dayLate * weight;
  const overtaking = worth('round-order') * weights.roundBroken;
  const movedSpecialist = worth('disturbance') * weights.movedSpecialist;
  const dayCost = new Float64Array(numbers.length * days).fill(Infinity);
  const leftOut = new Float64Array(numbers.length).fill(
    worth('visit-left-out') * weights.visitLeftOut * weight,
  );
  const stands: (Stand | null)[] = [];
  numbers.forEach((visitNo, unit) => {
    const due = dueDay(view, request, visitNo);
    const rivals = overtakenDays(view, request, visitNo);
    for (let day = 0; day < days; day += 1) {
      if (!keepsFrame(request, fixed, visitNo, day)) continue;
      const weeks = Math.floor(Math.max(0, day - due) / WAITING_UNIT_DAYS);
      const overtaken = rivals.filter((rival) => rival > day).length;
      dayCost[unit * days + day] =
        (waiting * weeks * (weeks + 1)) / 2 + late * Math.max(0, day - due) + overtaking * overtaken;
    }
    const standing = view.standing.find((one) => one.requestId === request.id && one.visitNo === visitNo);
    stands.push(
      standing
        ? { specialist: specialistIndex.get(standing.specialistId) ?? -1, day: dayOf(standing.start) }
        : null,
    );
    if (standing) leftOut[unit] = (leftOut[unit] ?? 0) + movedSpecialist;
  });
  const rivalsToPlace = campaignOf(view, request).some(({ id }) => view.numbersOf(id).length > 0);
  return {
    index: frame.index,
    units: numbers.length,
    dayCost,
    leftOut,
    nothingCost: frame.nothingCost,
    minGap: request.minGapDays,
    maxGap: Float64Array.from(numbers, (visitNo, unit) =>
      unit > 0 && visitNo - (numbers[unit - 1] ?? 0) === 1 ? (request.maxGapDays ?? Infinity) : Infinity,
    ),
    doers,
    knowsSomebody: request.previousSpecialistId !== null || fixed.length > 0,
    changeCost: worth('continuity') * weights.changeOfSpecialist,
    stands,
    movedSpecialist,
    movedDay: worth('disturbance') * weights.movedDay,
    messages: rivalsToPlace && overtaking > 0 ? new Float64Array(numbers.length * (days + 1)) : null,
  };
}

/** Other requests of the campaign. */
export function campaignOf(view: PlanView, request: PlanningRequest): readonly PlanningRequest[] {
  const { campaignId } = request;
  if (campaignId === undefined || campaignId === null) return [];
  return (view.campaigns.get(campaignId) ?? []).filter(({ id }) => id !== request.id);
}

/** Days of fixed visits of other towns that a visit overtakes if it is held earlier. */
function overtakenDays(view: PlanView, request: PlanningRequest, visitNo: number): readonly number[] {
  return campaignOf(view, request).flatMap(({ id }) => {
    if (view.numbersOf(id).includes(visitNo - 1)) return [];
    const held = view.siblings(id).filter((sibling) => sibling.visitNo === visitNo - 1);
    return held.length === 0 ? [] : [Math.min(...held.map(({ start }) => dayOf(start)))];
  });
}

/** Gaps and order beside what is fixed. */
function keepsFrame(
  request: PlanningRequest,
  fixed: ReturnType<PlanView['siblings']>,
  visitNo: number,
  day: number,
): boolean {
  const { minGapDays, maxGapDays } = request;
  return fixed.every((other) => {
    const gap = day - dayOf(other.start);
    if (Math.abs(gap) < minGapDays) return false;
    if (other.visitNo === null) return true;
    if (other.visitNo > visitNo ? gap > 0 : gap < 0) return false;
    const isNext = Math.abs(other.visitNo - visitNo) === 1;
    return !isNext || maxGapDays === undefined || maxGapDays === null || Math.abs(gap) <= maxGapDays;
  });
}
