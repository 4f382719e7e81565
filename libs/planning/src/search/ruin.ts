import type { Random } from '../random.js';
import { NOWHERE, type Job } from './ground.js';
import type { Neighbours } from './neighbours.js';
import { MOST_STOPS, type PlanState } from './plan-state.js';
import { overtakings, waitingPoints } from './unit-points.js';

/** Most visits taken out at once. */
const MOST_REMOVED = 6;
/** Days around the first visit within which its neighbours are looked for, at most. */
const WIDEST_SPAN = 14;
/** Tries to hit a visit that is placed. */
const TRIES = 20;
/** Visits drawn when looking for one that waits. */
const DRAWS = 32;

/** Once in this many times a request loses single visits and keeps the others. */
const PARTLY = 10;

/**
 * Takes a handful of visits out that may take each other's places, and usually with them the other visits of
 * their requests: when one can be held, and by whom, follows from the others. Answers the request for which
 * the way was cleared, if any: it chooses first.
 */
export function ruin(state: PlanState, neighbours: Neighbours, random: Random): Job | null {
  neighbours.focus.move();
  const first = takeOut(state, neighbours, random);
  if (random.below(PARTLY) > 0) {
    for (const unit of state.removed) {
      for (const other of state.job(unit).units) state.unplace(other.index);
    }
  }
  return first;
}

function takeOut(state: PlanState, neighbours: Neighbours, random: Random): Job | null {
  const { units } = state.ground;
  if (units.length === 0) return null;
  const most = Math.min(MOST_REMOVED, Math.max(2, Math.floor(state.placed / 3)));
  const count = 1 + random.below(most);
  const seed = seedUnit(state, neighbours, random);
  if (seed < 0) return null;
  switch (random.below(10)) {
    case 0:
      scattered(state, neighbours, count, random);
      return null;
    case 1:
      ofSpecialist(state, seed, count, random);
      return null;
    case 2:
      ofRequests(state, neighbours, seed, random);
      return null;
    case 3:
      wholeDays(state, neighbours, seed, count, random);
      return null;
    case 4:
    case 5:
    case 6:
    case 7:
      return clearTheWay(state, longestWaiting(state, neighbours, seed, random), count, random);
    default:
      nearby(state, neighbours, seed, count, random);
      return null;
  }
}

/** A visit to begin with: half of the time one that has no place, if there is any. */
function seedUnit(state: PlanState, { focus }: Neighbours, random: Random): number {
  const { length } = state.ground.units;
  const wantsLeft = state.placed < length && random.below(2) === 0;
  for (let i = 0; i < TRIES; i += 1) {
    const unit = focus.draw(random);
    if (state.isPlaced(unit) !== wantsLeft) return unit;
  }
  return focus.draw(random);
}

function scattered(state: PlanState, { focus }: Neighbours, count: number, random: Random): void {
  for (let i = 0; i < count; i += 1) state.unplace(focus.draw(random));
}

/** Where a visit is, or, without a place, where it might be. */
function whereabouts(state: PlanState, seed: number, random: Random): { specialist: number; day: number } {
  if (state.isPlaced(seed)) return { specialist: state.specialistOf(seed), day: state.dayOf(seed) };
  const job = state.job(seed);
  const { length } = job.options;
  const specialist = length === 0 ? -1 : (job.options[random.below(length)]?.specialist ?? -1);
  const span = Math.max(1, Math.min(job.lastDay, job.firstDay + 28) - job.firstDay + 1);
  return { specialist, day: Math.max(0, job.firstDay) + random.below(span) };
}

/** Of a few visits drawn, the one whose waiting costs most above what cannot be avoided; `seed` if none. */
function longestWaiting(state: PlanState, neighbours: Neighbours, seed: number, random: Random): number {
  const { days, units, prices } = state.ground;
  const { waitingWeek, roundBroken } = prices.weights;
  let found = seed;
  let most = 0;
  for (let i = 0; i < DRAWS; i += 1) {
    const index = neighbours.focus.draw(random);
    const unit = units[index];
    if (!unit) continue;
    const job = state.job(index);
    const isPlaced = state.isPlaced(index);
    const day = isPlaced ? state.dayOf(index) : days;
    let points = (waitingPoints(job, unit, day) - (neighbours.leastWaiting[index] ?? 0)) * waitingWeek;
    if (isPlaced && job.campaign.length > 0) points += overtakings(state, job, unit, day) * roundBroken;
    if (points > most) {
      most = points;
      found = index;
    }
  }
  return found;
}

