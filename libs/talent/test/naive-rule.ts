import { addDays, datesBetween, type LocalDate, WEEKDAYS, weekdayOf } from '@banso/kernel';
import fc from 'fast-check';
import type { RepeatRule } from '../src/availability/repeat-rule.js';

const monthOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((weekdayOf(date) + 6) % 7));
const weeksBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000);

/** Day by day, by what the words say: slow, and without any library. */
export function naiveDays(rule: RepeatRule, startsOn: LocalDate, to: LocalDate): LocalDate[] {
  const found: LocalDate[] = [];
  for (const date of datesBetween(startsOn, to)) {
    if (rule.until !== undefined && date > rule.until) break;
    if (rule.count !== undefined && found.length === rule.count) break;
    if (isOn(rule, startsOn, date)) found.push(date);
  }
  return found;
}

function isOn(rule: RepeatRule, startsOn: LocalDate, date: LocalDate): boolean {
  if (rule.every === 'WEEK')
    return (
      rule.weekdays.some((weekday) => WEEKDAYS.indexOf(weekday) === weekdayOf(date)) &&
      weeksBetween(mondayOf(startsOn), mondayOf(date)) % rule.interval === 0
    );
  if ((monthOf(date) - monthOf(startsOn)) % rule.interval !== 0) return false;
  const isLast = addDays(date, 1).endsWith('-01');
  const dayOfMonth = Number(date.slice(8));
  if ('day' in rule) return rule.day === -1 ? isLast : rule.day === dayOfMonth;
  if (WEEKDAYS.indexOf(rule.weekday) !== weekdayOf(date)) return false;
  return rule.nth === -1
    ? monthOf(addDays(date, 7)) !== monthOf(date)
    : Math.ceil(dayOfMonth / 7) === rule.nth;
}

const weekday = fc.constantFrom(...WEEKDAYS);
const frame = fc.oneof(
  fc.record({
    every: fc.constant('WEEK' as const),
    interval: fc.integer({ min: 1, max: 6 }),
    weekdays: fc
      .uniqueArray(weekday, { minLength: 1, maxLength: 7 })
      .map((some) => WEEKDAYS.filter((one) => some.includes(one))),
  }),
  fc.record({
    every: fc.constant('MONTH' as const),
    interval: fc.integer({ min: 1, max: 4 }),
    day: fc.oneof(fc.constant(-1), fc.integer({ min: 1, max: 31 })),
  }),
  fc.record({
    every: fc.constant('MONTH' as const),
    interval: fc.integer({ min: 1, max: 4 }),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    weekday,
  }),
);
const end = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ until: fc.integer({ min: 0, max: 1_600 }).map((n) => addDays('2025-01-01', n)) }),
);
export const anyRule = fc.tuple(frame, end).map(([days, until]): RepeatRule => ({ ...days, ...until }));
