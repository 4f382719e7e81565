/**
 * A day as people in offices write it. Pure: no clock, no words, no imports; `YYYY-MM-DD` in and out.
 *
 * Read are 令和8年12月1日, R8.12.1, 令和元年5月1日, H31.4.30, 2026-12-01, 2026/12/1, 2026年12月1日, 20261201,
 * 12/1, 12月1日, 1 Dec 2026 and December 1, 2026, in full or half width, with or without spaces and the weekday in
 * brackets.
 */
export interface Nearby {
  /** What a day without its year is counted from. */
  readonly today: string;
  /** A day without its year is the next one that is not before this… */
  readonly min?: string | undefined;
  /** …or, where only what has been can be meant, the last one that is not after this. */
  readonly max?: string | undefined;
}

interface Era {
  readonly names: readonly string[];
  readonly from: string;
  /** The last day; the era of today has none. */
  readonly to: string | null;
}

const ERAS: readonly Era[] = [
  { names: ['令和', '令', 'r', '㋿'], from: '2019-05-01', to: null },
  { names: ['平成', '平', 'h', '㍻'], from: '1989-01-08', to: '2019-04-30' },
  { names: ['昭和', '昭', 's', '㍼'], from: '1926-12-25', to: '1989-01-07' },
  { names: ['大正', '大', 't', '㍽'], from: '1912-07-30', to: '1926-12-24' },
  { names: ['明治', '明', 'm', '㍾'], from: '1873-01-01', to: '1912-07-29' },
];
/** Meiji counts from 1868, but its calendar is ours only since 1873. */
const FIRST_YEAR_OF_MEIJI = 1868;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const WITH_ERA =
  /^(令和|平成|昭和|大正|明治|[令平昭大明rhstm])(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/;
const WITH_YEAR = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const WITHOUT_YEAR = /^(\d{1,2})(?:月|[./-])(\d{1,2})日?$/;
const DAY_FIRST = /^(\d{1,2})([a-z]{3,9})\.?,?(\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.?(\d{1,2}),(\d{4})$/;

const two = (number: number): string => String(number).padStart(2, '0');

/** The day, or null where the calendar has none, such as 2/30. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date counts the thirteenth month as January; years before 100 it takes for 19xx.
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

function inEra(name: string, year: string, month: number, day: number): string | null {
  const era = ERAS.find(({ names }) => names.includes(name));
  if (!era) return null;
  const first = era.from === '1873-01-01' ? FIRST_YEAR_OF_MEIJI : Number(era.from.slice(0, 4));
  const date = dayOf(first + (year === '元' ? 1 : Number(year)) - 1, month, day);
  if (date === null || year === '0' || year === '00' || date < era.from) return null;
  return era.to !== null && date > era.to ? null : date;
}

/** 29 February may be up to eight years away. */
const MOST_YEARS = 8;

function withoutYear(month: number, day: number, { today, min, max }: Nearby): string | null {
  const isPast = max !== undefined && max !== '' && max <= today;
  const base = isPast ? max : min && min > today ? min : today;
  const step = isPast ? -1 : 1;
  for (let n = 0; n <= MOST_YEARS; n++) {
    const date = dayOf(Number(base.slice(0, 4)) + n * step, month, day);
    if (date !== null && (isPast ? date <= base : date >= base)) return date;
  }
  return null;
}

function monthNamed(word: string): number {
  const known = MONTHS.findIndex((month) => word.startsWith(month));
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
  ];
  const isWord = [...full, 'november', 'december', 'sept', ...MONTHS].includes(word);
  return isWord ? known + 1 : 0;
}

/** Full width to half, 〇 and dashes of all kinds to one, no spaces, no weekday. */
const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−ー]/gu, '-')
    .replace(/[・。．]/gu, '.')
    .replace(/\([日月火水木金土](?:曜日?)?\)$/u, '')
    .replace(/\s+/gu, '');

/** The day that was typed; null where it is none. */
export function readDate(typed: string, nearby: Nearby): string | null {
  const text = tidy(typed);
  const era = WITH_ERA.exec(text);
  if (era) return inEra(era[1] ?? '', era[2] ?? '', Number(era[3]), Number(era[4]));
  const full = WITH_YEAR.exec(text) ?? TOGETHER.exec(text);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = WITHOUT_YEAR.exec(text);
  if (short) return withoutYear(Number(short[1]), Number(short[2]), nearby);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthNamed(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}
