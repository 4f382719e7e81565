import {
  coversHalf,
  type DayPart,
  type Half,
  type LocalDate,
  WEEKDAYS,
  type WeeklyHalf,
  weekdayOf,
} from '@banso/kernel';

/** A half-day on which somebody works. */
export interface WorkingHalf {
  readonly date: LocalDate;
  readonly half: Half;
}

export interface WorkingTimes {
  /** The weekly pattern. */
  readonly weekly: readonly WeeklyHalf[];
  readonly dates: readonly LocalDate[];
  /** Of this person. */
  readonly daysOff: readonly { readonly date: LocalDate; readonly part: DayPart }[];
  /** Days on which the offices are closed. */
  readonly closures: readonly { readonly date: LocalDate }[];
}

const HALVES_IN_ORDER = ['AM', 'PM'] as const satisfies readonly Half[];

/** When somebody works on the dates given: the weekly pattern, less closures and days off. */
export function workingHalves({ weekly, dates, daysOff, closures }: WorkingTimes): WorkingHalf[] {
  const pattern = new Set(weekly);
  const closed = new Set(closures.map((day) => day.date));
  const away = (date: LocalDate, half: Half) =>
    daysOff.some((day) => day.date === date && coversHalf(day.part, half));
  return dates.flatMap((date) => {
    const weekday = WEEKDAYS[weekdayOf(date)];
    if (!weekday || closed.has(date)) return [];
    return HALVES_IN_ORDER.filter((half) => pattern.has(`${weekday}_${half}`) && !away(date, half)).map(
      (half) => ({
        date,
        half,
      }),
    );
  });
}
