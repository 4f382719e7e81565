import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../random.js';
import { iterations } from '../stop.js';
import { solveTours } from './solve-tours.js';
import { MANDATORY, type TourPlan, type TourProblem, type VehicleKind } from './tour-problem.js';

interface Given {
  readonly stops: number;
  readonly seed: number;
  readonly kinds?: (base: number) => readonly VehicleKind[];
  readonly change?: (problem: TourProblem) => TourProblem;
}

/** Stops by lot on a square of 100 with windows by lot, one base in the middle. */
function given({ stops, seed, kinds, change }: Given): TourProblem {
  const random = seededRandom(seed);
  const points = Array.from({ length: stops }, () => [random.below(100), random.below(100)] as const);
  const all = [...points, [50, 50] as const];
  const distance = Int32Array.from(
    all.flatMap(([x, y]) => all.map(([toX, toY]) => Math.round(Math.hypot(x - toX, y - toY)))),
  );
  const earliest = Int32Array.from(points, () => 80 + random.below(300));
  const common = { count: stops, start: stops, end: stops, open: 0, close: 600, capacity: [40] };
  const problem: TourProblem = {
    stops,
    places: stops + 1,
    distance,
    duration: distance,
    service: new Int32Array(stops).fill(5),
    earliest,
    latest: earliest.map((time) => time + 60),
    loads: [Int32Array.from(points, () => 1 + random.below(10))],
    kinds: kinds?.(stops) ?? [common],
  };
  return change?.(problem) ?? problem;
}

/** Judges a plan anew and answers its cost; every broken rule is a sentence. */
function judged(problem: TourProblem, plan: TourPlan): { cost: number; broken: string[] } {
  const { places, distance, duration, loads, kinds, allowed, penalty } = problem;
  const broken: string[] = [];
  const times = new Int32Array(problem.stops);
  const pools = new Map<unknown, number>();
  let cost = 0;
  for (const { kind: index, stops } of plan.tours) {
    const kind = kinds[index] as VehicleKind;
    const pool = kind.pool === undefined ? `kind ${index}` : kind.pool;
    pools.set(pool, (pools.get(pool) ?? 0) + 1);
    if ((pools.get(pool) ?? 0) > kind.count) broken.push(`too many of ${pool}`);
    let here = kind.start;
    let time = kind.open;
    for (const stop of stops) {
      times[stop] = (times[stop] ?? 0) + 1;
      cost += distance[here * places + stop] as number;
      time = Math.max(time + (duration[here * places + stop] as number), problem.earliest[stop] as number);
      if (time > (problem.latest[stop] as number)) broken.push(`stop ${stop} is late`);
      time += problem.service[stop] as number;
      if (allowed?.[stop * kinds.length + index] === 0) broken.push(`stop ${stop} not by kind ${index}`);
      here = stop;
    }
    cost += distance[here * places + kind.end] as number;
    if (time + (duration[here * places + kind.end] as number) > kind.close) broken.push('home too late');
    loads.forEach((load, dimension) => {
      const sum = stops.reduce((total, stop) => total + (load[stop] as number), 0);
      if (sum > (kind.capacity[dimension] as number)) broken.push('too much load');
    });
  }
  for (const stop of plan.leftOut) {
    times[stop] = (times[stop] ?? 0) + 1;
    cost += penalty?.[stop] ?? MANDATORY;
  }
  if (times.some((count) => count !== 1)) broken.push('a stop is nowhere or twice');
  return { cost, broken };
}

/** Least cost by trying every order of every set of stops on interchangeable vehicles; few stops only. */
function leastCost(problem: TourProblem): number {
  const { stops } = problem;
  const best = new Map<number, number>();
  const walk = (set: number, order: readonly number[]): void => {
    if (order.length > 0) {
      const { cost, broken } = judged(problem, {
        tours: [{ kind: 0, stops: order }],
        leftOut: [],
        cost: 0,
        iterations: 0,
      });
      const isFit = broken.every((sentence) => sentence === 'a stop is nowhere or twice');
      if (isFit) best.set(set, Math.min(best.get(set) ?? Infinity, cost));
    }
    for (let stop = 0; stop < stops; stop += 1)
      if (((set >> stop) & 1) === 0) walk(set | (1 << stop), [...order, stop]);
  };
  walk(0, []);
  const least = new Float64Array(1 << stops).fill(Infinity);
  least[0] = 0;
  for (let set = 1; set < least.length; set += 1)
    for (let part = set; part > 0; part = (part - 1) & set)
      least[set] = Math.min(least[set] ?? 0, (best.get(part) ?? Infinity) + (least[set ^ part] ?? 0));
  return least.at(-1) ?? 0;
}

