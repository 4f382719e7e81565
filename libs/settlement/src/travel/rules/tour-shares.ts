import { apportion } from '../../reckoning/apportion.js';
import { sumOf, type Reckoned } from './travel-rule.js';

/** How a tour is divided between its visits: each alike, or by half-days. */
export const TOUR_SHARES = ['VISITS', 'HALF_DAYS'] as const;
export type TourShare = (typeof TOUR_SHARES)[number];

/** A visit of a tour: its weight, and the version of the rule of whoever pays for it. */
export interface TourVisit {
  readonly visitId: string;
  readonly halfDays: number;
  readonly ruleVersionId: string;
}

export interface VisitShare {
  readonly visitId: string;
  readonly yen: number;
  readonly weight: number;
  readonly weightSum: number;
}

/**
 * What each visit's payer bears of a tour. Every payer's own rule reckons the whole way once, and the payer bears its
 * visits' part of that; under one rule the parts add up to what it reckons. What cannot be divided goes to the first.
 */
export function tourShares(
  visits: readonly TourVisit[],
  by: TourShare,
  reckoned: ReadonlyMap<string, Reckoned>,
): VisitShare[] {
  const [first] = visits;
  if (!first) return [];
  const weights = visits.map(({ visitId, halfDays }) => ({
    partyId: visitId,
    weight: by === 'VISITS' ? 1 : halfDays,
  }));
  const weightSum = weights.reduce((sum, { weight }) => sum + weight, 0);
  const partsBy = new Map(
    [...reckoned].map(([version, { lines }]) => [version, apportion(sumOf(lines), weights, first.visitId)]),
  );
  return visits.map(({ visitId, ruleVersionId }, i) => ({
    visitId,
    yen: partsBy.get(ruleVersionId)?.[i]?.yen ?? 0,
    weight: weights[i]?.weight ?? 0,
    weightSum,
  }));
}
