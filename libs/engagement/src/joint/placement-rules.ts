import type { LocalDate, WeeklyHalf } from '@banso/kernel';

interface Term {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

export interface PlacedHalves extends Term {
  readonly id: string;
  readonly weekly: readonly WeeklyHalf[];
}

const overlap = (a: Term, b: Term): boolean => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;

export const covers = (whole: Term, part: Term): boolean =>
  whole.startsOn <= part.startsOn && part.endsOn <= whole.endsOn;

/** The half-days that two placements of one person would both take. */
export function sharedHalves(a: Omit<PlacedHalves, 'id'>, b: Omit<PlacedHalves, 'id'>): WeeklyHalf[] {
  return overlap(a, b) ? a.weekly.filter((half) => b.weekly.includes(half)) : [];
}

/** The half-days that the person does not work. */
export const outsidePattern = (weekly: readonly WeeklyHalf[], pattern: readonly WeeklyHalf[]): WeeklyHalf[] =>
  weekly.filter((half) => !pattern.includes(half));