/** A request that waits, and what one of its specialists does in the days when it was due. */
function clearTheWay(state: PlanState, seed: number, count: number, random: Random): Job {
  const job = state.job(seed);
  const { length } = job.options;
  if (length === 0) return job;
  const nearest = Math.min(length, 1 + random.below(6));
  const specialist = job.options[random.below(nearest)]?.specialist ?? 0;
  const due = Math.max(0, state.unit(seed).dueDay);
  for (const unit of job.units) state.unplace(unit.index);
  let left = count;
  for (let away = random.below(3); away <= WIDEST_SPAN && left > 0; away += 1 + random.below(2)) {
    left -= clearDay(state, specialist, due + away);
  }
  return job;
}

/** Days of one specialist around a day. */
function ofSpecialist(state: PlanState, seed: number, count: number, random: Random): void {
  const { specialist, day } = whereabouts(state, seed, random);
  if (specialist < 0) return;
  let left = count;
  for (let away = 0; away <= 2 * WIDEST_SPAN && left > 0; away += 1) {
    for (const other of away === 0 ? [day] : [day - away, day + away]) {
      left -= clearDay(state, specialist, other);
    }
  }
}

/** All visits planned on one day of a specialist; answers how many. */
function clearDay(state: PlanState, specialist: number, day: number): number {
  const { days } = state.ground;
  if (day < 0 || day >= days) return 0;
  const cell = specialist * days + day;
  let cleared = 0;
  for (let i = (state.count[cell] ?? 0) - 1; i >= 0; i -= 1) {
    const stop = state.stops[cell * MOST_STOPS + i] ?? -1;
    if (stop < 0 || i >= (state.count[cell] ?? 0)) continue;
    state.unplace(stop);
    cleared += 1;
  }
  return cleared;
}

/** All visits of one to three requests near each other. */
function ofRequests(state: PlanState, neighbours: Neighbours, seed: number, random: Random): void {
  let left = 1 + random.below(3);
  const seen = new Set<number>();
  for (const town of neighbours.towns[state.job(seed).town] ?? []) {
    for (const unit of neighbours.units[town] ?? []) {
      const job = state.job(unit);
      if (seen.has(job.index)) continue;
      seen.add(job.index);
      if (random.below(3) === 0 && job.index !== state.job(seed).index) continue;
      for (const one of job.units) state.unplace(one.index);
      left -= 1;
      if (left <= 0) return;
    }
  }
}

/** The days on which visits near the first are held, whole. */
function wholeDays(
  state: PlanState,
  neighbours: Neighbours,
  seed: number,
  count: number,
  random: Random,
): void {
  const { day } = whereabouts(state, seed, random);
  const span = 1 + random.below(WIDEST_SPAN);
  let left = count;
  for (const town of neighbours.towns[state.job(seed).town] ?? []) {
    for (const unit of neighbours.units[town] ?? []) {
      if (!state.isPlaced(unit) || Math.abs(state.dayOf(unit) - day) > span) continue;
      left -= clearDay(state, state.specialistOf(unit), state.dayOf(unit));
      if (left <= 0) return;
    }
  }
}

/** Visits near in place and time. */
function nearby(state: PlanState, neighbours: Neighbours, seed: number, count: number, random: Random): void {
  const { day } = whereabouts(state, seed, random);
  const span = 1 + random.below(WIDEST_SPAN);
  const town = state.job(seed).town;
  if (town === NOWHERE) return;
  let left = count;
  state.unplace(seed);
  for (const near of neighbours.towns[town] ?? []) {
    for (const unit of neighbours.units[near] ?? []) {
      if (!state.isPlaced(unit) || Math.abs(state.dayOf(unit) - day) > span) continue;
      if (random.below(4) === 0) continue;
      state.unplace(unit);
      left -= 1;
      if (left <= 0) return;
    }
  }
}
