import { nightsOf, type FixedVisit, type Problem } from './problem.js';

/** By specialist and evening: the town in which a visit that never moves has them sleep. */
export type FixedNights = ReadonlyMap<string, ReadonlyMap<number, string>>;

/**
 * Nights that fixed visits ask for, from the evening before the horizon to its last one. A night at the base
 * is none, and of two towns for one evening the first counts: fixed visits are facts, not faults.
 */
export function fixedNightsOf(
  { days, specialists, places }: Problem,
  fixed: readonly FixedVisit[],
): FixedNights {
  const nights = new Map<string, Map<number, string>>();
  const away = fixed.filter((visit) => nightsOf(visit).length > 0);
  if (away.length === 0) return nights;
  const bases = new Map(specialists.map(({ id, base }) => [id, base]));
  const known = new Set(places);
  for (const visit of away) {
    const { specialistId, place } = visit;
    const base = bases.get(specialistId);
    if (base === undefined || place === null || place === base || !known.has(place)) continue;
    const evenings = nights.get(specialistId) ?? new Map<number, string>();
    for (const evening of nightsOf(visit)) {
      if (evening >= -1 && evening < days && !evenings.has(evening)) evenings.set(evening, place);
    }
    nights.set(specialistId, evenings);
  }
  return nights;
}
