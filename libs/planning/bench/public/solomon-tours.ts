import type { TourProblem } from '../../src/tours/tour-problem.js';
import type { SolomonInstance } from './read-solomon.js';

/** Units of the search in one unit of the file: the DIMACS convention truncates distances to one decimal. */
export const TENTHS = 10;

/** The instance as a problem of tours: customer i of the file is stop i - 1, the depot comes last. */
export function toursOfSolomon({ customers, vehicles, capacity }: SolomonInstance): TourProblem {
  const [depot, ...rest] = customers;
  if (!depot) throw new Error('an instance needs a depot');
  const points = [...rest, depot];
  const places = points.length;
  const distance = new Int32Array(places * places);
  points.forEach((from, row) =>
    points.forEach((to, column) => {
      // Math.hypot falls below whole numbers now and then: 100.99… for 20 and 99. The square root does not.
      const square = (from.x - to.x) ** 2 + (from.y - to.y) ** 2;
      distance[row * places + column] = Math.floor(TENTHS * Math.sqrt(square));
    }),
  );
  const base = places - 1;
  return {
    stops: rest.length,
    places,
    distance,
    duration: distance,
    service: Int32Array.from(rest, ({ service }) => service * TENTHS),
    earliest: Int32Array.from(rest, ({ ready }) => ready * TENTHS),
    latest: Int32Array.from(rest, ({ due }) => due * TENTHS),
    loads: [Int32Array.from(rest, ({ demand }) => demand)],
    kinds: [
      {
        count: vehicles,
        start: base,
        end: base,
        open: depot.ready * TENTHS,
        close: depot.due * TENTHS,
        capacity: [capacity],
      },
    ],
  };
}
