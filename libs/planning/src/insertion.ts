import { NOWHERE, UNKNOWN, type Job, type Option, type Unit } from './ground.js';
import { dayOf, MINUTES_PER_DAY } from './problem.js';
import type { Random } from './random.js';
import type { Placement, SearchState, SearchStop } from './search-state.js';

/** One option-day in this many is skipped when there is chance in play: a little noise finds more. */
const BLINK = 50;

/** The span a unit may use, given the other visits of its request. */
interface Room {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Days of fixed visits without a number: the gap holds, the order does not. */
  readonly avoid: readonly number[];
}

/** The cheapest place for a unit, or null; with `random` some places are overlooked. */
export function bestPlacement(state: SearchState, unit: Unit, random: Random | null): Placement | null {
  const room = roomFor(state, unit);
  if (!room) return null;
  // First keep days free for the later visits of the request; if that fails, take what there is.
  const kept = lastDayKept(state, unit, room);
  const careful = cheapestWithin(state, unit, { ...room, lastDay: kept }, random);
  return careful ?? (kept < room.lastDay ? cheapestWithin(state, unit, room, random) : null);
}

function roomFor(state: SearchState, unit: Unit): Room | null {
  const job = state.job(unit);
  const { request } = job;
  const gap = request.minGapDays;
  let firstDay = job.firstDay;
  let lastDay = job.lastDay;
  let notBefore = request.earliest;
  let notAfter = request.deadline ?? Infinity;
  const avoid: number[] = [];
  const follow = (visitNo: number, start: number, end: number): void => {
    if (visitNo < unit.visitNo) {
      firstDay = Math.max(firstDay, dayOf(start) + gap);
      notBefore = Math.max(notBefore, end);
    } else {
      lastDay = Math.min(lastDay, dayOf(start) - gap);
      notAfter = Math.min(notAfter, start);
    }
  };
  for (const visit of job.fixed) {
    if (visit.visitNo === null) avoid.push(dayOf(visit.start));
    else follow(visit.visitNo, visit.start, visit.end);
  }
  for (const sibling of job.units) {
    const placed = state.placement(sibling);
    if (placed) follow(sibling.visitNo, placed.start, placed.start + request.minutes);
    // Numbers are used up in order, so that what is left out is always the last visits.
    else if (sibling.group === unit.group && sibling.index < unit.index) return null;
  }
  return firstDay <= lastDay ? { firstDay, lastDay, notBefore, notAfter, avoid } : null;
}

function lastDayKept(state: SearchState, unit: Unit, room: Room): number {
  const { request, units } = state.job(unit);
  const gap = request.minGapDays;
  if (gap === 0) return room.lastDay;
  const later = units.filter((other) => other.group === unit.group && other.index > unit.index).length;
  return room.lastDay - gap * Math.min(later, Math.floor((room.lastDay - room.firstDay) / gap));
}

function cheapestWithin(state: SearchState, unit: Unit, room: Room, random: Random | null): Placement | null {
  const job = state.job(unit);
  let best: Placement | null = null;
  let waiting = Infinity;
  let rest = Infinity;
  for (const option of job.options) {
    for (const day of state.ground.openDays) {
      if (day < room.firstDay) continue;
      if (day > room.lastDay) break;
      if (random && random.below(BLINK) === 0) continue;
      if (isAvoided(room, day, job.request.minGapDays) || !state.worksOn(option.specialist, day)) continue;
      const price = state.priceOfDay(unit, option, day);
      // Waiting only grows with the days.
      if (price.waiting > waiting) break;
      const limit = price.waiting < waiting ? Infinity : rest;
      const found = cheapestStart(state, job, option, day, room, limit - price.rest);
      if (!found) continue;
      best = { option, start: found.start };
      waiting = price.waiting;
      rest = price.rest + found.cost;
    }
  }
  return best;
}

/** The cheapest start on one day that costs less than `limit`, by wish and travel. */
function cheapestStart(
  state: SearchState,
  job: Job,
  option: Option,
  day: number,
  room: Room,
  limit: number,
): { readonly start: number; readonly cost: number } | null {
  let bestStart = -1;
  let bestCost = limit;
  if (bestCost <= 0) return null;
  for (const ofDay of job.starts) {
    const start = day * MINUTES_PER_DAY + ofDay;
    if (!isOpen(state, job, option, room, start)) continue;
    const cost = state.wishPrice(job, start) + state.travelPrice(option, day, start);
    if (cost >= bestCost || !fits(state, job, option, start)) continue;
    bestStart = start;
    bestCost = cost;
  }
  return bestStart === -1 ? null : { start: bestStart, cost: bestCost };
}

