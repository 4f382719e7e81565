import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYearInJapaneseEra, inJapaneseEra } from './japanese-era.js';
import { addDays } from './local-date.js';

describe('dates in Japanese eras', () => {
  it.each([
    ['2026-10-01', '令和8年10月1日'],
    ['2028-09-30', '令和10年9月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-12-31', '令和元年12月31日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
  ])('%s is %s', (date, said) => {
    expect(inJapaneseEra(date)).toBe(said);
  });

  it.each([
    [2026, '令和8年度'],
    [2029, '令和11年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
  ])('fiscal year %i is %s', (year, said) => {
    expect(fiscalYearInJapaneseEra(year)).toBe(said);
  });

  it('says every day since 令和2年 with the year less 2018, whatever zone the server is in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = addDays('2020-01-01', days);
        const [year, month, day] = date.split('-').map(Number);
        expect(inJapaneseEra(date)).toBe(`令和${(year ?? 0) - 2018}年${month}月${day}日`);
      }),
    );
  });
});
