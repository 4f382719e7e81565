import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../apps/web/src/ui/read-date.js';

const TODAY = '2026-11-21';
const read = (typed: string, nearby = {}) => readDate(typed, { today: TODAY, ...nearby });

describe('a day as it is typed', () => {
  it.each([
    ['R8.12.1', '2026-12-01'],
    ['Ｒ８．１２．１', '2026-12-01'],
    ['r8/12/1', '2026-12-01'],
    ['令和8年12月1日', '2026-12-01'],
    ['令和８年１２月１日（火）', '2026-12-01'],
    [' 令和 8 年 12 月 1 日 ', '2026-12-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['㋿元年5月1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和元年12月25日', '1926-12-25'],
    ['大正15年12月24日', '1926-12-24'],
    ['明治45年7月29日', '1912-07-29'],
    ['M6.1.1', '1873-01-01'],
    ['20261201', '2026-12-01'],
    ['２０２６１２０１', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026.12.1', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['２０２６－１２－０１', '2026-12-01'],
    ['12/1', '2026-12-01'],
    ['１２月１日', '2026-12-01'],
    ['11/21', '2026-11-21'],
    ['11/20', '2027-11-20'],
    ['2/29', '2028-02-29'],
    ['1 Dec 2026', '2026-12-01'],
    ['1 december 2026', '2026-12-01'],
    ['December 1, 2026', '2026-12-01'],
  ])('%s is %s', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    [''],
    ['あした'],
    ['2026'],
    ['8.12.1'],
    ['2026-02-30'],
    ['2025-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['13/1'],
    ['12/32'],
    ['2/30'],
    ['0/0'],
    ['20261301'],
    ['令和0年5月1日'],
    ['令和元年4月30日'],
    ['H31.5.1'],
    ['平成元年1月7日'],
    ['S64.1.8'],
    ['明治5年12月3日'],
    ['R8.12'],
    ['R8.12.1.2'],
    ['1 Dez 2026'],
    ['2026-12-01T00:00'],
    ['0026-12-01'],
  ])('%s is no day', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it('takes a day without its year from where it can be', () => {
    expect(read('4/1', { min: '2028-04-02' })).toBe('2029-04-01');
    expect(read('4/1', { min: '2020-01-01' })).toBe('2027-04-01');
    expect(read('4/1', { max: TODAY })).toBe('2026-04-01');
    expect(read('12/1', { max: TODAY })).toBe('2025-12-01');
    expect(read('12/1', { max: '2027-03-31' })).toBe('2026-12-01');
    expect(read('12/1', { min: '', max: '' })).toBe('2026-12-01');
  });

  it('reads every day of the era as it is said, however it is written', () => {
    const said = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    const days = fc.integer({
      min: Date.UTC(1873, 0, 1) / 86_400_000,
      max: Date.UTC(2090, 0, 1) / 86_400_000,
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        expect(read(said.format(date))).toBe(iso);
        expect(read(iso)).toBe(iso);
        expect(read(iso.replaceAll('-', ''))).toBe(iso);
      }),
    );
  });

  it('gives a real day or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/.-年月日令和元RHS 　０９') }), (typed) => {
        const date = read(typed);
        expect(date === null || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date).toBe(true);
      }),
    );
  });
});
