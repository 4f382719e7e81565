import type { SolomonInstance } from './read-solomon.js';

/**
 * Judges routes of customer numbers against the file, in tenths by the DIMACS convention. Shares nothing
 * with the search. Answers the distance in tenths, or throws with the first rule that is broken.
 */
export function checkSolomon(instance: SolomonInstance, routes: readonly (readonly number[])[]): number {
  const { customers, vehicles, capacity } = instance;
  const depot = customers[0];
  if (!depot) throw new Error('there is no depot');
  if (routes.length > vehicles) throw new Error(`${routes.length} routes for ${vehicles} vehicles`);
  const visited = new Set<number>();
  let total = 0;
  for (const [index, route] of routes.entries()) {
    let time = depot.ready * 10;
    let load = 0;
    let here = depot;
    for (const number of route) {
      const customer = customers[number];
      if (!customer || number === 0) throw new Error(`route ${index + 1}: no customer ${number}`);
      if (visited.has(number)) throw new Error(`customer ${number} is visited twice`);
      visited.add(number);
      const leg = tenths(here, customer);
      total += leg;
      time = Math.max(time + leg, customer.ready * 10);
      if (time > customer.due * 10) throw new Error(`route ${index + 1}: customer ${number} is too late`);
      time += customer.service * 10;
      load += customer.demand;
      here = customer;
    }
    total += tenths(here, depot);
    time += tenths(here, depot);
    if (load > capacity) throw new Error(`route ${index + 1}: load ${load} exceeds ${capacity}`);
    if (time > depot.due * 10) throw new Error(`route ${index + 1} comes home too late`);
  }
  if (visited.size !== customers.length - 1)
    throw new Error(`${customers.length - 1 - visited.size} customers are not visited`);
  return total;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function tenths(one: Point, two: Point): number {
  const dx = one.x - two.x;
  const dy = one.y - two.y;
  return Math.trunc(Math.sqrt(dx * dx + dy * dy) * 10);
}
