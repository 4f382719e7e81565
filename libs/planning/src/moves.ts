import { NOWHERE, UNKNOWN, type Unit } from './ground.js';
import { dayStands } from './insertion.js';
import { dayOf } from './problem.js';
import type { Random } from './random.js';
import type { Placement, SearchState } from './search-state.js';

/** Most visits taken out at once. */
const MOST_REMOVED = 12;
/** Minutes that one day apart, another specialist, or an unknown way count as, when looking for neighbours. */
const DAY_APART = 30;
const OTHER_SPECIALIST = 60;
const FAR_AWAY = 600;

/** What was taken out, with its former place: enough to undo. */
export type Removed = Map<Unit, Placement>;

/** Takes some visits out of the plan, in one of four ways. */
export function ruin(state: SearchState, random: Random): Removed {
  const placed = state.ground.units.filter((unit) => state.placement(unit));
  const removed: Removed = new Map();
  if (placed.length === 0) return removed;
  const most = Math.min(MOST_REMOVED, Math.max(1, Math.floor(placed.length / 3)));
  const count = 1 + random.below(most);
  for (const unit of chosen(state, placed, count, random)) lift(state, unit, removed);
  return removed;
}

function chosen(state: SearchState, placed: readonly Unit[], count: number, random: Random): readonly Unit[] {
  switch (random.below(4)) {
    case 0:
      return scattered(placed, count, random);
    case 1:
      return sameSpecialist(state, placed, count, random);
    default:
      return nearby(state, placed, count, random);
  }
}

function scattered(placed: readonly Unit[], count: number, random: Random): readonly Unit[] {
  return Array.from({ length: count }, () => pick(placed, random));
}

/** Visits of one specialist around one day. */
function sameSpecialist(
  state: SearchState,
  placed: readonly Unit[],
  count: number,
  random: Random,
): readonly Unit[] {
  const seed = state.placement(pick(placed, random));
  if (!seed) return [];
  const theirs = placed.filter((unit) => {
    const placement = state.placement(unit);
    return placement?.option.specialist === seed.option.specialist;
  });
  return closest(theirs, count, (unit) => Math.abs((state.placement(unit)?.start ?? 0) - seed.start));
}

/** Visits close in time, place and person to one visit, placed or still left out. */
function nearby(state: SearchState, placed: readonly Unit[], count: number, random: Random): readonly Unit[] {
  const left = state.ground.units.filter((unit) => !state.placement(unit));
  const seed = pick(left.length > 0 && random.below(2) === 0 ? left : placed, random);
  const job = state.job(seed);
  const at = state.placement(seed);
  const options = job.options;
  if (!at && options.length === 0) return scattered(placed, count, random);
  const specialist = (at?.option ?? pick(options, random)).specialist;
  const span = Math.max(1, job.lastDay - job.firstDay + 1);
  const day = at ? dayOf(at.start) : job.firstDay + random.below(span);
  return closest(placed, count, (unit) => {
    const placement = state.placement(unit);
    if (!placement) return FAR_AWAY;
    const days = Math.abs(dayOf(placement.start) - day);
    const minutes = apart(state, job.town, state.job(unit).town);
    return DAY_APART * days + minutes + (placement.option.specialist === specialist ? 0 : OTHER_SPECIALIST);
  });
}

function apart(state: SearchState, from: number, to: number): number {
  if (from === NOWHERE || to === NOWHERE) return FAR_AWAY;
  const minutes = state.ground.travel(from, to);
  return minutes === UNKNOWN ? FAR_AWAY : minutes;
}

function closest(units: readonly Unit[], count: number, distance: (unit: Unit) => number): readonly Unit[] {
  return units
    .map((unit) => ({ unit, distance: distance(unit) }))
    .sort((a, b) => a.distance - b.distance || a.unit.index - b.unit.index)
    .slice(0, count)
    .map(({ unit }) => unit);
}

/**
 * Takes one visit out, and with it the later visits of its request (numbers are used up in order)
 * and any day that no longer works without it (a direct way may be unknown or longer).
 */
function lift(state: SearchState, unit: Unit, removed: Removed): void {
  const placement = state.placement(unit);
  if (!placement) return;
  removed.set(unit, placement);
  state.remove(unit);
  for (const later of state.job(unit).units) {
    if (later.group === unit.group && later.index > unit.index) lift(state, later, removed);
  }
  const specialist = placement.option.specialist;
  const day = dayOf(placement.start);
  if (dayStands(state, specialist, day)) return;
  const planned = state.stopsOn(specialist, day).filter((stop) => stop.unit >= 0);
  for (const stop of planned) lift(state, state.unit(stop.unit), removed);
}

function pick<T>(things: readonly T[], random: Random): T {
  const thing = things[random.below(things.length)];
  if (thing === undefined) throw new Error('planning search: nothing to pick from');
  return thing;
}
