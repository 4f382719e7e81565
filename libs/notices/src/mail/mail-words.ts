import {
  addDays,
  inJapaneseEra,
  instantAt,
  type LocalDate,
  localDateOf,
  minuteOfDay,
  weekdayOf,
} from '@banso/kernel';
import type { NoticeLine } from '../notice-facts.js';
import type { Language } from '../notice-words.js';

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

const ENGLISH = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** 令和8年12月1日（火）; Tuesday, 1 December 2026. */
export function dayInWords(date: LocalDate, language: Language): string {
  const weekday = WEEKDAYS[language][weekdayOf(date)] ?? '';
  if (language === 'ja') return `${inJapaneseEra(date)}（${weekday}）`;
  return `${weekday}, ${ENGLISH.format(new Date(`${date}T00:00:00Z`))}`;
}

/** 12月1日; 1 December: where the year says itself. */
export const shortDay = (date: LocalDate, language: Language): string =>
  language === 'ja'
    ? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
    : ENGLISH.format(new Date(`${date}T00:00:00Z`)).replace(/ \d+$/, '');

const clockTime = (instant: Date): string => {
  const minute = minuteOfDay(instant);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
};

/** Day and hours in Japan; the end with its own day where that is another one. */
export function timeInWords(startsAt: string, endsAt: string | null | undefined, language: Language): string {
  const start = new Date(startsAt);
  const from = `${dayInWords(localDateOf(start), language)} ${clockTime(start)}`;
  if (!endsAt) return from;
  const end = new Date(endsAt);
  // Midnight is the end of the day before.
  const sameDay =
    localDateOf(start) === localDateOf(end) || +end === +instantAt(addDays(localDateOf(start), 1), 0);
  return `${from}${language === 'ja' ? '〜' : '–'}${sameDay ? '' : `${dayInWords(localDateOf(end), language)} `}${clockTime(end)}`;
}

const LABELS = {
  ja: {
    number: '番号',
    when: '日時',
    on: '日付',
    was: '変更前',
    place: '場所',
    person: '相手',
    dueOn: '期限',
    count: '件数',
    note: '補足',
    toDo: '行うこと',
  },
  en: {
    number: 'Number',
    when: 'When',
    on: 'Day',
    was: 'Before',
    place: 'Where',
    person: 'With',
    dueOn: 'By',
    count: 'Number of items',
    note: 'Note',
    toDo: 'To do',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
export type LabelKey = keyof (typeof LABELS)['ja'];
export const labelOf = (key: LabelKey, language: Language): string => LABELS[language][key];

const CHANGES = {
  ja: { NEW: '新規', MOVED: '変更', CANCELLED: '取消' },
  en: { NEW: 'New', MOVED: 'Moved', CANCELLED: 'Cancelled' },
} as const;

/** One visit of many, in one line. */
export function lineInWords(
  { change, number, startsAt, endsAt, on, wasAt, place, person }: NoticeLine,
  language: Language,
): string {
  const when = startsAt ? timeInWords(startsAt, endsAt, language) : on ? dayInWords(on, language) : null;
  const was = wasAt ? `（${labelOf('was', language)} ${timeInWords(wasAt, null, language)}）` : null;
  const parts = [change && `[${CHANGES[language][change]}]`, when, was, place, person, number];
  return parts.filter((part) => part).join(' ');
}
