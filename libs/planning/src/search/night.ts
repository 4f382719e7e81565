import { fixedNightsOf } from '../fixed-nights.js';
import type { FixedVisit, Problem } from '../problem.js';

/** Where a specialist sleeps because of a visit. The search gives a visit one night at most. */
export const NIGHT = { none: 0, before: 1, after: 2, both: 3 } as const;

/** The nights of a visit as a number of `NIGHT`. */
export function nightOf(visit: { readonly nightBefore?: boolean; readonly nightAfter?: boolean }): number {
  return (visit.nightBefore === true ? NIGHT.before : 0) + (visit.nightAfter === true ? NIGHT.after : 0);
}

/** Where the days of each specialist begin and end before anything is planned. Cells are specialist × day. */
export interface HeldNights {
  /** By cell: the base, or the town of a fixed visit's night. */
  readonly dayFrom: Int32Array;
  readonly dayTo: Int32Array;
  /** By cell: 1 = a fixed visit keeps its specialist away that evening. */
  readonly held: Uint8Array;
  /** By specialist: 1 = the same on the evening before the first day. */
  readonly heldBefore: Uint8Array;
  /** Nights away because of fixed visits. */
  readonly heldNights: number;
}

/** Works out the nights that are settled already. */
export function heldNightsOf(
  problem: Problem,
  fixed: readonly FixedVisit[],
  base: Int32Array,
  placeIndex: ReadonlyMap<string, number>,
): HeldNights {
  const { days, specialists } = problem;
  const dayFrom = new Int32Array(specialists.length * days);
  for (let cell = 0; cell < dayFrom.length; cell += 1) dayFrom[cell] = base[Math.floor(cell / days)] ?? 0;
  const dayTo = dayFrom.slice();
  const held = new Uint8Array(dayFrom.length);
  const heldBefore = new Uint8Array(specialists.length);
  const nights = fixedNightsOf(problem, fixed);
  let heldNights = 0;
  specialists.forEach(({ id }, specialist) => {
    for (const [evening, town] of nights.get(id) ?? []) {
      const place = placeIndex.get(town) ?? 0;
      heldNights += 1;
      if (evening < 0) heldBefore[specialist] = 1;
      else {
        held[specialist * days + evening] = 1;
        dayTo[specialist * days + evening] = place;
      }
      if (evening + 1 < days) dayFrom[specialist * days + evening + 1] = place;
    }
  });
  return { dayFrom, dayTo, held, heldBefore, heldNights };
}
