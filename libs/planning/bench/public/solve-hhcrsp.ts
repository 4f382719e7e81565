import { seededRandom, type Random } from '../../src/random.js';
import type { Stop } from '../../src/stop.js';
import type { HhcrspRoutes, HhcrspStop } from './check-hhcrsp.js';
import type { HhcrspInstance } from './read-hhcrsp.js';

export interface HhcrspPlan {
  readonly routes: HhcrspRoutes;
  /** Distance + tardiness + worst tardiness; the published objective is a third of it. */
  readonly cost: number;
  readonly iterations: number;
}

/** Temperatures at the beginning and the end, in units of three times the objective. */
const HOT = 60;
const COLD = 0.3;
/** Temperatures are set anew after so many iterations. */
const PACE = 64;

/**
 * Annealing over the order in which patients are served and who serves them. Every caregiver takes the
 * patients in that order, so that two services of a patient can never wait for each other in a circle; each
 * order is turned into times from the beginning.
 */
export function solveHhcrsp(
  instance: HhcrspInstance,
  { seed, stop }: { readonly seed: number; readonly stop: Stop },
): HhcrspPlan {
  const random = seededRandom(seed);
  const clock = new Clock(instance);
  const count = instance.patients.length;
  const order = Int32Array.from(
    instance.patients
      .map((_, index) => index)
      .sort(
        (one, two) => (instance.patients[one]?.open ?? 0) - (instance.patients[two]?.open ?? 0) || one - two,
      ),
  );
  const helpers = new Int32Array(2 * count);
  for (let patient = 0; patient < count; patient += 1) clock.drawHelpers(patient, helpers, random);
  let current = clock.cost(order, helpers);
  let best = current;
  const bestOrder = order.slice();
  const bestHelpers = helpers.slice();
  let iterations = 0;
  let betterAt = 0;
  let heat = HOT;
  for (;;) {
    if (iterations % PACE === 0) {
      const moment = { iterations, sinceImprovement: iterations - betterAt };
      if (stop(moment)) break;
      heat = heatAt(stop.share?.(moment) ?? 0.5);
    }
    iterations += 1;
    const from = random.below(count);
    const move = random.below(3);
    const to = move === 0 ? from : near(from, count, random);
    const patient = order[from] ?? 0;
    const first = helpers[2 * patient] ?? 0;
    const second = helpers[2 * patient + 1] ?? 0;
    shift(order, from, to);
    if (move < 2) clock.drawHelpers(patient, helpers, random);
    const cost = clock.cost(order, helpers);
    const drawn = (1 + random.below(1 << 20)) / (1 << 20);
    if (cost > current - heat * Math.log(drawn)) {
      shift(order, to, from);
      helpers[2 * patient] = first;
      helpers[2 * patient + 1] = second;
      continue;
    }
    current = cost;
    if (cost >= best) continue;
    best = cost;
    betterAt = iterations;
    bestOrder.set(order);
    bestHelpers.set(helpers);
  }
  return { routes: clock.routes(bestOrder, bestHelpers), cost: best, iterations };
}

function heatAt(share: number): number {
  return HOT * (COLD / HOT) ** Math.min(1, share);
}

/** A position at most a quarter of the order away. */
function near(from: number, count: number, random: Random): number {
  const reach = Math.max(1, count >> 2);
  const to = from - reach + random.below(2 * reach + 1);
  return Math.min(count - 1, Math.max(0, to));
}

function shift(order: Int32Array, from: number, to: number): void {
  const moved = order[from] ?? 0;
  if (from < to) order.copyWithin(from, from + 1, to + 1);
  else order.copyWithin(to + 1, to, from);
  order[to] = moved;
}

/** Turns orders into times, in flat arrays. */
class Clock {
  private readonly places: number;
  private readonly distance: Float64Array;
  private readonly free: Float64Array;
  private readonly place: Int32Array;
  private readonly starts: Float64Array;
  /** By patient and need: who may come. */
  private readonly able: readonly (readonly number[])[];

