import { type LocalDate, WEEKDAYS, type Weekday } from '@banso/kernel';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** The days on which something comes again: the part of RFC 5545 that people can say in a sentence. */
export type RepeatRule = (
  | { readonly every: 'WEEK'; readonly interval: number; readonly weekdays: readonly Weekday[] }
  | { readonly every: 'MONTH'; readonly interval: number; readonly day: number }
  | {
      readonly every: 'MONTH';
      readonly interval: number;
      /** The n-th of the month from 1 to 4; -1 = the last. */
      readonly nth: number;
      readonly weekday: Weekday;
    }
) & {
  /** The last day, included. */
  readonly until?: LocalDate;
  readonly count?: number;
};

/** A text that is longer is no rule of ours. */
export const MAX_RULE_LENGTH = 120;
/** More often than daily for a year and a half is no rule but a working pattern. */
export const MAX_COUNT = 366;
const MAX_INTERVAL = { WEEK: 52, MONTH: 12 } as const;
/** No window that is expanded is longer, in days: two years ahead and what a month's page shows besides. */
const MAX_WINDOW_DAYS = 800;

/** As RFC 5545 writes the days of a week, Sunday first. */
const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const weekdayOfCode = (code: string): Weekday | null =>
  WEEKDAYS[CODES.findIndex((one) => one === code)] ?? null;
const codeOf = (weekday: Weekday): string => CODES[WEEKDAYS.indexOf(weekday)] ?? '';

const PARTS = /^(FREQ|INTERVAL|BYDAY|BYMONTHDAY|UNTIL|COUNT|WKST)=([A-Z0-9,-]+)$/;

/** Reads a rule; null for all that the form does not offer, however well it is written. */
export function readRepeatRule(text: string): RepeatRule | null {
  if (text.length > MAX_RULE_LENGTH) return null;
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = PARTS.exec(part) ?? [];
    if (name === undefined || value === undefined || parts.has(name)) return null;
    parts.set(name, value);
  }
  const days = daysOf(parts);
  const end = endOf(parts);
  // Weeks begin on Monday everywhere here: said aloud or not.
  if (days === null || end === null || (parts.get('WKST') ?? 'MO') !== 'MO') return null;
  return { ...days, ...end };
}

/** A whole number as people write it: no sign, no leading zero, within the bounds. */
function wholeNumber(text: string | undefined, most: number): number | null {
  if (text === undefined || !/^[1-9]\d{0,3}$/.test(text)) return null;
  return Number(text) <= most ? Number(text) : null;
}

function daysOf(parts: ReadonlyMap<string, string>): RepeatRule | null {
  const [byDay, byMonthDay] = [parts.get('BYDAY'), parts.get('BYMONTHDAY')];
  const every = parts.get('FREQ') === 'WEEKLY' ? 'WEEK' : parts.get('FREQ') === 'MONTHLY' ? 'MONTH' : null;
  if (every === null) return null;
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', MAX_INTERVAL[every]);
  if (interval === null) return null;
  if (every === 'WEEK') {
    const named = (byDay ?? '').split(',').map(weekdayOfCode);
    const weekdays = WEEKDAYS.filter((weekday) => named.includes(weekday));
    // Each known, each once.
    if (byMonthDay !== undefined || weekdays.length !== named.length) return null;
    return { every, interval, weekdays };
  }
  if (byMonthDay !== undefined && byDay === undefined) {
    const day = byMonthDay === '-1' ? -1 : wholeNumber(byMonthDay, 31);
    return day === null ? null : { every, interval, day };
  }
  const [, nth, code] = /^([1-4]|-1)([A-Z]{2})$/.exec(byDay ?? '') ?? [];
  const weekday = weekdayOfCode(code ?? '');
  if (byMonthDay !== undefined || nth === undefined || weekday === null) return null;
  return { every, interval, nth: Number(nth), weekday };
}

function endOf(parts: ReadonlyMap<string, string>): { until?: LocalDate; count?: number } | null {
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')];
  if (until !== undefined && count !== undefined) return null;
  if (count !== undefined) {
    const times = wholeNumber(count, MAX_COUNT);
    return times === null ? null : { count: times };
  }
  if (until === undefined) return {};
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(until) ?? [];
  const date = `${year}-${month}-${day}`;
  return isDate(date) ? { until: date } : null;
}

function isDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  if (!year || !month || !day || year < 2000 || year > 2199 || month > 12) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The one way in which a rule is written down. */
export function repeatRuleText(rule: RepeatRule): string {
  const on =
    rule.every === 'WEEK'
      ? `BYDAY=${rule.weekdays.map(codeOf).join(',')}`
      : 'day' in rule
        ? `BYMONTHDAY=${rule.day}`
        : `BYDAY=${rule.nth}${codeOf(rule.weekday)}`;
  return [
    `FREQ=${rule.every}LY`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    on,
    ...(rule.until ? [`UNTIL=${rule.until.replaceAll('-', '')}`] : []),
    ...(rule.count ? [`COUNT=${rule.count}`] : []),
  ].join(';');
}

/** A kept rule, and from when to when it holds. */
export interface KeptRule {
  /** As `repeatRuleText` writes it. */
  readonly rule: string;
  readonly startsOn: LocalDate;
  /** The last day on which it still holds, when it was ended. */
  readonly endedOn: LocalDate | null;
}

// Midnights of UTC stand for dates: no time zone of a server can move them.
const midnight = (date: LocalDate): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(date).toZonedDateTime('UTC');
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** The days of a rule from `from` to `to`, both included, in order. Not more than a bounded window is looked at. */
export function occurrencesOf(
  { rule, startsOn, endedOn }: KeptRule,
  from: LocalDate,
  to: LocalDate,
): LocalDate[] {
  const first = later(from, startsOn);
  const farthest = midnight(first).add({ days: MAX_WINDOW_DAYS }).toPlainDate().toString();
  const last = earlier(earlier(to, farthest), endedOn ?? to);
  if (last < first) return [];
  return new RRuleTemporal({
    rruleString: `RRULE:${rule}`,
    dtstart: midnight(startsOn),
    tzid: 'UTC',
    cache: false,
  })
    .between(midnight(first), midnight(last), true)
    .map((at) => at.toPlainDate().toString());
}
