import {
  coversHalf,
  type DayPart,
  type Half,
  type LocalDate,
  WEEKLY_HALVES,
  type WeeklyHalf,
} from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { DayOff } from '../day-off.entity.js';
import { Specialist } from '../specialist.entity.js';
import { type HalfState, HALVES_IN_ORDER, type PartOfDay } from '../working-halves.js';
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
  const stands = (half: Half, ...states: readonly HalfState[]): boolean =>
    halves.some((one) => one.half === half && states.includes(one.state));
  return {
    // A rule may be ended: what was said of this day holds all the same.
    off: those((half) => !wished[half] && stands(half, 'WORKS', 'RULE')),
    open: those((half) => wished[half] && stands(half, 'RULE', 'OUTSIDE_PATTERN')),
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
    opened: [
      ...others(times.opened),
      ...rows.flatMap(({ date, open }) => (open ? [{ date, part: open }] : [])),
    ],
  };
}

/** When somebody would work if a weekly pattern held from a day on, until the next that is known already. */
export const withPattern = (
  times: PersonTimes,
  validFrom: LocalDate,
  weekly: readonly WeeklyHalf[],
): PersonTimes => ({
  ...times,
  patterns: [...times.patterns.filter((one) => one.validFrom !== validFrom), { validFrom, weekly }].sort(
    (a, b) => (a.validFrom < b.validFrom ? -1 : 1),
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
  const times = await timesAround(tx, specialist, wishes);
  for (const wish of wishes)
    await putRows(tx, specialist, times, { date: wish.date, ...rowsFor(times, wish), reason });
}

/** Makes half-days possible, whatever was said of them; the other half of their days stays as it is. */
export async function openHalves(
  tx: Tx,
  specialist: Specialist,
  halves: readonly { readonly date: LocalDate; readonly half: Half }[],
): Promise<void> {
  const times = await timesAround(tx, specialist, halves);
  for (const date of [...new Set(halves.map((one) => one.date))].sort()) {
    const isOpened = (half: Half): boolean => halves.some((one) => one.date === date && one.half === half);
    const { off, open } = rowsFor(times, { date, am: isOpened('AM'), pm: isOpened('PM') });
    const said = (parts: readonly PartOfDay[], half: Half): boolean =>
      parts.some((one) => one.date === date && coversHalf(one.part, half));
    await putRows(tx, specialist, times, {
      date,
      off: those((half) => !isOpened(half) && said(times.daysOff, half) && covered(off, half)),
      open: those((half) => covered(open, half) || (!isOpened(half) && said(times.opened, half))),
    });
  }
}

const covered = (part: DayPart | null, half: Half): boolean => part !== null && coversHalf(part, half);

function those(isOne: (half: Half) => boolean): DayPart | null {
  const halves = HALVES_IN_ORDER.filter(isOne);
  return halves.length === 0 ? null : partOf(halves);
}

async function timesAround(
  tx: Tx,
  specialist: Specialist,
  days: readonly { readonly date: LocalDate }[],
): Promise<PersonTimes> {
  const dates = days.map(({ date }) => date).sort();
  const stretch = { from: dates[0] ?? FROM_THE_BEGINNING, to: dates.at(-1) ?? FROM_THE_BEGINNING };
  return (await timesOfPeople(tx, [specialist], stretch))(specialist);
}

async function putRows(
  tx: Tx,
  specialist: Specialist,
  times: PersonTimes,
  {
    date,
    off,
    open,
    reason,
  }: DayRows & { readonly date: LocalDate; readonly reason?: string | null | undefined },
): Promise<void> {
  const day = { specialistId: specialist.id, date };
  const known = times.daysOff.filter((one) => one.date === date);
  const why = reason === undefined ? (known.find((one) => one.reason)?.reason ?? null) : reason;
  const opened = times.opened.filter((one) => one.date === date);
  if (!isJust(known, off) || known.some((one) => one.reason !== why)) {
    await tx.delete(DayOff, day);
    if (off) await tx.insert(DayOff, DayOff.of(specialist, { date, part: off, reason: why }));
  }
  if (!isJust(opened, open)) {
    await tx.delete(AvailableDay, day);
    if (open) await tx.insert(AvailableDay, AvailableDay.of(specialist, { date, part: open }));
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
