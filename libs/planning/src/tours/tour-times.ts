import { NONE, type Ground } from './ground.js';
import type { TourTables } from './tour-tables.js';

/** Legs, times, loads and length of a whole tour. */
export function measureTour(tables: TourTables, ground: Ground, tour: number): void {
  const { next, previous, leg, ready, late } = tables;
  const { places, dimensions, problem } = ground;
  const { distance, duration, service, earliest, latest, loads } = problem;
  const kind = tables.kind[tour] ?? 0;
  let place = ground.kindStart[kind] ?? 0;
  let time = ground.kindOpen[kind] ?? 0;
  let length = 0;
  let before = NONE;
  for (let stop = tables.first[tour] ?? NONE; stop !== NONE; stop = next[stop] ?? NONE) {
    const step = distance[place * places + stop] ?? 0;
    length += step;
    if (before === NONE) tables.firstLeg[tour] = step;
    else leg[before] = step;
    time += duration[place * places + stop] ?? 0;
    const opening = earliest[stop] ?? 0;
    if (time < opening) time = opening;
    time += service[stop] ?? 0;
    ready[stop] = time;
    place = stop;
    before = stop;
  }
  let to = ground.kindEnd[kind] ?? 0;
  const home = distance[place * places + to] ?? 0;
  leg[before] = home;
  tables.length[tour] = length + home;
  time = ground.kindClose[kind] ?? 0;
  for (let stop = before; stop !== NONE; stop = previous[stop] ?? NONE) {
    time -= (duration[stop * places + to] ?? 0) + (service[stop] ?? 0);
    const closing = latest[stop] ?? 0;
    if (time > closing) time = closing;
    late[stop] = time;
    to = stop;
  }
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const load = loads[dimension];
    let sum = 0;
    for (let stop = before; stop !== NONE; stop = previous[stop] ?? NONE) sum += load?.[stop] ?? 0;
    tables.load[tour * dimensions + dimension] = sum;
  }
}

/** Times after a stop was linked in: only as far along the tour as they change. */
export function spreadTimes(tables: TourTables, ground: Ground, stop: number, tour: number): void {
  spreadForward(tables, ground, stop, tour);
  spreadBackward(tables, ground, stop, tour);
}

function spreadForward(tables: TourTables, ground: Ground, from: number, tour: number): void {
  const { next, ready } = tables;
  const { places, problem } = ground;
  const { duration, service, earliest } = problem;
  const kind = tables.kind[tour] ?? 0;
  const before = tables.previous[from] ?? NONE;
  let place = before === NONE ? (ground.kindStart[kind] ?? 0) : before;
  let time = before === NONE ? (ground.kindOpen[kind] ?? 0) : (ready[before] ?? 0);
  for (let stop = from; stop !== NONE; stop = next[stop] ?? NONE) {
    time += duration[place * places + stop] ?? 0;
    const opening = earliest[stop] ?? 0;
    if (time < opening) time = opening;
    time += service[stop] ?? 0;
    if (stop !== from && ready[stop] === time) return;
    ready[stop] = time;
    place = stop;
  }
}

function spreadBackward(tables: TourTables, ground: Ground, from: number, tour: number): void {
  const { previous, late } = tables;
  const { places, problem } = ground;
  const { duration, service, latest } = problem;
  const kind = tables.kind[tour] ?? 0;
  const after = tables.next[from] ?? NONE;
  let to = after === NONE ? (ground.kindEnd[kind] ?? 0) : after;
  let time = after === NONE ? (ground.kindClose[kind] ?? 0) : (late[after] ?? 0);
  for (let stop = from; stop !== NONE; stop = previous[stop] ?? NONE) {
    time -= (duration[stop * places + to] ?? 0) + (service[stop] ?? 0);
    const closing = latest[stop] ?? 0;
    if (time > closing) time = closing;
    if (stop !== from && late[stop] === time) return;
    late[stop] = time;
    to = stop;
  }
}
