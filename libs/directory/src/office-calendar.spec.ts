import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, closureOf, closuresBetween, isWorkingDay } from './office-calendar.js';

describe('office calendar', () => {
  it.each([
    ['2026-11-23', 'HOLIDAY', '勤労感謝の日', 'Labor Thanksgiving Day'],
    ['2027-01-01', 'HOLIDAY', '元日', "New Year's Day"],
    ['2026-12-29', 'YEAR_END', '年末年始の閉庁日', 'Year-end closure'],
    ['2027-01-03', 'YEAR_END', '年末年始の閉庁日', 'Year-end closure'],
    ['2026-11-21', 'WEEKEND', '土曜日', 'Saturday'],
    ['2026-11-22', 'WEEKEND', '日曜日', 'Sunday'],
  ])('closes on %s', (date, kind, name, nameEn) => {
    expect(closureOf(date)).toEqual({ kind, name, nameEn });
  });

  it.each(['2026-11-20', '2026-12-28', '2027-01-04'])('opens on %s', (date) => {
    expect(closureOf(date)).toBeNull();
    expect(isWorkingDay(date)).toBe(true);
  });

  it('keeps a substitute holiday and the day between two holidays', () => {
    // 2026: 5 May is a Tuesday after two holidays; 6 May stands in for 3 May, a Sunday. 22 September lies between two.
    expect(closureOf('2026-05-06')?.kind).toBe('HOLIDAY');
    expect(closureOf('2026-09-22')?.kind).toBe('HOLIDAY');
  });

  it('lists every closed day of a range with both ends', () => {
    expect(closuresBetween('2026-11-21', '2026-11-23').map((day) => day.date)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(closuresBetween('2026-11-24', '2026-11-27')).toEqual([]);
    expect(closuresBetween('2026-11-24', '2026-11-20')).toEqual([]);
  });

  it('counts working days over a long weekend and over New Year', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-24');
    expect(addWorkingDays('2026-12-28', 1)).toBe('2027-01-04');
    expect(addWorkingDays('2026-11-20', 2)).toBe('2026-11-25');
  });

  it('counts no day as the next open one', () => {
    expect(addWorkingDays('2026-11-20', 0)).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-24');
  });
});
