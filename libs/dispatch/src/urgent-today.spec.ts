import { describe, expect, it } from '@jest/globals';
import { at, fixedVisit, officeDays, problem, request, specialist } from '../../planning/testing/given.js';
import { fromNow, todayFor } from './urgent-today.js';

/** Ten in the morning in Japan; day 0 of the problems is that day. */
const now = new Date('2026-12-01T01:00:00Z');
const moment = { now, leadMinutes: 120 };
const given = problem();
const row = { urgency: 'URGENT' as const, earliestOn: null };
const stateFor = (minutes: number, more = {}) =>
  todayFor({ ...given, ...more }, request({ minutes }), row, moment).state;

describe('today', () => {
  it('begins after the lead time, on the grid of starts', () => {
    expect(todayFor(given, request(), row, moment)).toMatchObject({
      state: 'OPEN',
      from: new Date('2026-12-01T03:00:00Z'),
      sentence: { ja: expect.stringContaining('12:00') },
    });
    const soon = { now: new Date('2026-12-01T01:01:00Z'), leadMinutes: 0 };
    expect(todayFor(given, request(), row, soon).from).toEqual(new Date('2026-12-01T01:30:00Z'));
  });

  it('is over when the visit no longer ends within the hours of its own town', () => {
    expect(stateFor(240)).toBe('OPEN');
    expect(stateFor(270)).toBe('OVER');
    expect(stateFor(60, { towns: { near: { officeHours: [{ start: 540, end: 770 }] } } })).toBe('OVER');
    expect(stateFor(60, { towns: { far: { officeHours: [{ start: 540, end: 770 }] } } })).toBe('OPEN');
  });

  it('is closed with all towns and with its own', () => {
    expect(stateFor(60, { closedDays: [0] })).toBe('CLOSED');
    expect(stateFor(60, { towns: { near: { closedDays: [0] } } })).toBe('CLOSED');
    expect(stateFor(60, { towns: { far: { closedDays: [0] } } })).toBe('OPEN');
  });

  it('is for urgent requests that need not wait', () => {
    const today = (change: object) => todayFor(given, request(), { ...row, ...change }, moment).state;
    expect(today({ urgency: 'HIGH' })).toBe('NOT_URGENT');
    expect(today({ earliestOn: '2026-12-02' })).toBe('LATER');
    expect(today({ earliestOn: '2026-12-01' })).toBe('OPEN');
  });
});

describe('a calendar from now on', () => {
  it('has what is left of today, and all of the days after', () => {
    const [one] = fromNow(problem({ specialists: [specialist()] }), now).specialists;
    expect(one?.available).toEqual([
      { start: at(0, 10), end: at(0, 12) },
      { start: at(0, 13), end: at(0, 17) },
      ...officeDays(1, 2, 3, 4),
    ]);
  });

  it('lets nobody leave before now from where the last visit ended', () => {
    const early = fixedVisit({ start: at(0, 8), end: at(0, 9), place: 'far', mode: 'ON_SITE' });
    const { fixed } = fromNow(problem({ fixed: [early] }), now);
    expect(fixed).toEqual([
      early,
      expect.objectContaining({ specialistId: 'sato', place: null, start: at(0, 9), end: at(0, 10) }),
    ]);
  });

  it.each([
    ['still goes on', fixedVisit({ start: at(0, 9), end: at(0, 11) })],
    ['comes later', fixedVisit({ start: at(0, 13) })],
    ['was yesterday', fixedVisit({ start: at(-1, 9) })],
  ])('adds nothing where a visit %s', (_, visit) => {
    expect(fromNow(problem({ fixed: [visit] }), now).fixed).toEqual([visit]);
  });
});