function isAvoided(room: Room, day: number, gap: number): boolean {
  return room.avoid.some((other) => Math.abs(other - day) < gap);
}

/** The request's own dates and the specialist's windows. */
function isOpen(state: SearchState, job: Job, option: Option, room: Room, start: number): boolean {
  const end = start + job.request.minutes;
  if (start < room.notBefore || end > room.notAfter) return false;
  const windows = state.worker(option.specialist).windows[dayOf(start)] ?? [];
  if (!windows.some((span) => span.start <= start && end <= span.end)) return false;
  const { onlyWished, wished } = job.request;
  if (!onlyWished || wished.length === 0) return true;
  return wished.some((span) => span.start <= start && end <= span.end);
}

/** One place at a time, with the way there and on; travel may not be split by a stop. */
function fits(state: SearchState, job: Job, option: Option, start: number): boolean {
  const end = start + job.request.minutes;
  const day = dayOf(start);
  const { base, windows } = state.worker(option.specialist);
  const today = windows[day] ?? [];
  const stops = state.stopsOn(option.specialist, day);
  const at = stops.findIndex((stop) => stop.end > start);
  const position = at === -1 ? stops.length : at;
  if (stops.some((stop) => stop.start < end && start < stop.end)) return false;
  const from = lastPlaced(stops, position);
  const to = nextPlaced(stops, position);
  const leave = stops[from]?.end ?? today[0]?.start ?? start;
  const arrive = stops[to]?.start ?? today[today.length - 1]?.end ?? end;
  const before = longestGap(stops, from + 1, position, leave, start);
  const after = longestGap(stops, position, to, end, arrive);
  const fromPlace = stops[from]?.place ?? base;
  const toPlace = stops[to]?.place ?? base;
  if (option.place === NOWHERE) {
    return reaches(state, fromPlace, toPlace, Math.max(before, after));
  }
  return reaches(state, fromPlace, option.place, before) && reaches(state, option.place, toPlace, after);
}

function reaches(state: SearchState, from: number, to: number, room: number): boolean {
  const need = state.ground.travel(from, to);
  return need !== UNKNOWN && need <= room;
}

/** Index of the nearest stop before `position` that has a place, or -1. */
function lastPlaced(stops: readonly SearchStop[], position: number): number {
  let at = position - 1;
  while (at >= 0 && stops[at]?.place === NOWHERE) at -= 1;
  return at;
}

/** Index of the nearest stop from `position` on that has a place, or the length. */
function nextPlaced(stops: readonly SearchStop[], position: number): number {
  let at = position;
  while (at < stops.length && stops[at]?.place === NOWHERE) at += 1;
  return at;
}

/** Longest free stretch between two moments, around the stops [first, last). */
function longestGap(
  stops: readonly SearchStop[],
  first: number,
  last: number,
  from: number,
  to: number,
): number {
  let longest = 0;
  let free = from;
  for (let at = first; at < last; at += 1) {
    const stop = stops[at];
    if (!stop) continue;
    longest = Math.max(longest, Math.min(stop.start, to) - free);
    free = Math.max(free, stop.end);
  }
  return Math.max(longest, to - free);
}

/** True when every leg that a planned visit begins, ends or interrupts still fits its day. */
export function dayStands(state: SearchState, specialist: number, day: number): boolean {
  const stops = state.stopsOn(specialist, day);
  const { base, windows } = state.worker(specialist);
  const today = windows[day] ?? [];
  let from = -1;
  for (let to = 0; to <= stops.length; to += 1) {
    if (to < stops.length && stops[to]?.place === NOWHERE) continue;
    const touched = stops.slice(Math.max(0, from), to + 1).some((stop) => stop.unit >= 0);
    const leave = stops[from]?.end ?? today[0]?.start ?? 0;
    const arrive = stops[to]?.start ?? today[today.length - 1]?.end ?? 0;
    const room = longestGap(stops, from + 1, to, leave, arrive);
    if (touched && !reaches(state, stops[from]?.place ?? base, stops[to]?.place ?? base, room)) return false;
    from = to;
  }
  return true;
}
