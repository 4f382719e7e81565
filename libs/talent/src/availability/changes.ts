import { type DayPart, type Half, type LocalDate, WEEKLY_HALVES, type WeeklyHalf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { DayOff } from '../day-off.entity.js';
import { Specialist } from '../specialist.entity.js';
import { HALVES_IN_ORDER, type PartOfDay } from '../working-halves.js';
import { AvailableDay } from './available-day.entity.js';
import { halfDaysBetween, partOf, type PersonTimes, timesOfPeople } from './times.queries.js';
import { FROM_THE_BEGINNING, WeeklyPattern } from './weekly-pattern.entity.js';

/** How a day shall be: each half possible or not. */
export interface DayWish {
  readonly date: LocalDate;
  readonly am: boolean;
  readonly pm: boolean;
}

/** What is written down so that a day is as wished. */
interface DayRows {
  readonly off: DayPart | null;
  readonly open: DayPart | null;
}

/** Only what the pattern and the rules do not say already: a day off, or a half that is possible after all. */
export function rowsFor(times: PersonTimes, { date, am, pm }: DayWish): DayRows {
  const wished: Readonly<Record<Half, boolean>> = { AM: am, PM: pm };
  const without = { ...times, daysOff: [], opened: [] };
  const halves = halfDaysBetween(without, { from: date, to: date });
  const those = (states: readonly string[], possible: boolean): DayPart | null => {
    const found = halves.filter(({ half, state }) => wished[half] === possible && states.includes(state));
    return found.length === 0 ? null : partOf(found.map(({ half }) => half));
  };
  return {
    // A rule may be ended: what was said of this day holds all the same.
    off: those(['WORKS', 'RULE'], false),
    open: those(['RULE', 'OUTSIDE_PATTERN'], true),
  };
}

/** When somebody would work if the days were as wished. */
export function withDays(times: PersonTimes, wishes: readonly DayWish[]): PersonTimes {
  const dates = new Set(wishes.map(({ date }) => date));
  const others = <Day extends PartOfDay>(days: readonly Day[]): Day[] =>
    days.filter(({ date }) => !dates.has(date));
  const rows = wishes.map((wish) => ({ date: wish.date, ...rowsFor(times, wish) }));
  return {
    ...times,
    daysOff: [
      ...others(times.daysOff),
      ...rows.flatMap(({ date, off }) => (off ? [{ date, part: off, reason: null, ruleId: null }] : [])),
    ],
    opened: [...others(times.opened), ...rows.flatMap(({ date, open }) => (open ? [{ date, part: open }] : []))],
  };
}

/** When somebody would work if a weekly pattern held from a day on, until the next that is known already. */
export const withPattern = (times: PersonTimes, validFrom: LocalDate, weekly: readonly WeeklyHalf[]): PersonTimes => ({
  ...times,
  patterns: [...times.patterns.filter((one) => one.validFrom !== validFrom), { validFrom, weekly }].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : 1,
  ),
});

/**
 * Makes days as they are wished, of a specialist that the caller has taken; what is so already is left alone. Without a
 * `reason` (undefined) the one that stands there stays.
 */
export async function putDays(
  tx: Tx,
  specialist: Specialist,
  wishes: readonly DayWish[],
  reason?: string | null,
): Promise<void> {
  const dates = wishes.map(({ date }) => date).sort();
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  const times = (await timesOfPeople(tx, [specialist], { from, to }))(specialist);
  for (const wish of wishes) {
    const day = { specialistId: specialist.id, date: wish.date };
    const { off, open } = rowsFor(times, wish);
    const known = times.daysOff.filter(({ date }) => date === wish.date);
    const why = reason === undefined ? (known.find((one) => one.reason)?.reason ?? null) : reason;
    const opened = times.opened.filter(({ date }) => date === wish.date);
    if (!isJust(known, off) || known.some((one) => one.reason !== why)) {
      await tx.delete(DayOff, day);
      if (off) await tx.insert(DayOff, DayOff.of(specialist, { date: wish.date, part: off, reason: why }));
    }
    if (!isJust(opened, open)) {
      await tx.delete(AvailableDay, day);
      if (open) await tx.insert(AvailableDay, AvailableDay.of(specialist, { date: wish.date, part: open }));
    }
  }
}

const isJust = (parts: readonly PartOfDay[], part: DayPart | null): boolean =>
  part === null ? parts.length === 0 : parts.length === 1 && parts[0]?.part === part;

/**
 * A weekly pattern from a day on; the one of the same day is replaced, those before it and what they made of the past
 * stay. The specialist was taken by the caller.
 */
export async function putPattern(
  tx: Tx,
  specialist: Specialist,
  { validFrom, weekly, today }: { validFrom: LocalDate; weekly: readonly WeeklyHalf[]; today: LocalDate },
): Promise<void> {
  const known = await tx.findBy(WeeklyPattern, { specialistId: specialist.id });
  if (known.length === 0)
    await tx.insert(WeeklyPattern, WeeklyPattern.of(specialist, FROM_THE_BEGINNING, specialist.weekly));
  const same = known.find((one) => one.validFrom === validFrom);
  const halves = WEEKLY_HALVES.filter((half) => weekly.includes(half));
  if (same) await tx.update(WeeklyPattern, { id: same.id }, { weekly: halves });
  else await tx.insert(WeeklyPattern, WeeklyPattern.of(specialist, validFrom, halves));
  if (validFrom > today) return;
  specialist.weekly = halves;
  await tx.update(Specialist, { id: specialist.id }, { weekly: halves });
}

/** The halves of some days that are possible, as wishes for the whole day. */
export function keeping(
  times: PersonTimes,
  halves: readonly { readonly date: LocalDate; readonly half: Half }[],
): DayWish[] {
  return [...new Set(halves.map(({ date }) => date))].sort().map((date) => {
    const works = halfDaysBetween(times, { from: date, to: date });
    const possible = (half: Half): boolean =>
      halves.some((one) => one.date === date && one.half === half) ||
      works.some((one) => one.half === half && one.state === 'WORKS');
    const [am, pm] = HALVES_IN_ORDER.map(possible);
    return { date, am: am === true, pm: pm === true };
  });
}
