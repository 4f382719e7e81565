import { describe, expect, it } from '@jest/globals';
import {
  CONSULTATION_WORKING_DAYS,
  deskHalfAt,
  dueAtOf,
  ESCALATION_WORKING_DAYS,
} from './consultation-hours.js';

const at = (text: string) => new Date(`${text}:00+09:00`);

describe('dueAtOf', () => {
  it.each([
    ['Monday morning', '2026-11-16T09:00', '2026-11-18T17:00'],
    ['Friday evening', '2026-11-13T20:00', '2026-11-17T17:00'],
    ['a Saturday', '2026-11-14T11:00', '2026-11-17T17:00'],
    ['before a holiday (3 November)', '2026-11-02T09:00', '2026-11-05T17:00'],
    ['before New Year', '2026-12-28T09:00', '2027-01-05T17:00'],
  ])('gives two working days from %s', (_, asked, due) => {
    expect(dueAtOf(at(asked), 'T01', CONSULTATION_WORKING_DAYS)).toEqual(at(due));
    expect(dueAtOf(at(asked), null, CONSULTATION_WORKING_DAYS)).toEqual(at(due));
  });

  it('gives the next specialist one working day', () => {
    expect(dueAtOf(at('2026-11-13T17:01'), 'T01', ESCALATION_WORKING_DAYS)).toEqual(at('2026-11-16T17:00'));
  });

  it.each([
    ['two hours in the morning', '2026-11-16T09:30', '2026-11-16T11:30'],
    ['two hours that just end in time', '2026-11-16T15:00', '2026-11-16T17:00'],
    ['10:00 of the next day when they do not', '2026-11-16T15:01', '2026-11-17T10:00'],
    ['10:00 of the same day before the offices open', '2026-11-16T05:00', '2026-11-16T10:00'],
    ['10:00 on Monday at the weekend', '2026-11-14T12:00', '2026-11-16T10:00'],
  ])('gives an incident %s', (_, asked, due) => {
    for (const days of [CONSULTATION_WORKING_DAYS, ESCALATION_WORKING_DAYS])
      expect(dueAtOf(at(asked), 'T10', days)).toEqual(at(due));
  });
});

describe('deskHalfAt', () => {
  it.each([
    ['2026-11-16T09:00', '2026-11-16', 'MON', 'AM'],
    ['2026-11-16T07:00', '2026-11-16', 'MON', 'AM'],
    ['2026-11-16T11:59', '2026-11-16', 'MON', 'AM'],
    ['2026-11-16T12:00', '2026-11-16', 'MON', 'PM'],
    ['2026-11-16T16:59', '2026-11-16', 'MON', 'PM'],
    ['2026-11-16T17:00', '2026-11-17', 'TUE', 'AM'],
    ['2026-11-13T18:00', '2026-11-16', 'MON', 'AM'],
    ['2026-11-14T10:00', '2026-11-16', 'MON', 'AM'],
    ['2026-11-02T23:30', '2026-11-04', 'WED', 'AM'],
  ])('at %s it is the desk of %s %s %s', (now, date, weekday, half) => {
    expect(deskHalfAt(at(now))).toEqual({ date, weekday, half });
  });
});
