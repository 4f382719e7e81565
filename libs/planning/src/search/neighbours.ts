import { Focus } from './focus.js';
import { leastWaiting } from './least-waiting.js';
import { NOWHERE, UNKNOWN, type Ground } from './ground.js';

/** Minutes that an unknown way counts as when looking for neighbours. */
const FAR_AWAY = 600;
/** Nearest towns kept per town. */
const MOST_TOWNS = 24;

/** Which visits are asked for where: made once for a whole search. */
export interface Neighbours {
  /** For each place, the towns with visits, nearest first. */
  readonly towns: readonly Int32Array[];
  /** Units by place. */
  readonly units: readonly Int32Array[];
  /** What is drawn from at the moment: the one thing here that changes. */
  readonly focus: Focus;
  /** By unit: points of waiting that cannot be avoided. */
  readonly leastWaiting: Float64Array;
}

export function neighboursOf(ground: Ground): Neighbours {
  const { placeCount, travel, jobs } = ground;
  const byPlace: number[][] = Array.from({ length: placeCount }, () => []);
  for (const job of jobs) {
    if (job.town !== NOWHERE) byPlace[job.town]?.push(...job.units.map(({ index }) => index));
  }
  const asked = byPlace.flatMap((units, place) => (units.length > 0 ? [place] : []));
  const towns = byPlace.map((units, from) => {
    if (units.length === 0) return new Int32Array();
    const apart = (to: number): number => {
      const minutes = travel[from * placeCount + to] ?? UNKNOWN;
      return minutes === UNKNOWN ? FAR_AWAY : minutes;
    };
    const near = [...asked].sort((a, b) => apart(a) - apart(b) || a - b);
    return Int32Array.from(near.slice(0, MOST_TOWNS));
  });
  return {
    towns,
    units: byPlace.map((units) => Int32Array.from(units)),
    focus: new Focus(ground),
    leastWaiting: leastWaiting(ground),
  };
}
