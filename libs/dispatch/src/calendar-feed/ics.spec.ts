import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { z } from 'zod';
import { inTimeZone } from '../../../../test/in-time-zone.js';
import { VISIT_STATUSES } from '../visit-status.js';
import { type CalendarVisit, icsOf } from './ics.js';

/** What a process in some time zone has seen. */
const answer = z.object({ text: z.string(), hour: z.number(), at: z.string() });

/** Ten in the morning in Japan. */
const visit: CalendarVisit = {
  id: '3b6f3f5e-6f0c-4c55-9c39-3e1f4f0b8a11',
  number: 'R8-0231',
  visitNo: 2,
  town: '阿蘇市',
  mode: 'ON_SITE',
  startsAt: new Date('2026-11-24T01:00:00Z'),
  endsAt: new Date('2026-11-24T03:00:00Z'),
  status: 'PUBLISHED',
  sequence: 3,
  changedAt: new Date('2026-11-20T08:30:00Z'),
};

/** Read by another library than the one that wrote it. */
function read(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
const propertyOf = (event: ICAL.Event, name: string) =>
  event.component.getFirstPropertyValue(name)?.toString();

describe('a calendar', () => {
  it('is read by another library as it was meant', () => {
    const text = icsOf('伴走 阿蘇市', [visit]);
    const [event] = read(text);
    if (!event) throw new Error('one event');
    expect(event.summary).toBe('阿蘇市（訪問）');
    expect(event.description).toBe('R8-0231 第2回');
    expect(event.uid).toBe(`${visit.id}@banso`);
    expect(event.sequence).toBe(3);
    expect(propertyOf(event, 'status')).toBe('TENTATIVE');
    expect(event.startDate.toString()).toBe('2026-11-24T10:00:00');
    expect(event.startDate.toJSDate()).toEqual(visit.startsAt);
    expect(event.endDate.toJSDate()).toEqual(visit.endsAt);
    expect(text).toMatch(/\r\nDTSTAMP:20261120T083000Z\r\n/);
    expect(text).toMatch(/\r\nDTSTART;TZID=Asia\/Tokyo:20261124T100000\r\n/);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H');
    expect(icsOf('伴走 阿蘇市', [visit])).toBe(text);
    expect(read(icsOf('伴走 阿蘇市', []))).toEqual([]);
  });

  it.each<[CalendarVisit['status'], string]>([
    ['PUBLISHED', 'TENTATIVE'],
    ['CONFIRMED', 'CONFIRMED'],
    ['SETTLED', 'CONFIRMED'],
    ['CANCELLED', 'CANCELLED'],
  ])('says of a visit that is %s: %s', (status, said) => {
    const [event] = read(icsOf('x', [{ ...visit, status }]));
    expect(event && propertyOf(event, 'status')).toBe(said);
  });

  it('folds at 75 octets between characters, ends lines as it must, and takes any name', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((name) => !/[\p{Cc}]/u.test(name));
    const odd = fc.constantFrom(
      '𠮷野町;,\\"「」',
      '髙﨑德瀨①㈱'.repeat(12),
      'BEGIN:VEVENT',
      'a\nDTSTART:19700101T000000Z\nb',
    );
    const someVisit = fc.record({
      town: fc.oneof(words, odd),
      number: fc.oneof(fc.constant(null), odd),
      status: fc.constantFrom(...VISIT_STATUSES),
      startsAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(fc.array(someVisit, { maxLength: 4 }), (some) => {
        const visits = some.map((one, n) => {
          const minute = Math.floor(one.startsAt.getTime() / 60_000) * 60_000;
          const hours = { startsAt: new Date(minute), endsAt: new Date(minute + 7_200_000) };
          return { ...visit, ...one, ...hours, id: `${n}` };
        });
        const text = icsOf('𠮷'.repeat(40), visits);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // A character that was cut would not be whole on either side.
          expect(line.isWellFormed() && !line.includes('\uFFFD')).toBe(true);
        }
        const events = read(text);
        expect(events.map(({ summary }) => summary)).toEqual(visits.map(({ town }) => `${town}（訪問）`));
        expect(events.map(({ startDate }) => startDate.toJSDate())).toEqual(
          visits.map(({ startsAt }) => startsAt),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says ten in the morning in Japan wherever the server and the reader stand', () => {
    const script = `
      import ICAL from 'ical.js';
      import { icsOf } from './calendar-feed/ics.js';
      const text = icsOf('x', [{ ...${JSON.stringify(visit)}, startsAt: new Date('2026-11-24T01:00:00Z'),
        endsAt: new Date('2026-11-24T03:00:00Z'), changedAt: new Date('2026-11-20T08:30:00Z') }]);
      const calendar = new ICAL.Component(ICAL.parse(text));
      ICAL.TimezoneService.register(calendar.getFirstSubcomponent('vtimezone'));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
      console.log(JSON.stringify({ text, hour: new Date('2026-11-24T01:00:00Z').getHours(), at: event.startDate.toJSDate() }));`;
    const files = ['calendar-feed/ics.ts', 'visit-status.ts'];
    const seen = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((zone) =>
      answer.parse(inTimeZone(zone, resolve('libs/dispatch/src'), files, script)),
    );
    expect(seen.map(({ hour }) => hour)).toEqual([1, 10, 20]);
    expect(new Set(seen.map(({ text }) => text)).size).toBe(1);
    expect(seen[0]?.text).toContain('DTSTART;TZID=Asia/Tokyo:20261124T100000');
    for (const { at } of seen) expect(at).toBe('2026-11-24T01:00:00.000Z');
  });
});
