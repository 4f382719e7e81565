import { type Half, type LocalDate, localDateOf } from '@banso/kernel';
import { halfDaysBetween, HALVES_IN_ORDER, type PersonTimes } from '@banso/talent';
import { dutyHours, minuteOf } from '../planning-calendar.js';
import type { Visit } from '../visit.entity.js';

/** A half-day of one date. */
export interface HalfOfDay {
  readonly date: LocalDate;
  readonly half: Half;
}

type Occupied = Pick<Visit, 'startsAt' | 'endsAt' | 'busyFrom' | 'travelAfterMinutes'>;

/** The half-days that a visit takes of whoever makes it; the way there and home belongs to it. */
export function halvesTaken({ startsAt, endsAt, busyFrom, travelAfterMinutes }: Occupied): HalfOfDay[] {
  const date = localDateOf(startsAt);
  const day = { from: date, to: date };
  const from = Math.min(minuteOf(day, startsAt), minuteOf(day, busyFrom));
  const to = minuteOf(day, endsAt) + travelAfterMinutes;
  return HALVES_IN_ORDER.filter((half) => {
    const hours = dutyHours(day, date, half);
    return from < hours.end && hours.start < to;
  }).map((half) => ({ date, half }));
}

/** A visit that stands where somebody would not work any more, and in which half-days. */
export interface Hit {
  readonly visit: Visit;
  readonly halves: readonly HalfOfDay[];
}

/** The visits that a change hits: half-days of theirs were worked before it and are not after it. */
export function hitsBetween(visits: readonly Visit[], before: PersonTimes, after: PersonTimes): Hit[] {
  return visits.flatMap((visit) => {
    const halves = halvesTaken(visit).filter((half) => works(before, half) && !works(after, half));
    return halves.length > 0 ? [{ visit, halves }] : [];
  });
}

export const works = (times: PersonTimes, { date, half }: HalfOfDay): boolean =>
  halfDaysBetween(times, { from: date, to: date }).some((one) => one.half === half && one.state === 'WORKS');
