import { MANDATORY, type TourProblem } from './tour-problem.js';

/** No stop, no tour. */
export const NONE = -1;
/** Cost of what is impossible. */
export const INFEASIBLE = 0x3fffffff;

/** Most neighbours kept for each stop; strings of removals never reach further. */
const NEIGHBOURS = 120;

/** Neighbours in space and time next to which a place is looked for in large problems. */
const NEAR = 60;
/** A minute of waiting counts as a fifth of a minute of travel, one too late as a whole one. */
const WAIT_DIVISOR = 5;

/** What stays the same during a search, in flat arrays. */
export interface Ground {
  readonly problem: TourProblem;
  readonly stops: number;
  readonly places: number;
  /** Column by rows: distance and duration *to* a place; the same arrays if there is no difference. */
  readonly distanceTo: Int32Array;
  readonly durationTo: Int32Array;
  readonly dimensions: number;
  readonly kinds: number;
  readonly kindStart: Int32Array;
  readonly kindEnd: Int32Array;
  readonly kindOpen: Int32Array;
  readonly kindClose: Int32Array;
  readonly kindPool: Int32Array;
  readonly kindDay: Int32Array;
  /** By kind × dimensions + dimension. */
  readonly kindCapacity: Int32Array;
  readonly poolCount: Int32Array;
  readonly penalty: Int32Array;
  /** By stop: its neighbours, itself first, nearest first. */
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  /** By stop: the stops that it may well follow or precede, nearest in space and time first. */
  readonly near: Int32Array;
  readonly nearCount: number;
  /** By stop: index of its group, or NONE. */
  readonly groupOf: Int32Array;
  /** Tours that can be open at once. */
  readonly slots: number;
}

/** Prepares a problem for the search. Throws with a sentence when its parts do not fit together. */
export function groundOf(problem: TourProblem): Ground {
  const { stops, places, kinds } = problem;
  requireFit(problem);
  const pools = new Map<number, number>();
  const poolCount: number[] = [];
  const kindPool = kinds.map(({ pool, count }) => {
    const known = pool === undefined ? undefined : pools.get(pool);
    if (known !== undefined) return known;
    if (pool !== undefined) pools.set(pool, poolCount.length);
    return poolCount.push(Math.min(count, stops)) - 1;
  });
  const groupOf = new Int32Array(stops).fill(NONE);
  problem.groups?.forEach((group, index) => group.stops.forEach((stop) => (groupOf[stop] = index)));
  const neighbourCount = Math.min(stops, NEIGHBOURS);
  const nearCount = Math.max(0, Math.min(stops - 1, NEAR));
  const distanceTo = transposed(problem.distance, places);
  return {
    problem,
    stops,
    places,
    distanceTo,
    durationTo: problem.duration === problem.distance ? distanceTo : transposed(problem.duration, places),
    dimensions: problem.loads.length,
    kinds: kinds.length,
    kindStart: Int32Array.from(kinds, ({ start }) => start),
    kindEnd: Int32Array.from(kinds, ({ end }) => end),
    kindOpen: Int32Array.from(kinds, ({ open }) => open),
    kindClose: Int32Array.from(kinds, ({ close }) => close),
    kindPool: Int32Array.from(kindPool),
    kindDay: Int32Array.from(kinds, ({ day }) => day ?? 0),
    kindCapacity: Int32Array.from(kinds.flatMap(({ capacity }) => capacity)),
    poolCount: Int32Array.from(poolCount),
    penalty: problem.penalty ?? new Int32Array(stops).fill(MANDATORY),
    neighbours: nearestOf(stops, neighbourCount, 0, (one, two) => apart(problem, one, two)),
    neighbourCount,
    near: nearestOf(stops, nearCount, 1, (one, two) =>
      Math.min(lostBetween(problem, one, two), lostBetween(problem, two, one)),
    ),
    nearCount,
    groupOf,
    slots: poolCount.reduce((sum, count) => sum + count, 0),
  };
}

function requireFit(problem: TourProblem): void {
  const { stops, places, kinds, loads } = problem;
  const square = places * places;
  if (problem.distance.length !== square || problem.duration.length !== square)
    throw new Error(`a matrix of ${places} places has ${square} numbers`);
  if (kinds.length === 0) throw new Error('there is no vehicle');
  const perStop = [problem.service, problem.earliest, problem.latest, ...loads];
  if (problem.penalty) perStop.push(problem.penalty);
  if (perStop.some(({ length }) => length !== stops))
    throw new Error(`each stop of ${stops} needs its numbers`);
  if (kinds.some(({ capacity }) => capacity.length !== loads.length))
    throw new Error(`each kind of vehicle needs ${loads.length} capacities`);
  if (problem.allowed && problem.allowed.length !== stops * kinds.length)
    throw new Error(`allowed needs ${stops} × ${kinds.length} numbers`);
  for (const group of problem.groups ?? [])
    if (group.patterns.some((pattern) => new Set(pattern).size !== group.stops.length))
      throw new Error(`a pattern needs ${group.stops.length} different days`);
}

/** The same array when the matrix is symmetric. */
function transposed(matrix: Int32Array, places: number): Int32Array {
  const turned = new Int32Array(matrix.length);
  let differs = false;
  for (let from = 0; from < places; from += 1)
    for (let to = 0; to < places; to += 1) {
      const value = matrix[from * places + to] ?? 0;
      turned[to * places + from] = value;
      if (value !== matrix[to * places + from]) differs = true;
    }
  return differs ? turned : matrix;
}

/** Way there and back. */
function apart({ places, distance }: TourProblem, one: number, two: number): number {
  return (distance[one * places + two] ?? 0) + (distance[two * places + one] ?? 0);
}

/** Travel from one stop straight to another, with the waiting or lateness that cannot be avoided. */
function lostBetween(problem: TourProblem, one: number, two: number): number {
  const { places, distance, duration, service, earliest, latest } = problem;
  const busy = (service[one] ?? 0) + (duration[one * places + two] ?? 0);
  const waiting = Math.max(0, (earliest[two] ?? 0) - busy - (latest[one] ?? 0));
  const late = Math.max(0, (earliest[one] ?? 0) + busy - (latest[two] ?? 0));
  return (distance[one * places + two] ?? 0) + waiting / WAIT_DIVISOR + late;
}

/** By stop: the `count` nearest, after the first `skip` of them; the stop itself is always the first. */
function nearestOf(
  stops: number,
  count: number,
  skip: number,
  away: (one: number, two: number) => number,
): Int32Array {
  const all = new Int32Array(stops * count);
  const keys = new Float64Array(stops);
  for (let stop = 0; stop < stops; stop += 1) {
    // One number holds the way and the stop, so that numbers are sorted and equal ways keep their order.
    for (let other = 0; other < stops; other += 1)
      keys[other] = (1 + Math.round(away(stop, other))) * stops + other;
    keys[stop] = stop;
    keys.sort();
    for (let index = 0; index < count; index += 1)
      all[stop * count + index] = (keys[skip + index] ?? 0) % stops;
  }
  return all;
}
