import type { Tour, TourProblem } from '../../src/tours/tour-problem.js';
import type { PvrpInstance } from './read-pvrp.js';

/** Units of the search in one unit of the file; published values are sums of exact distances. */
const THOUSANDTHS = 1000;
const NO_LIMIT = 1 << 28;

/** The instance as a problem of tours, and the way back to days and customer numbers. */
export function pvrpTours(instance: PvrpInstance): {
  readonly problem: TourProblem;
  readonly routesOf: (tours: readonly Tour[]) => readonly PvrpRoute[];
} {
  const { customers, days, depot } = instance;
  const visits = customers.flatMap((customer) => Array.from({ length: customer.frequency }, () => customer));
  const points = [...visits, depot];
  const places = points.length;
  const distance = new Int32Array(places * places);
  const duration = new Int32Array(places * places);
  points.forEach((from, row) =>
    points.forEach((to, column) => {
      const exact = THOUSANDTHS * Math.hypot(from.x - to.x, from.y - to.y);
      distance[row * places + column] = Math.round(exact);
      duration[row * places + column] = Math.ceil(exact);
    }),
  );
  let first = 0;
  const groups = customers.map(({ frequency, combinations }) => {
    const stops = Array.from({ length: frequency }, (_, index) => first + index);
    first += frequency;
    return { stops, patterns: combinations };
  });
  const problem: TourProblem = {
    stops: visits.length,
    places,
    distance,
    duration,
    service: Int32Array.from(visits, ({ service }) => Math.ceil(service * THOUSANDTHS)),
    earliest: new Int32Array(visits.length),
    latest: new Int32Array(visits.length).fill(NO_LIMIT),
    loads: [Int32Array.from(visits, ({ demand }) => demand)],
    kinds: Array.from({ length: days }, (_, day) => ({
      count: instance.vehicles,
      start: places - 1,
      end: places - 1,
      open: 0,
      close: (instance.longest[day] ?? 0) === 0 ? NO_LIMIT : (instance.longest[day] ?? 0) * THOUSANDTHS,
      capacity: [instance.capacity[day] ?? 0],
      day,
    })),
    groups,
  };
  const routesOf = (tours: readonly Tour[]): readonly PvrpRoute[] =>
    tours.map(({ kind, stops }) => ({
      day: kind,
      customers: stops.map((stop) => visits[stop]?.number ?? 0),
    }));
  return { problem, routesOf };
}

/** A route on a day, counted from 0, by the numbers of the file. */
export interface PvrpRoute {
  readonly day: number;
  readonly customers: readonly number[];
}
