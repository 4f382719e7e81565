/**
 * Calendar dates of Japan as `YYYY-MM-DD` text, so that no server time zone can move a day.
 * Japan has had no daylight saving since 1951: local time is always UTC+9.
 */
export type LocalDate = string;

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE;
const JAPAN_OFFSET_MS = 9 * 60 * MS_PER_MINUTE;

const asUtc = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** True for a date that exists: `2026-02-30` is refused, and the year 0000, which Postgres does not know. */
export function isLocalDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = asUtc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromUtc(asUtc(date) + days * MS_PER_DAY);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((asUtc(to) - asUtc(from)) / MS_PER_DAY);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: LocalDate): number => new Date(asUtc(date)).getUTCDay();

/** The date in Japan at an instant. */
export const localDateOf = (instant: Date): LocalDate => fromUtc(instant.getTime() + JAPAN_OFFSET_MS);

/** Minutes since midnight in Japan at an instant. */
export const minuteOfDay = (instant: Date): number =>
  Math.floor(((instant.getTime() + JAPAN_OFFSET_MS) % MS_PER_DAY) / MS_PER_MINUTE);

/** The instant at `minutes` after midnight in Japan of `date`. */
export const instantAt = (date: LocalDate, minutes: number): Date =>
  new Date(asUtc(date) - JAPAN_OFFSET_MS + minutes * MS_PER_MINUTE);

/** Minutes from midnight of `origin` to an instant (negative before it). */
export const minutesFrom = (origin: LocalDate, instant: Date): number =>
  Math.floor((instant.getTime() - instantAt(origin, 0).getTime()) / MS_PER_MINUTE);

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const [count, first] = [daysBetween(from, to) + 1, asUtc(from)];
  return Array.from({ length: Math.max(0, count) }, (_, i) => fromUtc(first + i * MS_PER_DAY));
}

/** The fiscal year (April to March) that a date belongs to. */
export const fiscalYearOf = (date: LocalDate): number =>
  Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

/** The Reiwa year of a fiscal year: 2026 → 8. */
export const reiwaOf = (fiscalYear: number): number => fiscalYear - 2018;
