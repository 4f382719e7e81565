import { always } from '@banso/talent';
import { describe, expect, it } from '@jest/globals';
import { dayOf, MINUTES_PER_DAY } from '@banso/planning';
import {
  endOfDay,
  halfOf,
  instantOf,
  minuteOf,
  monthIndexOf,
  monthsAround,
  planningDays,
  startOfDay,
  windowsOf,
} from './planning-calendar.js';

const YEAR_END = { from: '2026-12-25', to: '2027-01-08' };

describe('the days of a period', () => {
  it('counts months from the first day, over the turn of the year', () => {
    const { days, monthOfDay } = planningDays(YEAR_END);
    expect(days).toBe(15);
    expect(monthOfDay).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(monthIndexOf(YEAR_END, '2026-11-30')).toBe(-1);
  });

  it('closes weekends, the days around New Year and holidays', () => {
    // 26/27 weekend, 29–31 year end, 1–3 New Year; 28 December and 4 January are open.
    expect(planningDays(YEAR_END).closedDays).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
  });

  it('looks at whole months around it', () => {
    expect(monthsAround(YEAR_END)).toEqual({ from: '2026-12-01', to: '2027-01-31' });
    expect(monthsAround({ from: '2028-02-10', to: '2028-02-11' })).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    });
  });
});

describe('minutes of the planner', () => {
  it('count from midnight in Japan of the first day, and back', () => {
    const nine = new Date('2026-12-28T00:00:00Z');
    expect(minuteOf(YEAR_END, nine)).toBe(3 * MINUTES_PER_DAY + 540);
    expect(instantOf(YEAR_END, 3 * MINUTES_PER_DAY + 540)).toEqual(nine);
    expect(dayOf(minuteOf(YEAR_END, new Date('2026-12-24T14:59:00Z')))).toBe(-1);
  });

  it('hold days and halves', () => {
    expect(startOfDay(YEAR_END, '2026-12-26')).toBe(MINUTES_PER_DAY);
    expect(endOfDay(YEAR_END, '2026-12-25')).toBe(MINUTES_PER_DAY);
    expect(halfOf(YEAR_END, '2026-12-25', 'PM')).toEqual({ start: 780, end: 1020 });
  });
});

describe('the windows of a specialist', () => {
  const times = { patterns: always(['FRI_AM', 'FRI_PM', 'MON_AM']), daysOff: [], blocked: [], opened: [] };

  it('follow the weekly pattern on open days', () => {
    const windows = windowsOf(YEAR_END, times);
    expect(windows.map(({ start }) => dayOf(start))).toEqual([0, 0, 3, 10, 14, 14]);
    expect(windows[0]).toEqual({ start: 510, end: 720 });
    expect(windows[1]).toEqual({ start: 780, end: 1035 });
  });

  it('leave out days off, whole or half', () => {
    const daysOff = [
      { date: '2026-12-25', part: 'AM' },
      { date: '2027-01-08', part: 'DAY' },
    ] as const;
    const windows = windowsOf(YEAR_END, { ...times, daysOff });
    expect(windows.map(({ start }) => dayOf(start))).toEqual([0, 3, 10]);
  });
});
