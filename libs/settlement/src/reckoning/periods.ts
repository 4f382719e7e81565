import { addDays, daysBetween, fiscalYearOf, type LocalDate } from '@banso/kernel';

/** From the first to the last day, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;

export const nextMonth = (date: LocalDate): LocalDate => firstOfMonth(addDays(firstOfMonth(date), 31));

export const lastOfMonth = (date: LocalDate): LocalDate => addDays(nextMonth(date), -1);

export const fiscalYear = (year: number): Period => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` });

export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1;

export const within = (date: LocalDate, { from, to }: Period): boolean => from <= date && date <= to;

/** Where two periods meet; null when they do not. */
export function meetingOf(a: Period, b: Period): Period | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** The period cut where a month ends, and where terms change. A fiscal year ends with a month. */
export function slicesOf(period: Period, changes: readonly LocalDate[]): Period[] {
  const slices: Period[] = [];
  for (let from = period.from; from <= period.to;) {
    const ends = [
      lastOfMonth(from),
      period.to,
      ...changes.filter((day) => day > from).map((day) => addDays(day, -1)),
    ];
    const to = ends.reduce((first, end) => (end < first ? end : first));
    slices.push({ from, to });
    from = addDays(to, 1);
  }
  return slices;
}

/** The parts of a term by fiscal year (April to March). */
export function fiscalYearsOf(term: Period): { readonly fiscalYear: number; readonly period: Period }[] {
  const first = fiscalYearOf(term.from);
  return Array.from({ length: fiscalYearOf(term.to) - first + 1 }, (_, i) => first + i).flatMap((year) => {
    const period = meetingOf(term, fiscalYear(year));
    return period ? [{ fiscalYear: year, period }] : [];
  });
}

/**
 * The part of an amount for a whole month or year that falls on a slice of it, by calendar days. Rounded down over the
 * days up to each end, so that the slices of a whole always add up to its amount.
 */
export function proRata(yen: number, whole: Period, slice: Period): number {
  const upTo = (days: number): number => Number((BigInt(yen) * BigInt(days)) / BigInt(daysIn(whole)));
  return upTo(daysBetween(whole.from, slice.to) + 1) - upTo(daysBetween(whole.from, slice.from));
}
