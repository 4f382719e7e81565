/** A town with its place in a round. */
export interface OrderedTown {
  readonly municipalityId: string;
  /** Towns of one tour are seen one after the other, counted from 1. */
  readonly tour: number;
  /** When its ferries go. */
  readonly ferryNote: string | null;
}

export interface TownToVisit {
  readonly municipalityId: string;
  /** Reached by ferry or air only. */
  readonly isIsland: boolean;
}

/** Towns of one tour lie this near to its farthest, in minutes; a tour has at most so many. */
const NEAR_MINUTES = 75;
const TOWNS_OF_A_TOUR = 4;

/** Nobody knows the way: farther than anything. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/**
 * A round through every town: the farthest from the prefectural office first, with the towns around it, so that nobody
 * travels far for one of them alone. An island is a tour of its own, for its ferries set the hours.
 * `minutes[a][b]` between places; the office is the first place and `towns[i]` the place `i + 1`.
 */
export function roundOrder(
  towns: readonly TownToVisit[],
  minutes: readonly (readonly (number | null)[])[],
): OrderedTown[] {
  const way = (from: number, to: number): number => minutes[from]?.[to] ?? UNKNOWN;
  const nearest = (from: number) => (a: number, b: number) => way(from, a) - way(from, b) || a - b;
  const places = towns.map((town, i) => ({ ...town, place: i + 1 }));
  const islands = places.filter(({ isIsland }) => isIsland).map(({ place }) => [place]);
  const rest = new Set(places.filter(({ isIsland }) => !isIsland).map(({ place }) => place));
  const tours: number[][] = [];
  while (rest.size > 0) {
    const [farthest = 0] = [...rest].sort((a, b) => nearest(0)(b, a));
    rest.delete(farthest);
    const around = [...rest]
      .filter((place) => way(farthest, place) <= NEAR_MINUTES)
      .sort(nearest(farthest))
      .slice(0, TOWNS_OF_A_TOUR - 1);
    for (const place of around) rest.delete(place);
    tours.push([farthest, ...around]);
  }
  return [...tours, ...islands].flatMap((tour, index) =>
    tour.map((place) => ({
      municipalityId: towns[place - 1]?.municipalityId ?? '',
      tour: index + 1,
      ferryNote: null,
    })),
  );
}

/** How far a round has come. */
export interface RoundCoverage {
  readonly visited: number;
  readonly total: number;
  /** Towns that nobody has been to yet. */
  readonly missing: readonly string[];
}

export function coverageOf(
  stops: readonly { readonly municipalityId: string; readonly isVisited: boolean }[],
): RoundCoverage {
  const missing = stops.filter(({ isVisited }) => !isVisited).map(({ municipalityId }) => municipalityId);
  return { visited: stops.length - missing.length, total: stops.length, missing };
}