describe('tours', () => {
  it.each([1, 2, 3, 4, 5])('are the shortest of all on a small problem (%d)', (seed) => {
    const problem = given({ stops: 7, seed });
    const plan = solveTours(problem, { seed: 1, stop: iterations(2000) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
    expect(plan.cost).toBe(leastCost(problem));
  });

  it('keep every rule and their own account of the cost', () => {
    const problem = given({ stops: 80, seed: 3 });
    const costs: number[] = [];
    const plan = solveTours(problem, {
      seed: 1,
      stop: iterations(3000),
      onBetter: (cost) => costs.push(cost),
    });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
    expect(costs.at(-1)).toBe(plan.cost);
    expect(costs).toEqual([...costs].sort((one, two) => two - one));
  });

  it('keep every rule where only near stops are looked at', () => {
    const problem = given({ stops: 260, seed: 4 });
    const plan = solveTours(problem, { seed: 1, stop: iterations(1500) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
  });

  it('are the same for the same seed and iterations', () => {
    const problem = given({ stops: 60, seed: 5 });
    const run = (seed: number) => solveTours(problem, { seed, stop: iterations(1000) });
    expect(run(7)).toEqual(run(7));
    expect(run(8).tours).not.toEqual(run(7).tours);
  });

  it('respect skills, homes, shifts and two dimensions of load', () => {
    const stops = 40;
    const problem = given({
      stops,
      seed: 6,
      kinds: (base) =>
        [0, 1, 2, 3, 4, 5].map((index) => ({
          count: 1,
          start: index % 2 === 0 ? base : index,
          end: base,
          open: 20 * index,
          close: 560 + 5 * index,
          capacity: [50 + index, 9],
        })),
      change: (plain) => ({
        ...plain,
        loads: [...plain.loads, new Int32Array(stops).fill(1)],
        allowed: Uint8Array.from({ length: stops * 6 }, (_, at) => (at % 7 < 5 ? 1 : 0)),
        penalty: new Int32Array(stops).fill(500),
      }),
    });
    const plan = solveTours(problem, { seed: 1, stop: iterations(3000) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
  });

  it('leave out what costs more than its penalty', () => {
    const problem = given({
      stops: 30,
      seed: 7,
      change: (plain) => ({
        ...plain,
        penalty: Int32Array.from({ length: 30 }, (_, stop) => (stop < 15 ? 0 : MANDATORY)),
      }),
    });
    const plan = solveTours(problem, { seed: 1, stop: iterations(1000) });
    // Rounded distances now and then make a detour shorter than none.
    expect(plan.leftOut.every((stop) => stop < 15)).toBe(true);
    expect(plan.leftOut.length).toBeGreaterThan(12);
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
  });

  it('use each shared vehicle once', () => {
    const problem = given({
      stops: 12,
      seed: 8,
      kinds: (base) =>
        [0, 0, 1, 1].map((pool, index) => ({
          count: 1,
          start: base,
          end: base,
          open: 0,
          close: 500 + index,
          capacity: [60],
          pool,
        })),
      change: (plain) => ({ ...plain, penalty: new Int32Array(12).fill(1000) }),
    });
    const plan = solveTours(problem, { seed: 1, stop: iterations(1000) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
    expect(plan.tours.length).toBeLessThanOrEqual(2);
  });

  it('serve a customer on the days of one pattern', () => {
    const customers = 12;
    const stops = 2 * customers;
    const groups = Array.from({ length: customers }, (_, customer) => ({
      stops: [2 * customer, 2 * customer + 1],
      patterns:
        customer % 2 === 0
          ? [
              [0, 2],
              [1, 3],
            ]
          : [
              [0, 3],
              [1, 2],
              [2, 3],
            ],
    }));
    const problem = given({
      stops,
      seed: 9,
      kinds: (base) =>
        [0, 1, 2, 3].map((day) => ({
          count: 3,
          start: base,
          end: base,
          open: 0,
          close: 700,
          capacity: [60],
          day,
        })),
      change: (plain) => {
        const alike = (values: Int32Array): Int32Array =>
          values.map((_, stop) => values[stop - (stop % 2)] as number);
        const distance = plain.distance.map((_, at) => {
          const twin = (place: number): number => (place < stops ? place - (place % 2) : place);
          const from = Math.floor(at / plain.places);
          return plain.distance[twin(from) * plain.places + twin(at % plain.places)] as number;
        });
        return {
          ...plain,
          distance,
          duration: distance,
          earliest: alike(plain.earliest),
          latest: alike(plain.latest),
          loads: plain.loads.map(alike),
          groups,
        };
      },
    });
    const plan = solveTours(problem, { seed: 1, stop: iterations(2000) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
    expect(plan.leftOut).toEqual([]);
    for (const { stops: own, patterns } of groups) {
      const days = own.map((stop) => plan.tours.find((tour) => tour.stops.includes(stop))?.kind ?? -1);
      expect(patterns).toContainEqual(days.sort((one, two) => one - two));
    }
  });

  it('stand a matrix that differs by direction', () => {
    const problem = given({
      stops: 30,
      seed: 10,
      change: (plain) => ({
        ...plain,
        distance: plain.distance.map((value, at) => value + (at % 7)),
        duration: plain.duration.map((value, at) => value + (at % 5)),
      }),
    });
    const plan = solveTours(problem, { seed: 1, stop: iterations(1000) });
    expect(judged(problem, plan)).toEqual({ cost: plan.cost, broken: [] });
  });

  it('say what does not fit together', () => {
    const problem = given({ stops: 5, seed: 1 });
    const solve = (change: Partial<TourProblem>) => () =>
      solveTours({ ...problem, ...change }, { seed: 1, stop: iterations(1) });
    expect(solve({ distance: new Int32Array(3) })).toThrow('a matrix of 6 places has 36 numbers');
    expect(solve({ kinds: [] })).toThrow('there is no vehicle');
    expect(solve({ groups: [{ stops: [0, 1], patterns: [[1, 1]] }] })).toThrow('2 different days');
  });

  it('have nothing to do without stops', () => {
    const plan = solveTours(given({ stops: 0, seed: 1 }), { seed: 1, stop: iterations(10) });
    expect(plan.tours).toEqual([]);
    expect(plan.cost).toBe(0);
  });
});
