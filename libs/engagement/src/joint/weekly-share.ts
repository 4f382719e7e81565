import type { WeeklyHalf } from '@banso/kernel';

const WHOLE = 100;

interface Weekly {
  readonly id: string;
  readonly weekly: readonly WeeklyHalf[];
}

/**
 * Which part of a person's placed week belongs to each placement, in whole percent. What is left when the half-days do
 * not divide goes, one percent each, to the largest fractions, and among equals to whoever stands first: the sum is 100,
 * or 0 where no half-day is placed.
 */
export function weeklyShares(placements: readonly Weekly[]): Map<string, number> {
  const total = placements.reduce((sum, { weekly }) => sum + weekly.length, 0);
  if (total === 0) return new Map(placements.map(({ id }) => [id, 0]));
  const shares = placements.map(({ id, weekly }, order) => ({
    id,
    order,
    percent: Math.floor((weekly.length * WHOLE) / total),
    fraction: (weekly.length * WHOLE) % total,
  }));
  const left = WHOLE - shares.reduce((sum, { percent }) => sum + percent, 0);
  const first = [...shares]
    .sort((a, b) => b.fraction - a.fraction || a.order - b.order)
    .slice(0, left)
    .map(({ id }) => id);
  return new Map(shares.map(({ id, percent }) => [id, percent + (first.includes(id) ? 1 : 0)]));
}
