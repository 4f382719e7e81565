import { inJapaneseEra, localDateOf, minuteOfDay, weekdayOf } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';
import type { VisitStatus } from '../visit-status.js';

const WEEKDAYS = '日月火水木金土';

/** Everything on paper is in Japanese, whatever the language of the screen. */
export const MODE_WORDS: Readonly<Record<VisitMode, string>> = { ON_SITE: '訪問', ONLINE: 'オンライン' };

export const STATUS_WORDS: Readonly<Record<VisitStatus, string>> = {
  HELD: '仮押さえ',
  PUBLISHED: '返信待ち',
  CONFIRMED: '確定',
  DONE: '実施',
  REPORTED: '実施',
  RECEIVED: '実施',
  SETTLED: '実施',
  CANCELLED: '中止',
};

const clock = (instant: Date): string => {
  const minutes = minuteOfDay(instant);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** 10:00〜12:00, in Japan. */
export const timeOnPaper = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string =>
  `${clock(startsAt)}〜${clock(endsAt)}`;

/** 令和8年12月1日（火）, the day in Japan. */
export function dayOnPaper(instant: Date): string {
  const date = localDateOf(instant);
  return `${inJapaneseEra(date)}（${WEEKDAYS[weekdayOf(date)]}）`;
}

/** 12/1（火）, for tables. */
export function shortDayOnPaper(instant: Date): string {
  const date = localDateOf(instant);
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8))}（${WEEKDAYS[weekdayOf(date)]}）`;
}
