import { groupBy, type Half, type LocalDate } from '@banso/kernel';

/** What lies on one day of one person at one town. */
export interface DayEntry {
  readonly date: LocalDate;
  readonly municipalityId: string;
  /** It took place; otherwise it is still to come. */
  readonly used: boolean;
  /** The halves that a visit takes; how many half-days (1 or 2) were recorded at a post. */
  readonly takes: readonly Half[] | 1 | 2;
}

/** Days, halves of them included. */
export interface DayCount {
  readonly usedDays: number;
  readonly plannedDays: number;
}

export interface CountedDays extends DayCount {
  /** By month, `YYYY-MM-01`; months without any are left out. */
  readonly months: readonly (DayCount & { readonly month: LocalDate })[];
  /** By town, most first. A day at two towns counts for each, so their sum may be more than the days of the year. */
  readonly towns: readonly (DayCount & { readonly municipalityId: string })[];
}

const FULL_DAY = 2;

/** Half-days of one date: what visits take and what was recorded at a post are the same day, of which the longer counts. */
function halvesOn(entries: readonly DayEntry[]): number {
  const visits = new Set(entries.flatMap(({ takes }) => (typeof takes === 'number' ? [] : takes)));
  const atPosts = entries.reduce((sum, { takes }) => sum + (typeof takes === 'number' ? takes : 0), 0);
  return Math.max(visits.size, Math.min(FULL_DAY, atPosts));
}

/** Planned is what a day will have more than it has: carrying a visit out moves it to used and changes no sum. */
export function countOf(entries: readonly DayEntry[]): DayCount {
  let [used, all] = [0, 0];
  for (const day of groupBy(entries, ({ date }) => date).values()) {
    used += halvesOn(day.filter((entry) => entry.used));
    all += halvesOn(day);
  }
  return { usedDays: used / FULL_DAY, plannedDays: (all - used) / FULL_DAY };
}

export function countDays(entries: readonly DayEntry[]): CountedDays {
  const months = groupBy(entries, ({ date }) => `${date.slice(0, 7)}-01`);
  const towns = groupBy(entries, ({ municipalityId }) => municipalityId);
  return {
    ...countOf(entries),
    months: [...months]
      .map(([month, own]) => ({ month, ...countOf(own) }))
      .sort((a, b) => a.month.localeCompare(b.month)),
    towns: [...towns]
      .map(([municipalityId, own]) => ({ municipalityId, ...countOf(own) }))
      .sort(
        (a, b) =>
          b.usedDays + b.plannedDays - a.usedDays - a.plannedDays ||
          a.municipalityId.localeCompare(b.municipalityId),
      ),
  };
}
