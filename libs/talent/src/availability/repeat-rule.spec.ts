import { addDays } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRule, naiveDays } from '../../test/naive-rule.js';
import { occurrencesOf, readRepeatRule, repeatRuleText } from './repeat-rule.js';

const FROM = '2026-04-01';
const startDay = fc.integer({ min: 0, max: 1_200 }).map((n) => addDays('2025-01-01', n));
const daysFrom = (rule: string, startsOn = FROM, to = addDays(startsOn, 100)) =>
  occurrencesOf({ rule, startsOn, endedOn: null }, startsOn, to);

describe('a repeat rule', () => {
  it('comes to the days that its words say, whatever it is', () => {
    fc.assert(
      fc.property(anyRule, startDay, fc.integer({ min: -30, max: 60 }), (rule, startsOn, gap) => {
        const text = repeatRuleText(rule);
        expect(readRepeatRule(text)).toEqual(rule);
        const from = addDays(startsOn, gap);
        const to = addDays(from, 150);
        const naive = naiveDays(rule, startsOn, to).filter((date) => date >= from);
        expect(occurrencesOf({ rule: text, startsOn, endedOn: null }, from, to)).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out months without its day, and knows the last one', () => {
    expect(daysFrom('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-01', '2027-06-01')).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
    expect(daysFrom('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-02-01', '2027-04-01')).toEqual([
      '2027-02-28',
      '2027-03-31',
    ]);
    expect(daysFrom('FREQ=MONTHLY;BYDAY=-1FR;COUNT=2')).toEqual(['2026-04-24', '2026-05-29']);
  });

  it('stops where it was ended, and never comes to more than a bounded stretch', () => {
    const rule = { rule: 'FREQ=WEEKLY;BYDAY=MO', startsOn: FROM, endedOn: '2026-04-13' };
    expect(occurrencesOf(rule, FROM, '2030-01-01')).toEqual(['2026-04-06', '2026-04-13']);
    expect(occurrencesOf(rule, '2026-05-01', '2030-01-01')).toEqual([]);
    const all = daysFrom('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', FROM, '9999-12-31');
    expect(all).toHaveLength(801);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY',
    'FREQ=YEARLY;BYDAY=MO',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=',
    'FREQ=WEEKLY;BYDAY=MO,MO',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYDAY=MO;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=MO;INTERVAL=99999999999',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=1000000',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3;UNTIL=20270101',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270231',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=00000101',
    'FREQ=WEEKLY;BYDAY=MO;WKST=SU',
    'FREQ=WEEKLY;BYDAY=MO;BYHOUR=1,2,3',
    'FREQ=WEEKLY;BYDAY=MO;FREQ=SECONDLY',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYDAY=MO',
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=MO\nDTSTART:19000101T000000Z',
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(10_000)}MO`,
    '',
  ])('refuses %.60s', (text) => expect(readRepeatRule(text)).toBeNull());
});
