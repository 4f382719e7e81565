import { type Actor, addDays, DomainError, localDateOf, MINUTES_PER_DAY } from '@banso/kernel';
import { type Alternative, type Assignment, type Problem } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE } from '@banso/support';
import { assignmentOf, slotFrom } from '../plan-rows.js';
import { type Bilingual, speakerFor } from '../plan-words.js';
import { minuteOf, type Period } from '../planning-calendar.js';
import { planningProblem } from '../planning-problem.js';
import type { Given } from '../reckonings.js';
import { slotsWithinQuotas } from '../quota-gate.js';
import type { Slot } from '../slot.js';
import type { Visit } from '../visit.entity.js';
import type { ProposedSlot } from './visit-proposal.entity.js';

/** Eight weeks: what is further away is for the next plan. */
const HORIZON_DAYS = 56;
/** Towns so near that going to both saves a way; minutes. */
const NEAR_MINUTES = 60;

/** What is worth knowing of a slot before one asks for it. */
export interface SlotEffects {
  /** On the road there and on or back, buffers included; and how much more than now. */
  readonly travelMinutes: number;
  readonly travelMore: number;
  /** Days left of the month's guideline with the visit there; negative above it, null without one. */
  readonly daysLeft: number | null;
  /** Another town nearby to which the specialist goes on the same day, or in the same week. */
  readonly near: { readonly municipalityId: string; readonly isSameDay: boolean } | null;
  /** What it would miss that people are told of, such as a day of the town's assembly. */
  readonly warnings: readonly Bilingual[];
}

/** A place that every hard rule allows, with its effect. */
export interface OpenSlot {
  readonly slot: Slot;
  readonly effects: SlotEffects;
}

/** What is asked of the planner for another day. */
export interface OpenSlotQuestion {
  readonly visit: Visit;
  readonly period: Period;
  readonly problem: Problem;
  readonly current: Assignment;
}

/** Of other towns and of how a plan is priced nothing is told. */
const TOLD = ['wished-half-day', 'assembly-day', 'monthly-guideline', 'weekly-guideline', 'night-away'];

/**
 * From tomorrow on, under the same rules as a plan, everything else staying where it is. Frozen days are no obstacle:
 * people have spoken with each other.
 */
export async function openSlotQuestion(
  tx: Tx,
  actor: Actor,
  now: Date,
  visit: Visit,
): Promise<OpenSlotQuestion> {
  const request = await getSupportRequest(tx, actor, visit.supportRequestId);
  if (!PLANNABLE.includes(request.status))
    throw new DomainError('INVALID_STATE', 'request.not-in-state', {
      status: request.status,
      next: 'IN_SUPPORT',
    });
  const today = localDateOf(now);
  const period = { from: today, to: addDays(today, HORIZON_DAYS - 1) };
  const problem = await planningProblem(tx, actor, {
    period,
    today,
    requests: [request],
    held: [],
    released: new Set([visit.id]),
  });
  return { visit, period, problem, current: assignmentOf(period, visit) };
}

/** As the planner is asked: for any time, or only inside what was proposed. */
export const givenOf = (
  { period, problem, current }: OpenSlotQuestion,
  within?: ProposedSlot,
): Given<'openPlaces'> => [
  problem,
  [current],
  {
    requestId: current.requestId,
    visitNo: current.visitNo,
    specialistId: current.specialistId,
    mode: current.mode,
    within: within && { start: minuteOf(period, within.from), end: minuteOf(period, within.to) },
  },
];

/** The answer as rows say it, in the order of time, without what a quota does not allow. */
export async function openSlots(
  tx: Tx,
  actor: Actor,
  { visit: moving, period, problem, current }: OpenSlotQuestion,
  found: readonly Alternative[],
): Promise<OpenSlot[]> {
  const slots = found.map(({ visit }) => slotFrom(period, visit));
  const allowed = await slotsWithinQuotas(tx, actor, moving, slots);
  const places = found.filter((_, i) => allowed[i]);
  const told = places.map((place) => place.because.filter(({ ruleId }) => TOLD.includes(ruleId)));
  const speak = await speakerFor(tx, actor, told.flat());
  return places.map(({ visit }, i) => ({
    slot: slotFrom(period, visit),
    effects: {
      travelMinutes: visit.travelBefore + visit.travelAfter,
      travelMore: visit.travelBefore + visit.travelAfter - current.travelBefore - current.travelAfter,
      daysLeft: daysLeft(problem, visit),
      near: nearTown(problem, visit),
      warnings: (told[i] ?? []).map((one) => speak(one, period.from)),
    },
  }));
}

const dayOf = (minute: number): number => Math.floor(minute / MINUTES_PER_DAY);

/** Days that are left of a month with a visit in it and `others` beside: of the guideline, or of the cap where that is less. */
export function daysLeft(
  { specialists, fixed, monthOfDay }: Problem,
  visit: Assignment,
  others: readonly Assignment[] = [],
): number | null {
  const specialist = specialists.find(({ id }) => id === visit.specialistId);
  const limits = [specialist?.monthlyDays, specialist?.monthlyCap].filter(
    (limit) => typeof limit === 'number',
  );
  if (!specialist || limits.length === 0) return null;
  const month = monthOfDay[dayOf(visit.start)] ?? 0;
  const days = new Set(
    [...fixed, ...others]
      .filter(({ specialistId }) => specialistId === visit.specialistId)
      .map(({ start }) => dayOf(start))
      .filter((day) => monthOfDay[day] === month),
  );
  days.add(dayOf(visit.start));
  return Math.min(...limits) - days.size - (specialist.usedDaysByMonth[month] ?? 0);
}

/** The nearest other town to which the specialist goes in the same week, of the published plan and of `beside`. */
export function nearTown(
  { places, travel, fixed, requests, weekOfDay }: Problem,
  visit: Assignment,
  beside: readonly Assignment[] = [],
): SlotEffects['near'] {
  const townOf = (requestId: string): string => requests.find(({ id }) => id === requestId)?.town ?? '';
  const town = townOf(visit.requestId);
  if (visit.mode === 'ONLINE') return null;
  const day = dayOf(visit.start);
  const minutesTo = (place: string): number =>
    travel[places.indexOf(town)]?.[places.indexOf(place)] ?? Infinity;
  const planned = beside.map(({ requestId, specialistId, mode, start }) => ({
    specialistId,
    place: mode === 'ON_SITE' ? townOf(requestId) : null,
    start,
  }));
  const others = [...fixed, ...planned].flatMap(({ specialistId, place, start }) =>
    specialistId === visit.specialistId &&
    place !== null &&
    place !== town &&
    weekOfDay?.[dayOf(start)] === weekOfDay?.[day] &&
    minutesTo(place) <= NEAR_MINUTES
      ? [{ municipalityId: place, isSameDay: dayOf(start) === day, minutes: minutesTo(place) }]
      : [],
  );
  const [nearest] = others.sort((a, b) => Number(b.isSameDay) - Number(a.isSameDay) || a.minutes - b.minutes);
  return nearest ? { municipalityId: nearest.municipalityId, isSameDay: nearest.isSameDay } : null;
}
