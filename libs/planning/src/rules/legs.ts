import type { Assignment } from '../plan.js';
import type { DayStop, PlanView } from '../plan-view.js';
import { dayOf, MINUTES_PER_DAY, nightsOf } from '../problem.js';

/** One way of a specialist's day that a visit begins, ends, interrupts or causes by a night away. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** OUT starts where the day begins (base, or town of the night), HOME ends where it ends. */
  readonly kind: 'OUT' | 'BETWEEN' | 'HOME';
  /** Minutes of travel with buffer; null = not entered. */
  readonly need: number | null;
  /** Longest unbroken free stretch in minutes between the two places. */
  readonly room: number;
}

interface Point {
  readonly place: string;
  /** Position among the day's stops; -1 and length stand for the begin and the end of the day. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** Three rules ask for the legs of one visit after another. */
const latest = new WeakMap<PlanView, { readonly visit: Assignment; readonly legs: readonly Leg[] }>();

/**
 * The legs that `visit` answers for: those it begins, ends or interrupts, and for each night it flags the
 * last leg of that evening's day and the first of the morning after, even on a day with nothing but
 * travel. A stop without a place can be held anywhere, but nobody travels during it, so the leg around it
 * needs one free stretch that is long enough.
 */
export function legsThrough(view: PlanView, visit: Assignment): readonly Leg[] {
  const known = latest.get(view);
  if (known?.visit === visit) return known.legs;
  const legs = findLegs(view, visit);
  latest.set(view, { visit, legs });
  return legs;
}

function findLegs(view: PlanView, visit: Assignment): readonly Leg[] {
  const day = dayOf(visit.start);
  const others = view.stops(visit.specialistId, day).filter((stop) => stop.visit !== visit);
  const own = view.stopOf(visit);
  const stops = [...others, own].sort((a, b) => a.start - b.start || a.end - b.end);
  const position = stops.indexOf(own);
  const legs = legsOfDay(view, visit, day, stops).filter(
    ({ from, to }) =>
      (position >= from.index && position <= to.index) ||
      (visit.nightBefore === true && from.index === -1) ||
      (visit.nightAfter === true && to.index === stops.length),
  );
  return [...legs, ...nightsOf(visit).flatMap((night) => legsBeside(view, visit, day, night))].map(
    ({ leg }) => leg,
  );
}

/** On the other day of a night: the way to the town in the evening, or from there in the morning. */
function legsBeside(view: PlanView, visit: Assignment, day: number, night: number): readonly DayLeg[] {
  const other = night === day ? day + 1 : night;
  const stops = view.stops(visit.specialistId, other);
  const legs = legsOfDay(view, visit, other, stops);
  return night === day ? legs.slice(0, 1) : legs.slice(-1);
}

interface DayLeg {
  readonly from: Point;
  readonly to: Point;
  readonly leg: Leg;
}

function legsOfDay(view: PlanView, visit: Assignment, day: number, stops: readonly DayStop[]): DayLeg[] {
  const points = pointsOf(view, visit, day, stops);
  const legs: DayLeg[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const to = points[i];
    if (from && to) legs.push({ from, to, leg: legBetween(view, stops, from, to) });
  }
  return legs;
}

/** The places of a day in order, where it begins first and where it ends last. */
function pointsOf(view: PlanView, visit: Assignment, day: number, stops: readonly DayStop[]): Point[] {
  const { specialistId } = visit;
  const first = view.dayStart(specialistId, day, visit);
  const last = view.dayEnd(specialistId, day, visit);
  if (first === null || last === null) return [];
  const midnight = day * MINUTES_PER_DAY;
  const working = view.workingDay(specialistId, day) ?? { start: midnight, end: midnight + MINUTES_PER_DAY };
  const points: Point[] = [{ place: first, index: -1, start: working.start, end: working.start }];
  stops.forEach((stop, index) => {
    if (stop.place !== null) points.push({ place: stop.place, index, start: stop.start, end: stop.end });
  });
  points.push({ place: last, index: stops.length, start: working.end, end: working.end });
  return points;
}

function legBetween(view: PlanView, stops: readonly DayStop[], from: Point, to: Point): Leg {
  const kind = from.index === -1 ? 'OUT' : to.index === stops.length ? 'HOME' : 'BETWEEN';
  let room = 0;
  let free = from.end;
  for (let index = from.index + 1; index < to.index; index += 1) {
    const stop = stops[index];
    if (!stop) continue;
    room = Math.max(room, Math.min(stop.start, to.start) - free);
    free = Math.max(free, stop.end);
  }
  room = Math.max(room, to.start - free);
  const need = view.travel(from.place, to.place);
  return { from: from.place, to: to.place, kind, need, room };
}
