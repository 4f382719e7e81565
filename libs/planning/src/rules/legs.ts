import type { Assignment } from '../plan.js';
import type { DayStop, PlanView } from '../plan-view.js';
import { dayOf, MINUTES_PER_DAY } from '../problem.js';

/** One way of a specialist's day that a visit begins, ends or interrupts. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** OUT starts at the base, HOME ends there. */
  readonly kind: 'OUT' | 'BETWEEN' | 'HOME';
  /** Minutes of travel with buffer; null = not entered. */
  readonly need: number | null;
  /** Longest unbroken free stretch in minutes between the two places. */
  readonly room: number;
}

interface Point {
  readonly place: string;
  /** Position among the day's stops; -1 and length stand for the base. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The legs that `visit` touches. A stop without a place can be held anywhere, but nobody travels
 * during it, so the leg around it needs one free stretch that is long enough.
 */
export function legsThrough(view: PlanView, visit: Assignment): readonly Leg[] {
  const base = view.specialist(visit.specialistId)?.base;
  if (base === undefined) return [];
  const { start, end } = visit;
  const own: DayStop = { start, end, place: view.placeOf(visit), visit, fixed: null };
  const others = view.stops(visit.specialistId, dayOf(start)).filter((stop) => stop.visit !== visit);
  const stops = [...others, own].sort((a, b) => a.start - b.start || a.end - b.end);
  const position = stops.indexOf(own);
  const points = pointsOf(view, visit, base, stops);
  const legs: Leg[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const to = points[i];
    if (!from || !to || position < from.index || position > to.index) continue;
    legs.push(legBetween(view, stops, from, to));
  }
  return legs;
}

/** The places of a day in order, the base first and last. */
function pointsOf(view: PlanView, visit: Assignment, base: string, stops: readonly DayStop[]): Point[] {
  const midnight = dayOf(visit.start) * MINUTES_PER_DAY;
  const day = view.workingDay(visit.specialistId, dayOf(visit.start)) ?? {
    start: midnight,
    end: midnight + MINUTES_PER_DAY,
  };
  const points: Point[] = [{ place: base, index: -1, start: day.start, end: day.start }];
  stops.forEach((stop, index) => {
    if (stop.place !== null) points.push({ place: stop.place, index, start: stop.start, end: stop.end });
  });
  points.push({ place: base, index: stops.length, start: day.end, end: day.end });
  return points;
}

function legBetween(view: PlanView, stops: readonly DayStop[], from: Point, to: Point): Leg {
  const kind = from.index === -1 ? 'OUT' : to.index === stops.length ? 'HOME' : 'BETWEEN';
  let room = 0;
  let free = from.end;
  for (const stop of stops.slice(from.index + 1, to.index)) {
    room = Math.max(room, Math.min(stop.start, to.start) - free);
    free = Math.max(free, stop.end);
  }
  room = Math.max(room, to.start - free);
  const need = view.travel(from.place, to.place);
  return { from: from.place, to: to.place, kind, need, room };
}
