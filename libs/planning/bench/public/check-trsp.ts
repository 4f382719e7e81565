import type { TrspInstance } from './read-trsp.js';

/** Room for the rounding of sums of exact distances. */
const TOLERANCE = 1e-6;

interface Route {
  readonly technician: number;
  readonly byDepot: boolean;
  readonly requests: readonly number[];
}

/**
 * Judges routes of technicians against the file; shares nothing with the search. Requests may be left out.
 * Answers the distance and the number of requests served, or throws with the first rule that is broken.
 */
export function checkTrsp(
  instance: TrspInstance,
  routes: readonly Route[],
): { readonly distance: number; readonly served: number } {
  const { depot } = instance;
  const served = new Set<number>();
  const busy = new Set<number>();
  let distance = 0;
  for (const { technician: number, byDepot, requests } of routes) {
    const technician = instance.technicians.find((one) => one.number === number);
    if (!technician || busy.has(number)) throw new Error(`technician ${number} is unknown or has two routes`);
    busy.add(number);
    const stock = [...technician.parts];
    let here: { readonly x: number; readonly y: number } = technician;
    let time = technician.open;
    const go = (to: { readonly x: number; readonly y: number }): void => {
      const leg = Math.sqrt((here.x - to.x) ** 2 + (here.y - to.y) ** 2);
      distance += leg;
      time += leg;
      here = to;
    };
    if (byDepot) go(depot);
    for (const name of requests) {
      const request = instance.requests.find((one) => one.number === name);
      if (!request || served.has(name)) throw new Error(`request ${name} is unknown or served twice`);
      served.add(name);
      if (request.skills.some((skill) => !technician.skills.includes(skill)))
        throw new Error(`technician ${number} lacks a skill for request ${name}`);
      if (!byDepot && request.tools.some((tool) => !technician.tools.includes(tool)))
        throw new Error(`technician ${number} lacks a tool for request ${name}`);
      request.parts.forEach((count, type) => {
        stock[type] = (stock[type] ?? 0) - count;
        if (!byDepot && (stock[type] ?? 0) < 0)
          throw new Error(`technician ${number} has no part ${type} left for request ${name}`);
      });
      go(request);
      time = Math.max(time, request.open);
      if (time > request.close + TOLERANCE) throw new Error(`request ${name} is served too late`);
      time += request.service;
    }
    go(technician);
    if (time > technician.close + TOLERANCE) throw new Error(`technician ${number} comes home too late`);
  }
  return { distance, served: served.size };
}