  constructor(private readonly instance: HhcrspInstance) {
    this.places = instance.distances.length;
    this.distance = Float64Array.from(instance.distances.flat());
    this.free = new Float64Array(instance.caregivers.length);
    this.place = new Int32Array(instance.caregivers.length);
    this.starts = new Float64Array(2 * instance.patients.length);
    this.able = instance.patients.flatMap(({ services, incompatible }) =>
      [0, 1].map((need) => {
        const service = services[need]?.service;
        return instance.caregivers.flatMap(({ abilities }, index) =>
          service !== undefined && abilities.includes(service) && !incompatible.includes(index)
            ? [index]
            : [],
        );
      }),
    );
    for (const [index, { id, services }] of instance.patients.entries())
      if (
        services.length === 2 &&
        new Set([0, 1].flatMap((need) => this.able[2 * index + need] ?? [])).size < 2
      )
        throw new Error(`${id}: two services, but only one caregiver who may come`);
  }

  /** Draws who serves a patient; two services get two different people. */
  drawHelpers(patient: number, helpers: Int32Array, random: Random): void {
    const able = this.able[2 * patient] ?? [];
    const others = this.able[2 * patient + 1] ?? [];
    for (;;) {
      const one = able[random.below(able.length)] ?? 0;
      const two = others.length === 0 ? -1 : (others[random.below(others.length)] ?? 0);
      if (one === two) continue;
      helpers[2 * patient] = one;
      helpers[2 * patient + 1] = two;
      return;
    }
  }

  cost(order: Int32Array, helpers: Int32Array): number {
    const { free, place, distance, places, starts } = this;
    const { patients, caregivers } = this.instance;
    for (let index = 0; index < caregivers.length; index += 1) {
      free[index] = caregivers[index]?.begin ?? 0;
      place[index] = caregivers[index]?.base ?? 0;
    }
    let travel = 0;
    let late = 0;
    let worst = 0;
    for (let at = 0; at < order.length; at += 1) {
      const index = order[at] ?? 0;
      const patient = patients[index];
      if (!patient) continue;
      const one = helpers[2 * index] ?? 0;
      const two = helpers[2 * index + 1] ?? -1;
      const leg = distance[(place[one] ?? 0) * places + patient.place] ?? 0;
      travel += leg;
      let start = Math.max(patient.open, (free[one] ?? 0) + leg);
      if (two >= 0) {
        const other = distance[(place[two] ?? 0) * places + patient.place] ?? 0;
        travel += other;
        const { least, most } = patient.synchronization ?? { least: 0, most: 0 };
        const second = Math.max(patient.open, (free[two] ?? 0) + other, start + least);
        start = Math.max(start, second - most);
        starts[2 * index + 1] = second;
        free[two] = second + (patient.services[1]?.duration ?? 0);
        place[two] = patient.place;
        const delay = second - patient.close;
        if (delay > 0) late += delay;
        if (delay > worst) worst = delay;
      }
      starts[2 * index] = start;
      free[one] = start + (patient.services[0]?.duration ?? 0);
      place[one] = patient.place;
      const delay = start - patient.close;
      if (delay > 0) late += delay;
      if (delay > worst) worst = delay;
    }
    for (let index = 0; index < caregivers.length; index += 1)
      travel += distance[(place[index] ?? 0) * places + (caregivers[index]?.base ?? 0)] ?? 0;
    return travel + late + worst;
  }

  routes(order: Int32Array, helpers: Int32Array): HhcrspRoutes {
    this.cost(order, helpers);
    const routes = this.instance.caregivers.map((): HhcrspStop[] => []);
    for (const patient of order)
      for (const need of [0, 1]) {
        const helper = helpers[2 * patient + need] ?? -1;
        routes[helper]?.push({ patient, need, start: this.starts[2 * patient + need] ?? 0 });
      }
    return routes;
  }
}
