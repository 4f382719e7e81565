import { dayOf, MINUTES_PER_DAY } from '../problem.js';

/** The half-day of a start; noon parts them, whatever hours a town's office keeps. */
export const halfDayOf = (start: number): string =>
  `${dayOf(start)} ${start % MINUTES_PER_DAY < MINUTES_PER_DAY / 2 ? 'AM' : 'PM'}`;
