import {
  addDays,
  datesBetween,
  daysBetween,
  type Half,
  HALVES,
  instantAt,
  type LocalDate,
  MINUTES_PER_DAY,
  minutesFrom,
  weekdayOf,
} from '@banso/kernel';
import { addWorkingDays, closuresBetween } from '@banso/directory';
import type { Interval } from '@banso/planning';
import { workingHalves, type WorkingTimes } from '@banso/talent';

/** The days that a run plans, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Minutes of the planner count from midnight of the first day of the period. */
export const minuteOf = (period: Period, instant: Date): number => minutesFrom(period.from, instant);
export const instantOf = (period: Period, minute: number): Date => instantAt(period.from, minute);
const dayIndexOf = (period: Period, date: LocalDate): number => daysBetween(period.from, date);
const midnightOf = (period: Period, date: LocalDate): number => dayIndexOf(period, date) * MINUTES_PER_DAY;

/** First minute of a day that may lie outside the period. */
export const startOfDay = midnightOf;
/** The minute at which a day is over. */
export const endOfDay = (period: Period, date: LocalDate): number =>
  midnightOf(period, date) + MINUTES_PER_DAY;

/** A half-day of the towns' offices. */
export const halfOf = (period: Period, date: LocalDate, half: Half): Interval =>
  shifted(HALVES[half], midnightOf(period, date));

const shifted = ({ start, end }: Interval, by: number): Interval => ({ start: start + by, end: end + by });

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/**
 * When a specialist is on duty in a half-day. Wider than the hours of the towns' offices: the usual public
 * service day runs from 8:30 to 17:15, and the way to a town and back lies within it.
 */
const DUTY: Readonly<Record<Half, Interval>> = {
  AM: { start: 510, end: 720 },
  PM: { start: 780, end: 1035 },
};

/** The hours of a half-day on which somebody is on duty. */
export const dutyHours = (period: Period, date: LocalDate, half: Half): Interval =>
  shifted(DUTY[half], midnightOf(period, date));

/** Months count from that of the first day. */
export const monthIndexOf = (period: Period, date: LocalDate): number =>
  monthNumber(date) - monthNumber(period.from);

/** The whole months that the period touches. */
export function monthsAround({ from, to }: Period): Period {
  const [year = 0, month = 0] = to.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { from: `${from.slice(0, 7)}-01`, to: last };
}

/** Weeks begin on Monday; the first one may be short. */
function weekOfDay(period: Period): number[] {
  const daysSinceMonday = (weekdayOf(period.from) + 6) % 7;
  return datesBetween(period.from, period.to).map((_, day) => Math.floor((day + daysSinceMonday) / 7));
}

/** The first day on which published visits may move, when so many working days after today are frozen. */
export function firstFreeDay(today: LocalDate, frozenWorkingDays: number): LocalDate {
  const lastFrozen = frozenWorkingDays === 0 ? today : addWorkingDays(today, frozenWorkingDays);
  return addDays(lastFrozen, 1);
}

/** The days of some stretches that lie in the period. */
export function daysIn(
  period: Period,
  stretches: readonly { readonly from: LocalDate; readonly to: LocalDate }[],
): number[] {
  return datesBetween(period.from, period.to).flatMap((date, day) =>
    stretches.some(({ from, to }) => from <= date && date <= to) ? [day] : [],
  );
}

export interface PlanningDays {
  readonly days: number;
  readonly weekOfDay: readonly number[];
  readonly monthOfDay: readonly number[];
  readonly closedDays: readonly number[];
  readonly officeHours: readonly Interval[];
}

/** Days, months and closures of a period. */
export function planningDays(period: Period): PlanningDays {
  const dates = datesBetween(period.from, period.to);
  return {
    days: dates.length,
    weekOfDay: weekOfDay(period),
    monthOfDay: dates.map((date) => monthIndexOf(period, date)),
    closedDays: closuresBetween(period.from, period.to).map(({ date }) => dayIndexOf(period, date)),
    officeHours: [HALVES.AM, HALVES.PM],
  };
}

/** The hours of the half-days on which somebody works. */
export function windowsOf(period: Period, times: Omit<WorkingTimes, 'dates' | 'closures'>): Interval[] {
  const dates = datesBetween(period.from, period.to);
  const closures = closuresBetween(period.from, period.to);
  return workingHalves({ ...times, dates, closures }).map(({ date, half }) => dutyHours(period, date, half));
}
