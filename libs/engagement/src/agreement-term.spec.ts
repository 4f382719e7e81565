import { addDays, daysBetween, fiscalYearInJapaneseEra, type LocalDate } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGREEMENT_STATUSES } from './agreement-status.js';
import { isDue, noticeOn, statusOn } from './agreement-term.js';
import { plannedDays, sumOf } from './planned-days.js';

const NAGAI = { startsOn: '2026-10-01', endsOn: '2028-09-30' };
const day = (max: number) => fc.integer({ min: 0, max }).map((days) => addDays('2026-01-01', days));

describe('§6.1 the calendar of an agreement, 2026-10-01 to 2028-09-30 at four days a month', () => {
  it('plans 96 days over 24 months', () => {
    const years = plannedDays(NAGAI, 4);
    expect(sumOf(years)).toBe(96);
    expect(years.flatMap(({ months }) => months)).toHaveLength(24);
    expect(years.flatMap(({ months }) => months.map(({ days }) => days))).toEqual(Array(24).fill(4));
  });

  it('asks to be talked about on 2028-07-02, 90 days before its end', () => {
    expect(noticeOn({ ...NAGAI, noticeDays: 90 })).toBe('2028-07-02');
  });

  it('has slices of 令和8 to 11 after one more year', () => {
    const years = plannedDays({ ...NAGAI, endsOn: '2029-09-30' }, 4);
    expect(
      years.map((year) => [fiscalYearInJapaneseEra(year.fiscalYear), year.startsOn, year.endsOn, year.days]),
    ).toEqual([
      ['令和8年度', '2026-10-01', '2027-03-31', 24],
      ['令和9年度', '2027-04-01', '2028-03-31', 48],
      ['令和10年度', '2028-04-01', '2029-03-31', 48],
      ['令和11年度', '2029-04-01', '2029-09-30', 24],
    ]);
    expect(sumOf(years)).toBe(144);
  });
});

describe('plannedDays', () => {
  it('counts a month at the edge by its part, rounded to the nearest day', () => {
    const months = plannedDays({ startsOn: '2026-10-15', endsOn: '2028-10-14' }, 4).flatMap(
      (year) => year.months,
    );
    expect(months.at(0)).toEqual({ month: '2026-10', days: 2 });
    expect(months.at(-1)).toEqual({ month: '2028-10', days: 2 });
    expect(plannedDays({ startsOn: '2026-11-16', endsOn: '2026-11-30' }, 1)[0]?.days).toBe(1);
    expect(plannedDays({ startsOn: '2026-11-17', endsOn: '2026-11-30' }, 1)[0]?.days).toBe(0);
  });

  it('leaves out no day of the term and counts none twice', () => {
    fc.assert(
      fc.property(
        day(2000),
        fc.nat(3000),
        fc.integer({ min: 1, max: 31 }),
        (startsOn, length, monthlyDays) => {
          const endsOn = addDays(startsOn, length);
          const years = plannedDays({ startsOn, endsOn }, monthlyDays);
          expect(years.at(0)?.startsOn).toBe(startsOn);
          expect(years.at(-1)?.endsOn).toBe(endsOn);
          for (const [i, year] of years.entries()) {
            const before = years[i - 1];
            if (before) expect(year.startsOn).toBe(addDays(before.endsOn, 1));
            expect(year.days).toBe(year.months.reduce((sum, { days }) => sum + days, 0));
            for (const { days } of year.months) {
              expect(days).toBeGreaterThanOrEqual(0);
              expect(days).toBeLessThanOrEqual(monthlyDays);
            }
          }
          const whole = years.flatMap(({ months }) => months).slice(1, -1);
          expect(whole.every(({ days }) => days === monthlyDays)).toBe(true);
        },
      ),
    );
  });
});

describe('statusOn', () => {
  const on = (today: LocalDate, change: object = {}) =>
    statusOn({ ...NAGAI, status: 'CONCLUDED', endsEarly: false, ...change }, today);

  it.each([
    ['2026-09-30', 'CONCLUDED'],
    ['2026-10-01', 'ACTIVE'],
    ['2028-09-30', 'ACTIVE'],
    ['2028-10-01', 'EXPIRED'],
  ])('signed before its term, on %s it is %s', (today, status) => {
    expect(on(today)).toBe(status);
  });

  it('ends early after the day that was brought forward, and leaves a decided end alone', () => {
    const early = { status: 'ACTIVE', endsOn: '2027-03-31', endsEarly: true };
    expect([on('2027-03-31', early), on('2027-04-01', early)]).toEqual(['ACTIVE', 'TERMINATED']);
    for (const status of ['DRAFT', 'IN_CONSULTATION', 'EXPIRED', 'TERMINATED', 'WITHDRAWN'])
      expect(on('2030-01-01', { status })).toBe(status);
  });

  it('reckoned twice is the same, and never goes back as days pass', () => {
    const late = ['CONCLUDED', 'ACTIVE', 'EXTENSION_CONSULTATION', 'EXPIRED', 'TERMINATED'];
    fc.assert(
      fc.property(
        fc.constantFrom(...AGREEMENT_STATUSES),
        fc.boolean(),
        day(2000),
        fc.nat(500),
        (status, endsEarly, today, later) => {
          const agreement = { ...NAGAI, status, endsEarly };
          const first = statusOn(agreement, today);
          expect(statusOn({ ...agreement, status: first }, today)).toBe(first);
          const second = statusOn({ ...agreement, status: first }, addDays(today, later));
          expect(statusOn(agreement, addDays(today, later))).toBe(second);
          expect(late.indexOf(second)).toBeGreaterThanOrEqual(late.indexOf(first));
        },
      ),
    );
  });
});

describe('isDue', () => {
  const agreement = {
    ...NAGAI,
    status: 'ACTIVE' as const,
    endsEarly: false,
    noticeDays: 90,
    notExtendedOn: null,
  };
  it('from the notice day to the last one, unless somebody has taken it up', () => {
    expect(isDue(agreement, '2028-07-01')).toBe(false);
    expect(isDue(agreement, '2028-07-02')).toBe(true);
    expect(isDue(agreement, '2028-09-30')).toBe(true);
    expect(isDue(agreement, '2028-10-01')).toBe(false);
    for (const change of [
      { status: 'EXTENSION_CONSULTATION' as const },
      { endsEarly: true },
      { notExtendedOn: '2028-08-01' },
    ])
      expect(isDue({ ...agreement, ...change }, '2028-09-01')).toBe(false);
    expect(daysBetween('2028-07-02', NAGAI.endsOn)).toBe(90);
  });
});
