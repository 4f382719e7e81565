import type { PvrpInstance } from './read-pvrp.js';

/** Room for the rounding of sums of exact distances. */
const TOLERANCE = 1e-6;

/**
 * Judges routes against the file with exact distances; shares nothing with the search. Answers the total
 * distance, or throws with the first rule that is broken.
 */
export function checkPvrp(
  instance: PvrpInstance,
  routes: readonly { readonly day: number; readonly customers: readonly number[] }[],
): number {
  const { depot, vehicles } = instance;
  const byNumber = new Map(instance.customers.map((customer) => [customer.number, customer]));
  const daysOf = new Map<number, Set<number>>();
  const used = new Map<number, number>();
  let total = 0;
  for (const { day, customers } of routes) {
    const inUse = (used.get(day) ?? 0) + 1;
    used.set(day, inUse);
    if (day < 0 || day >= instance.days || inUse > vehicles)
      throw new Error(`day ${day + 1}: more than ${vehicles} vehicles, or no such day`);
    let length = 0;
    let service = 0;
    let load = 0;
    let here: { readonly x: number; readonly y: number } = depot;
    for (const number of customers) {
      const customer = byNumber.get(number);
      if (!customer) throw new Error(`there is no customer ${number}`);
      const days = daysOf.get(number) ?? new Set();
      if (days.has(day)) throw new Error(`customer ${number} is visited twice on day ${day + 1}`);
      daysOf.set(number, days.add(day));
      length += Math.sqrt((here.x - customer.x) ** 2 + (here.y - customer.y) ** 2);
      service += customer.service;
      load += customer.demand;
      here = customer;
    }
    length += Math.sqrt((here.x - depot.x) ** 2 + (here.y - depot.y) ** 2);
    const longest = instance.longest[day] ?? 0;
    if (longest > 0 && length + service > longest + TOLERANCE)
      throw new Error(`day ${day + 1}: a route of ${length + service} is longer than ${longest}`);
    if (load > (instance.capacity[day] ?? 0))
      throw new Error(`day ${day + 1}: a load of ${load} is too much`);
    total += length;
  }
  for (const { number, combinations } of instance.customers) {
    const days = daysOf.get(number) ?? new Set();
    const isAllowed = combinations.some(
      (combination) => combination.length === days.size && combination.every((day) => days.has(day)),
    );
    if (!isAllowed) throw new Error(`customer ${number} is not visited on one of its combinations of days`);
  }
  return total;
}
