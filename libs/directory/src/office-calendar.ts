import { addDays, datesBetween, type LocalDate, weekdayOf } from '@banso/kernel';
import calendar from '@holiday-jp/holiday_jp';

export type ClosureKind = 'WEEKEND' | 'HOLIDAY' | 'YEAR_END';

/** Why the offices are closed on a day. */
export interface Closure {
  readonly kind: ClosureKind;
  readonly name: string;
  readonly nameEn: string;
}

export interface ClosedDay extends Closure {
  readonly date: LocalDate;
}

/** Looked up by the text of the date: the library's own functions read the server's time zone. */
const HOLIDAYS: ReadonlyMap<LocalDate, Closure> = new Map(
  Object.entries(calendar.holidays).map(([date, day]) => [
    date,
    { kind: 'HOLIDAY', name: day.name, nameEn: day.name_en },
  ]),
);

const SUNDAY: Closure = { kind: 'WEEKEND', name: '日曜日', nameEn: 'Sunday' };
const SATURDAY: Closure = { kind: 'WEEKEND', name: '土曜日', nameEn: 'Saturday' };
const YEAR_END: Closure = { kind: 'YEAR_END', name: '年末年始の閉庁日', nameEn: 'Year-end closure' };

/** 地方自治法 4条の2: Saturdays, Sundays, holidays and the days around New Year that each body's ordinance names. */
const isYearEnd = (date: LocalDate): boolean => date.slice(5) >= '12-29' || date.slice(5) <= '01-03';

export function closureOf(date: LocalDate): Closure | null {
  const holiday = HOLIDAYS.get(date);
  if (holiday) return holiday;
  if (isYearEnd(date)) return YEAR_END;
  const weekday = weekdayOf(date);
  if (weekday === 0) return SUNDAY;
  return weekday === 6 ? SATURDAY : null;
}

export const isWorkingDay = (date: LocalDate): boolean => closureOf(date) === null;

/** Every closed day from `from` to `to`, both included. */
export function closuresBetween(from: LocalDate, to: LocalDate): ClosedDay[] {
  return datesBetween(from, to).flatMap((date) => {
    const closure = closureOf(date);
    return closure ? [{ date, ...closure }] : [];
  });
}

/** The n-th working day after `date`; for n = 0 the date itself, or the next day the offices are open. */
export function addWorkingDays(date: LocalDate, n: number): LocalDate {
  let day = date;
  if (n === 0) while (!isWorkingDay(day)) day = addDays(day, 1);
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
