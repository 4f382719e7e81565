import { describe, expect, it } from '@jest/globals';
import { countDays, type DayEntry } from './day-count.js';

const visit = (date: string, part: Partial<DayEntry> = {}): DayEntry => ({
  date,
  municipalityId: '342025',
  used: true,
  takes: ['AM', 'PM'],
  ...part,
});
const morning = { takes: ['AM'] } as const;
const afternoon = { takes: ['PM'] } as const;
const ahead = { used: false } as const;
const MIHARA = { municipalityId: '342041' } as const;

describe('days of a year', () => {
  it.each<[string, DayEntry[], number, number]>([
    ['a whole day twice', [visit('2026-12-01'), visit('2026-12-01', MIHARA)], 1, 0],
    ['two halves', [visit('2026-12-01', morning), visit('2026-12-01', afternoon)], 1, 0],
    ['the same half twice', [visit('2026-12-01', morning), visit('2026-12-01', morning)], 0.5, 0],
    [
      'a half visit on a whole day at a post',
      [visit('2026-12-01', { takes: 2 }), visit('2026-12-01', morning)],
      1,
      0,
    ],
    ['a whole visit on half a day at a post', [visit('2026-12-01', { takes: 1 }), visit('2026-12-01')], 1, 0],
    ['three halves at posts', [visit('2026-12-01', { takes: 1 }), visit('2026-12-01', { takes: 2 })], 1, 0],
    ['a half to come', [visit('2026-12-01', { ...morning, ...ahead })], 0, 0.5],
    [
      'a half to come beside a used one',
      [visit('2026-12-01', morning), visit('2026-12-01', { ...afternoon, ...ahead })],
      0.5,
      0.5,
    ],
    [
      'a half to come that is used anyway',
      [visit('2026-12-01', morning), visit('2026-12-01', { ...morning, ...ahead })],
      0.5,
      0,
    ],
    [
      'a half to come on half a day at a post',
      [visit('2026-12-01', { takes: 1 }), visit('2026-12-01', { ...morning, ...ahead })],
      0.5,
      0,
    ],
    [
      'a whole day to come on half a day at a post',
      [visit('2026-12-01', { takes: 1 }), visit('2026-12-01', ahead)],
      0.5,
      0.5,
    ],
    ['nothing', [], 0, 0],
  ])('count once: %s', (_, entries, usedDays, plannedDays) => {
    expect(countDays(entries)).toMatchObject({ usedDays, plannedDays });
    // Carrying out what is to come changes no sum.
    expect(countDays(entries.map((entry) => ({ ...entry, used: true })))).toMatchObject({
      usedDays: usedDays + plannedDays,
      plannedDays: 0,
    });
  });

  it('are told by month in order, and by town with the most first', () => {
    const { months, towns } = countDays([
      visit('2027-01-05', ahead),
      visit('2026-12-01', morning),
      visit('2026-12-02', MIHARA),
      visit('2026-12-03', MIHARA),
    ]);
    expect(months).toEqual([
      { month: '2026-12-01', usedDays: 2.5, plannedDays: 0 },
      { month: '2027-01-01', usedDays: 0, plannedDays: 1 },
    ]);
    expect(towns.map(({ municipalityId }) => municipalityId)).toEqual(['342041', '342025']);
    expect(countDays([])).toEqual({ usedDays: 0, plannedDays: 0, months: [], towns: [] });
  });
});
