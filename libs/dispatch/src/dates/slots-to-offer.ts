import { createHash } from 'node:crypto';
import { type Actor, addDays, HALVES, type LocalDate, localDateOf, minuteOfDay } from '@banso/kernel';
import type { Alternative, PricePart, Problem, Unplaced } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import { slotFrom } from '../plan-rows.js';
import { type Period, startOfDay } from '../planning-calendar.js';
import { planningProblem } from '../planning-problem.js';
import { withinQuotas } from '../quota-left-out.js';
import type { Slot } from '../slot.js';
import type { HalfDay } from './date-inquiry.entity.js';
import { SLOT_REASONS, type SlotReason } from './date-inquiry-status.js';

/** Eight weeks: a date beyond them is for the next plan. */
export const OFFER_DAYS = 56;
/** As many places as are looked at: some for each half-day of the eight weeks. */
export const MOST_PLACES = 400;
export const MOST_OFFERED = 3;

/** A slot that the hub may offer, or fix: nothing stands against it today. */
export interface OfferableSlot extends Slot {
  /** Names exactly this slot for exactly this visit: asked for by this key, and refused when it no longer holds. */
  readonly key: string;
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly municipalityId: string;
  /** On the way there and on. */
  readonly travelMinutes: number;
  readonly reasons: readonly SlotReason[];
  readonly parts: readonly PricePart[];
  readonly half: HalfDay;
}

/** What is asked of the planner for the next visit of a request. */
export interface OfferQuestion {
  readonly period: Period;
  readonly problem: Problem;
  readonly request: SupportRequest;
  /** Its visits for which a quota has nothing left. */
  readonly leftOut: readonly Unplaced[];
}

/** `from`: the first day that may be offered; `released`: what is being answered and gives up its own place. */
export async function offerQuestion(
  tx: Tx,
  actor: Actor,
  request: SupportRequest,
  when: { readonly today: LocalDate; readonly from: LocalDate; readonly released?: ReadonlySet<string> },
): Promise<OfferQuestion> {
  const period = { from: when.today, to: addDays(when.today, OFFER_DAYS - 1) };
  const { released = new Set<string>() } = when;
  const scope = { period, today: when.today, requests: [request], held: [], released };
  const whole = await planningProblem(tx, actor, scope);
  const asked = { period, requests: [request], held: [], only: request.id };
  const { problem, leftOut } = await withinQuotas(tx, actor, { problem: whole }, asked);
  const earliest = startOfDay(period, when.from);
  return {
    period,
    problem: {
      ...problem,
      requests: problem.requests.map((one) => ({ ...one, earliest: Math.max(one.earliest, earliest) })),
    },
    request,
    leftOut,
  };
}

/** The half-day in which an instant lies. */
export const halfDayOf = (instant: Date): HalfDay => ({
  date: localDateOf(instant),
  half: minuteOfDay(instant) < HALVES.PM.start ? 'AM' : 'PM',
});

/** The planner's places as slots, in its order: the least disturbing first. */
export function offerableSlots(question: OfferQuestion, places: readonly Alternative[]): OfferableSlot[] {
  const { period, request } = question;
  const soonest = Math.min(...places.map(({ visit }) => visit.start));
  return places.map(({ visit, parts }, index) => {
    const slot = slotFrom(period, visit);
    const { visitNo, travelBefore, travelAfter } = visit;
    return {
      ...slot,
      key: keyOf(request.id, visitNo, slot),
      supportRequestId: request.id,
      visitNo,
      municipalityId: request.municipalityId,
      travelMinutes: travelBefore + travelAfter,
      reasons: reasonsFor(question, visit, { isSoonest: visit.start === soonest, isFirst: index === 0 }),
      parts,
      half: halfDayOf(slot.startsAt),
    };
  });
}

const keyOf = (requestId: string, visitNo: number, slot: Slot): string =>
  createHash('sha256')
    .update(JSON.stringify([requestId, visitNo, slot]))
    .digest('hex')
    .slice(0, 40);

/** What speaks for a slot, in words that a town may have: nothing of where else the specialist goes. */
function reasonsFor(
  { problem, request }: OfferQuestion,
  visit: Alternative['visit'],
  { isSoonest, isFirst }: { readonly isSoonest: boolean; readonly isFirst: boolean },
): SlotReason[] {
  const wished = problem.requests.find(({ id }) => id === request.id)?.wished ?? [];
  const others = problem.fixed.filter(({ specialistId }) => specialistId === visit.specialistId);
  const day = Math.floor(visit.start / 1_440);
  const speaks: Readonly<Record<SlotReason, boolean>> = {
    WISHED: wished.some(({ start, end }) => start <= visit.start && visit.end <= end),
    SAME_PERSON: others.some(({ requestId, visitNo }) => requestId === request.id && visitNo !== null),
    SAME_TRIP:
      visit.mode === 'ON_SITE' &&
      others.some(({ place, start }) => place !== null && Math.floor(start / 1_440) === day),
    SOONEST: isSoonest,
    LEAST_DISTURBING: isFirst,
  };
  return SLOT_REASONS.filter((reason) => speaks[reason]);
}

/** The least disturbing on different days: what the hub would offer first. */
export function proposedOf(slots: readonly OfferableSlot[]): OfferableSlot[] {
  const days = new Set<LocalDate>();
  return slots
    .filter(({ half: { date } }) => days.size < MOST_OFFERED && !days.has(date) && days.add(date))
    .slice(0, MOST_OFFERED);
}
