import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../random.js';
import { groundOf, NONE } from './ground.js';
import { Recreate } from './recreate.js';
import { Ruin } from './ruin.js';
import { SwapTails } from './swap-tails.js';
import type { TourProblem } from './tour-problem.js';
import { TourState } from './tour-state.js';
import { TourTables } from './tour-tables.js';

/** Stops by lot with wide windows, so that tours are long; three kinds of vehicles from two bases. */
function drawn(seed: number, stops: number): TourProblem {
  const random = seededRandom(seed);
  const points = Array.from({ length: stops + 2 }, () => [random.below(100), random.below(100)] as const);
  const distance = Int32Array.from(
    points.flatMap(([x, y]) => points.map(([toX, toY]) => Math.ceil(Math.hypot(x - toX, y - toY)))),
  );
  const earliest = Int32Array.from({ length: stops }, () => random.below(400));
  return {
    stops,
    places: stops + 2,
    distance,
    duration: seed % 2 === 0 ? distance : distance.map((value) => value + 3),
    service: new Int32Array(stops).fill(4),
    earliest,
    latest: earliest.map((time) => time + 100 + random.below(300)),
    loads: [Int32Array.from({ length: stops }, () => 1 + random.below(9))],
    kinds: [0, 1, 2].map((index) => ({
      count: 4,
      start: stops + (index % 2),
      end: stops,
      open: 10 * index,
      close: 900,
      capacity: [60 + 20 * index],
    })),
    penalty: new Int32Array(stops).fill(400),
  };
}

/** Every tour by slot: kind and order. */
function orders(tables: TourTables): (readonly [number, readonly number[]])[] {
  return [...tables.open.subarray(0, tables.openCount)].map((tour) => {
    const stops: number[] = [];
    for (let stop = tables.first[tour] ?? NONE; stop !== NONE; stop = tables.next[stop] ?? NONE)
      stops.push(stop);
    return [tables.kind[tour] ?? 0, stops] as const;
  });
}

/** The same tours put together stop by stop at the end. */
function anew(problem: TourProblem, tables: TourTables): TourState {
  const state = new TourState(groundOf(problem));
  for (const [kind, stops] of orders(tables)) {
    const tour = state.openTour(kind);
    stops.forEach((stop, index) => state.insert(stop, tour, stops[index - 1] ?? NONE));
  }
  return state;
}

/** Times and legs of each placed stop, loads and lengths of the tours in order. */
function numbers(tables: TourTables): unknown {
  return [...tables.open.subarray(0, tables.openCount)].map((tour) => {
    const rows = [];
    for (let stop = tables.first[tour] ?? NONE; stop !== NONE; stop = tables.next[stop] ?? NONE)
      rows.push([stop, tables.previous[stop], tables.ready[stop], tables.late[stop], tables.leg[stop]]);
    return [tables.load[tour], tables.length[tour], tables.size[tour], tables.firstLeg[tour], rows];
  });
}

function expectSound(problem: TourProblem, state: TourState): void {
  expect(numbers(state)).toEqual(numbers(anew(problem, state)));
  let length = 0;
  for (const [kind, stops] of orders(state)) {
    const { start, end, open, close, capacity } = problem.kinds[kind] as TourProblem['kinds'][number];
    let time = open;
    let place = start;
    for (const stop of stops) {
      length += problem.distance[place * problem.places + stop] as number;
      time += problem.duration[place * problem.places + stop] as number;
      time = Math.max(time, problem.earliest[stop] as number);
      expect(time).toBeLessThanOrEqual(problem.latest[stop] as number);
      time += problem.service[stop] as number;
      place = stop;
    }
    length += problem.distance[place * problem.places + end] as number;
    expect(time + (problem.duration[place * problem.places + end] as number)).toBeLessThanOrEqual(close);
    const load = stops.reduce((sum, stop) => sum + (problem.loads[0]?.[stop] as number), 0);
    expect(load).toBeLessThanOrEqual(capacity[0] as number);
  }
  expect(state.distance).toBe(length);
}

describe('the state of tours', () => {
  it.each([1, 2, 3, 4])('is after any steps as if put together anew, and in time (%d)', (seed) => {
    const problem = drawn(seed, 45);
    const random = seededRandom(seed);
    const state = new TourState(groundOf(problem));
    const ruin = new Ruin(state, random);
    const recreate = new Recreate(state, random);
    const swapTails = new SwapTails(state, random);
    expect(recreate.run(Infinity)).toBe(true);
    let swapped = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      for (let attempt = 0; attempt < 30; attempt += 1) swapped += swapTails.run(40) ? 1 : 0;
      expectSound(problem, state);
      ruin.run();
      expect(recreate.run(Infinity)).toBe(true);
      expectSound(problem, state);
    }
    expect(swapped).toBeGreaterThan(20);
  });

  it('tells what a swap of tails costs before it is made', () => {
    const problem = drawn(6, 40);
    const random = seededRandom(6);
    const state = new TourState(groundOf(problem));
    new Recreate(state, random).run(Infinity);
    const swapTails = new SwapTails(state, random);
    let swapped = 0;
    for (let attempt = 0; attempt < 3000; attempt += 1) {
      const before = state.distance;
      const allowance = random.below(60) - 10;
      if (!swapTails.run(allowance)) {
        expect(state.distance).toBe(before);
        continue;
      }
      swapped += 1;
      expect(state.distance - before).toBeLessThan(allowance);
    }
    expect(swapped).toBeGreaterThan(5);
  });

  it('is back where it was when an attempt is taken back', () => {
    const problem = drawn(5, 45);
    const random = seededRandom(5);
    const state = new TourState(groundOf(problem));
    const ruin = new Ruin(state, random);
    const recreate = new Recreate(state, random);
    recreate.run(Infinity);
    const kept = new TourTables(state.ground);
    kept.copy(state);
    const before = [orders(state), numbers(state), state.cost()];
    let given = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      ruin.run();
      given += recreate.run(kept.distance - 20) ? 0 : 1;
      state.copy(kept);
      expect([orders(state), numbers(state), state.cost()]).toEqual(before);
    }
    expect(given).toBeGreaterThan(50);
  });
});
