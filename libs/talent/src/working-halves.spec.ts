import { closuresBetween, closureOf } from '@banso/directory';
import {
  addDays,
  coversHalf,
  DAY_PARTS,
  datesBetween,
  WEEKDAYS,
  WEEKLY_HALVES,
  weekdayOf,
} from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRule, naiveDays } from '../test/naive-rule.js';
import { withDays } from './availability/changes.js';
import { occurrencesOf, repeatRuleText } from './availability/repeat-rule.js';
import { halfDaysBetween } from './availability/times.queries.js';
import { absencesOf, always, halfDays, HALVES_IN_ORDER, workingHalves } from './working-halves.js';

/** From Friday to Wednesday over the long weekend of Labour Thanksgiving. */
const dates = datesBetween('2026-11-20', '2026-11-25');
const none = { daysOff: [], blocked: [], opened: [], closures: [] };

describe('workingHalves', () => {
  it('follows the weekly pattern, mornings first', () => {
    expect(workingHalves({ ...none, dates, patterns: always(['WED_PM', 'FRI_PM', 'FRI_AM']) })).toEqual([
      { date: '2026-11-20', half: 'AM' },
      { date: '2026-11-20', half: 'PM' },
      { date: '2026-11-25', half: 'PM' },
    ]);
  });

  it('leaves out the days on which the offices are closed', () => {
    const closures = closuresBetween('2026-11-20', '2026-11-25');
    const patterns = always(['SAT_AM', 'MON_AM', 'TUE_AM']);
    expect(workingHalves({ ...none, dates, patterns, closures })).toEqual([
      { date: '2026-11-24', half: 'AM' },
    ]);
    const opened = [{ date: '2026-11-23', part: 'DAY' }] as const;
    expect(workingHalves({ ...none, dates, patterns: [], closures, opened })).toEqual([]);
  });

  it('leaves out days off, halves and whole', () => {
    const daysOff = [
      { date: '2026-11-20', part: 'AM' },
      { date: '2026-11-25', part: 'DAY' },
    ] as const;
    const patterns = always(['FRI_AM', 'FRI_PM', 'WED_AM']);
    expect(workingHalves({ ...none, dates, patterns, daysOff })).toEqual([
      { date: '2026-11-20', half: 'PM' },
    ]);
  });

  it('opens a day against a rule and beyond the pattern, not against a day off; a placement gains nothing by it', () => {
    const facts = {
      ...none,
      dates: ['2026-11-24', '2026-11-25'],
      blocked: [{ date: '2026-11-24', part: 'DAY' }],
      opened: [
        { date: '2026-11-24', part: 'PM' },
        { date: '2026-11-25', part: 'DAY' },
      ],
      daysOff: [{ date: '2026-11-25', part: 'AM' }],
    } as const;
    const patterns = always(['TUE_AM', 'TUE_PM']);
    expect(workingHalves({ ...facts, patterns })).toEqual([
      { date: '2026-11-24', half: 'PM' },
      { date: '2026-11-25', half: 'PM' },
    ]);
    expect(workingHalves({ ...facts, ...absencesOf(facts), patterns })).toEqual([
      { date: '2026-11-24', half: 'PM' },
    ]);
    expect(halfDays({ ...facts, patterns }).map(({ state }) => state)).toEqual([
      'RULE',
      'WORKS',
      'DAY_OFF',
      'WORKS',
    ]);
  });

  it('is empty for somebody without a pattern and for no dates', () => {
    expect(workingHalves({ ...none, dates, patterns: [] })).toEqual([]);
    expect(workingHalves({ ...none, dates: [], patterns: always(['MON_AM']) })).toEqual([]);
  });
});

const DAYS = 60;
const START = '2026-11-01';
const someDay = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => addDays(START, n));
const part = fc.constantFrom(...DAY_PARTS);
const someParts = fc.array(fc.record({ date: someDay, part }), { maxLength: 12 });
const weekly = fc.uniqueArray(fc.constantFrom(...WEEKLY_HALVES), { maxLength: 14 });
const anyTimes = fc.record({
  patterns: fc.uniqueArray(fc.record({ validFrom: someDay, weekly }), {
    maxLength: 3,
    selector: ({ validFrom }) => validFrom,
  }),
  rules: fc.array(fc.record({ rule: anyRule, startsOn: someDay, part }), { maxLength: 3 }),
  daysOff: someParts,
  opened: someParts,
});

describe('rules, exceptions and patterns together', () => {
  it('say the same as somebody who looks at each half-day by itself', () => {
    fc.assert(
      fc.property(anyTimes, ({ patterns, rules, daysOff, opened }) => {
        const to = addDays(START, DAYS - 1);
        const sorted = [...patterns].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
        const blocked = rules.flatMap(({ rule, startsOn, part: taken }) =>
          occurrencesOf({ rule: repeatRuleText(rule), startsOn, endedOn: null }, START, to).map((date) => ({
            date,
            part: taken,
          })),
        );
        const all = datesBetween(START, to);
        const closures = closuresBetween(START, to);
        const found = workingHalves({ patterns: sorted, daysOff, opened, blocked, dates: all, closures });
        const naive = all.flatMap((date) =>
          HALVES_IN_ORDER.filter((half) => {
            const covered = (parts: typeof daysOff) =>
              parts.some((one) => one.date === date && coversHalf(one.part, half));
            if (closureOf(date) || covered(daysOff)) return false;
            if (covered(opened)) return true;
            const before = patterns.filter(({ validFrom }) => validFrom <= date);
            const latest = before.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
            if (!latest?.weekly.some((one) => one === `${WEEKDAYS[weekdayOf(date)]}_${half}`)) return false;
            return !rules.some(
              (one) => coversHalf(one.part, half) && naiveDays(one.rule, one.startsOn, to).includes(date),
            );
          }).map((half) => ({ date, half })),
        );
        expect(found).toEqual(naive);
      }),
      { numRuns: 200 },
    );
  });

  it('a day that is set is as it was set, on every day on which offices are open', () => {
    fc.assert(
      fc.property(anyTimes, someDay, fc.boolean(), fc.boolean(), (given, date, am, pm) => {
        const times = {
          patterns: [...given.patterns].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
          daysOff: given.daysOff.map((day) => ({ ...day, reason: null, ruleId: null })),
          opened: given.opened,
          blocked: [],
        };
        const [morning, afternoon] = halfDaysBetween(withDays(times, [{ date, am, pm }]), {
          from: date,
          to: date,
        });
        const works = [morning?.state === 'WORKS', afternoon?.state === 'WORKS'];
        expect(works).toEqual(closureOf(date) ? [false, false] : [am, pm]);
      }),
      { numRuns: 200 },
    );
  });
});
