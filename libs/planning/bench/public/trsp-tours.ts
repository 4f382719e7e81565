import type { Tour, TourProblem, VehicleKind } from '../../src/tours/tour-problem.js';
import type { TrspInstance, TrspRow } from './read-trsp.js';

/** Units of the search in one unit of the file. */
const THOUSANDTHS = 1000;

/** What of the problem is modelled; to be printed with the figures. */
export const TRSP_MODEL =
  'travel distance (waiting is free); skills, tools and parts are hard; tools and parts are fetched at the depot before the first request or not at all';

/** A technician's route. */
export interface TrspRoute {
  readonly technician: number;
  /** Passes the depot first, which gives every tool and any number of parts. */
  readonly byDepot: boolean;
  readonly requests: readonly number[];
}

/**
 * Each technician is two kinds of vehicle that exclude each other: straight from home with what is on board,
 * or by the depot. The way by the depot is a base of its own in the matrix.
 */
export function trspTours(instance: TrspInstance): {
  readonly problem: TourProblem;
  readonly routesOf: (tours: readonly Tour[]) => readonly TrspRoute[];
} {
  const { depot, technicians, requests } = instance;
  const stops = requests.length;
  const crew = technicians.length;
  const points = [...requests, ...technicians, ...technicians];
  const places = points.length;
  const distance = new Int32Array(places * places);
  points.forEach((from, row) =>
    points.forEach((to, column) => {
      const isByDepot = row >= stops + crew;
      const exact = isByDepot ? away(from, depot) + away(depot, to) : away(from, to);
      distance[row * places + column] = Math.ceil(THOUSANDTHS * exact);
    }),
  );
  const kinds = technicians.flatMap((technician, index): VehicleKind[] => {
    const common = {
      count: 1,
      end: stops + index,
      open: technician.open * THOUSANDTHS,
      close: technician.close * THOUSANDTHS,
      pool: index,
    };
    const plenty = technician.parts.map((_, type) => sum(requests.map(({ parts }) => parts[type] ?? 0)));
    return [
      { ...common, start: stops + index, capacity: technician.parts },
      { ...common, start: stops + crew + index, capacity: plenty },
    ];
  });
  const allowed = new Uint8Array(stops * kinds.length);
  requests.forEach((request, stop) =>
    technicians.forEach((technician, index) => {
      const isSkilled = request.skills.every((skill) => technician.skills.includes(skill));
      const isEquipped = request.tools.every((tool) => technician.tools.includes(tool));
      allowed[stop * kinds.length + 2 * index] = isSkilled && isEquipped ? 1 : 0;
      allowed[stop * kinds.length + 2 * index + 1] = isSkilled ? 1 : 0;
    }),
  );
  const problem: TourProblem = {
    stops,
    places,
    distance,
    duration: distance,
    service: Int32Array.from(requests, ({ service }) => Math.ceil(service * THOUSANDTHS)),
    earliest: Int32Array.from(requests, ({ open }) => Math.ceil(open * THOUSANDTHS)),
    latest: Int32Array.from(requests, ({ close }) => Math.floor(close * THOUSANDTHS)),
    loads: depotTypes(instance).map((type) => Int32Array.from(requests, ({ parts }) => parts[type] ?? 0)),
    kinds,
    allowed,
  };
  const routesOf = (tours: readonly Tour[]): readonly TrspRoute[] =>
    tours.map(({ kind, stops: stopsOfTour }) => ({
      technician: technicians[kind >> 1]?.number ?? 0,
      byDepot: (kind & 1) === 1,
      requests: stopsOfTour.map((stop) => requests[stop]?.number ?? 0),
    }));
  return { problem, routesOf };
}

function depotTypes({ technicians }: TrspInstance): readonly number[] {
  return technicians[0]?.parts.map((_, type) => type) ?? [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function away(one: Pick<TrspRow, 'x' | 'y'>, two: Pick<TrspRow, 'x' | 'y'>): number {
  return Math.hypot(one.x - two.x, one.y - two.y);
}
