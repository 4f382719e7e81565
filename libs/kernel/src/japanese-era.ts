import type { LocalDate } from './local-date.js';

const LONG = new Intl.DateTimeFormat('ja-JP-u-ca-japanese-nu-latn', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** 和暦, as official documents write a day: 令和8年10月1日; the first year of an era is 元年. */
export const inJapaneseEra = (date: LocalDate): string => LONG.format(new Date(`${date}T00:00:00Z`));

/** 令和8年度; a fiscal year has the name of the era at its end, so that April 2019 to March 2020 is 令和元年度. */
export const fiscalYearInJapaneseEra = (fiscalYear: number): string =>
  inJapaneseEra(`${fiscalYear}-12-31`).replace(/年.*$/, '年度');
