import type { Stop } from '../../src/stop.js';
import { solveTours } from '../../src/tours/solve-tours.js';
import { bestKnown, DIMACS } from './best-known.js';
import { checkHhcrsp } from './check-hhcrsp.js';
import { checkPvrp } from './check-pvrp.js';
import { checkSolomon } from './check-solomon.js';
import { checkTrsp } from './check-trsp.js';
import { pvrpTours } from './pvrp-tours.js';
import { readHhcrsp } from './read-hhcrsp.js';
import { readPvrp } from './read-pvrp.js';
import { readSolomon } from './read-solomon.js';
import { readTrsp } from './read-trsp.js';
import type { PublicResult } from './result.js';
import { TENTHS, toursOfSolomon } from './solomon-tours.js';
import { solveHhcrsp } from './solve-hhcrsp.js';
import { TRSP_MODEL, trspTours } from './trsp-tours.js';

/** A result as far as the format knows it. */
export type Judged = Pick<
  PublicResult,
  'instance' | 'size' | 'value' | 'bestKnown' | 'routes' | 'leftOut' | 'iterations' | 'convention'
>;

/** Solomon's and Homberger's instances; the checker's value must be the search's. */
export function runSolomon(text: string, file: string, seed: number, stop: Stop): Judged {
  const instance = readSolomon(text, file);
  const plan = solveTours(toursOfSolomon(instance), { seed, stop });
  const routes = plan.tours.map(({ stops }) => stops.map((index) => index + 1));
  const tenths = checkSolomon(instance, routes);
  if (tenths !== plan.cost) throw new Error(`${file}: cost ${plan.cost}, but the checker says ${tenths}`);
  return {
    instance: instance.name,
    size: instance.customers.length - 1,
    value: tenths / TENTHS,
    bestKnown: bestKnown(instance.name),
    routes: routes.length,
    leftOut: 0,
    iterations: plan.iterations,
    convention: DIMACS,
  };
}

export function runPvrp(text: string, file: string, seed: number, stop: Stop): Judged {
  const instance = readPvrp(text, file);
  const { problem, routesOf } = pvrpTours(instance);
  const plan = solveTours(problem, { seed, stop });
  if (plan.leftOut.length > 0)
    throw new Error(`${file}: no room found for ${plan.leftOut.length} visits within this budget`);
  return {
    instance: instance.name,
    size: instance.customers.length,
    value: checkPvrp(instance, routesOf(plan.tours)),
    bestKnown: null,
    routes: plan.tours.length,
    leftOut: 0,
    iterations: plan.iterations,
    convention: 'exact distances summed over all days; no table of best known values could be looked up',
  };
}

export function runHhcrsp(text: string, file: string, seed: number, stop: Stop): Judged {
  const instance = readHhcrsp(text, file);
  const plan = solveHhcrsp(instance, { seed, stop });
  const { distance, tardiness, worst } = checkHhcrsp(instance, plan.routes);
  return {
    instance: instance.name,
    size: instance.patients.length,
    value: (distance + tardiness + worst) / 3,
    bestKnown: null,
    routes: plan.routes.filter((route) => route.length > 0).length,
    leftOut: 0,
    iterations: plan.iterations,
    convention: 'a third each of distance, total and worst tardiness (Mankowska et al. 2014)',
  };
}

export function runTrsp(text: string, file: string, seed: number, stop: Stop): Judged {
  const instance = readTrsp(text, file);
  const { problem, routesOf } = trspTours(instance);
  const plan = solveTours(problem, { seed, stop });
  const { distance, served } = checkTrsp(instance, routesOf(plan.tours));
  return {
    instance: instance.name,
    size: instance.requests.length,
    value: distance,
    bestKnown: null,
    routes: plan.tours.length,
    leftOut: instance.requests.length - served,
    iterations: plan.iterations,
    convention: TRSP_MODEL,
  };
}
