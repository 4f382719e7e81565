import { currentLanguage, type Language } from './index';
import { currentView } from './view';

/** A day in Japan, `YYYY-MM-DD`. */
export type LocalDate = string;

const TOKYO = 'Asia/Tokyo';
const DAY_MS = 86_400_000;

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone: 'UTC', era: 'long', year: 'numeric' });
/** 令和8年 or 2026年, as the reader has chosen. */
const yearOf = (day: Date): string =>
  currentView().calendar === 'WESTERN' ? `${day.getUTCFullYear()}年` : ERA.format(day);

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });
const TOKYO_PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: TOKYO,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const epochDay = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => epochDay(date).getUTCDay();

export const weekdayName = (weekday: number, language = currentLanguage()): string =>
  WEEKDAYS[language][weekday] ?? '';

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(epochDay(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one date to a later one. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((epochDay(to).getTime() - epochDay(from).getTime()) / DAY_MS);

export const datesBetween = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
};

const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(epochDay(date).getTime());

/** For sentences and paper: 令和8年12月1日（火）, 2026年12月1日（火）, or Tue 1 December 2026. */
export function longDate(date: LocalDate, language = currentLanguage()): string {
  if (!isDate(date)) return date;
  const day = epochDay(date);
  const weekday = weekdayName(day.getUTCDay(), language);
  if (language === 'en')
    return `${weekday} ${day.getUTCDate()} ${ENGLISH_MONTH.format(day)} ${day.getUTCFullYear()}`;
  return `${yearOf(day)}${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${weekday}）`;
}

/** For terms of years: 令和8年12月1日, or 1 Dec 2026. */
export function calendarDate(date: LocalDate, language = currentLanguage()): string {
  if (!isDate(date)) return date;
  const day = epochDay(date);
  if (language === 'en')
    return `${day.getUTCDate()} ${ENGLISH_MONTH.format(day).slice(0, 3)} ${day.getUTCFullYear()}`;
  return `${yearOf(day)}${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** For tables: 12/1（火）, or Tue 1 Dec. */
export function shortDate(date: LocalDate, language = currentLanguage()): string {
  if (!isDate(date)) return date;
  const day = epochDay(date);
  const weekday = weekdayName(day.getUTCDay(), language);
  if (language === 'en') return `${weekday} ${day.getUTCDate()} ${ENGLISH_MONTH.format(day).slice(0, 3)}`;
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}（${weekday}）`;
}

/** 令和8年12月, or December 2026. */
export function monthName(date: LocalDate, language = currentLanguage()): string {
  const day = epochDay(date);
  return language === 'en'
    ? `${ENGLISH_MONTH.format(day)} ${day.getUTCFullYear()}`
    : `${yearOf(day)}${day.getUTCMonth() + 1}月`;
}

/** 令和8年度, 2026年度, or FY2026: named after the era at its end. */
export const fiscalYearName = (year: number, language = currentLanguage()): string =>
  language === 'en' ? `FY${year}` : `${yearOf(epochDay(`${year}-12-31`))}度`;

/** Day and time in Japan of an instant, whatever zone the browser is in. */
export function tokyo(instant: string): { date: LocalDate; time: string } {
  const parts = new Map(TOKYO_PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** 令和8年12月1日（火）10:30 */
export function longInstant(instant: string): string {
  const { date, time } = tokyo(instant);
  return `${longDate(date)}${currentLanguage() === 'en' ? ', ' : ''}${time}`;
}

/** 12/1（火）10:30 */
export function shortInstant(instant: string): string {
  const { date, time } = tokyo(instant);
  return `${shortDate(date)}${currentLanguage() === 'en' ? ', ' : ''}${time}`;
}

/** 10:00〜12:00 */
export function timeRange(startsAt: string, endsAt: string): string {
  const dash = currentLanguage() === 'en' ? '–' : '〜';
  return `${tokyo(startsAt).time}${dash}${tokyo(endsAt).time}`;
}

/** The fiscal year, April to March, that a day belongs to. */
export const fiscalYearOf = (date: LocalDate): number =>
  Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

/** Monday of the week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((weekdayOf(date) + 6) % 7));
