import { MINUTES_PER_DAY, type Interval } from '../../src/problem.js';

/** Months by their first day of the horizon: it begins on Monday, 10 May 2027. */
const MONTHS = [0, 22, 52, 83, 114];

/** Days of the horizon that are public holidays: Marine Day. */
const HOLIDAYS: readonly number[] = [70];

export const MORNING: Interval = { start: 540, end: 720 };
export const AFTERNOON: Interval = { start: 780, end: 1020 };

/** Month index by day. */
export function monthsOf(days: number): readonly number[] {
  return Array.from({ length: days }, (_, day) => MONTHS.filter((first) => first <= day).length - 1);
}

/** Whether offices are open on a day: Monday to Friday, no holiday. */
export function isWorkday(day: number): boolean {
  return day % 7 < 5 && !HOLIDAYS.includes(day);
}

/** A stretch of the day on a day of the horizon. */
export function on(day: number, span: Interval): Interval {
  return { start: day * MINUTES_PER_DAY + span.start, end: day * MINUTES_PER_DAY + span.end };
}
