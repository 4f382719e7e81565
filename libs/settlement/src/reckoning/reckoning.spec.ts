import { addDays } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion, fractionOf } from './apportion.js';
import { billedTo, differencesOf, figureOf } from './bill.js';
import { amountWords, fractionWords, shareWords } from './formula.js';
import { daysIn, fiscalYearsOf, lastOfMonth, proRata, slicesOf } from './periods.js';
import { statementOf } from './statement.js';
import {
  AMOUNT_RULES,
  DAY_SOURCES,
  type LineTerms,
  type StatementFacts,
  type TermsVersion,
} from './terms.js';

const PARTIES = ['a', 'b', 'c', 'd'] as const;
const TERM = { from: '2026-10-01', to: '2028-09-30' };
const YEAR = { from: '2026-10-01', to: '2027-09-30' };

const day = (from: string, days: number) => fc.nat(days).map((n) => addDays(from, n));

const line = fc
  .record({
    amountRule: fc.constantFrom(...AMOUNT_RULES),
    yen: fc.integer({ min: 1, max: 100_000_000 }),
    shareRule: fc.constantFrom('FIXED' as const, 'BY_DAYS' as const),
    weights: fc.dictionary(fc.constantFrom(...PARTIES), fc.integer({ min: 1, max: 1_000_000 }), {
      minKeys: 1,
    }),
    source: fc.constantFrom(...DAY_SOURCES),
    remainder: fc.nat(),
    label: fc.constantFrom('x', 'y', 'z'),
  })
  .map(({ amountRule, yen, shareRule, weights, source, remainder, label }): LineTerms => {
    const shares = Object.entries(weights).map(([partyId, weight]) => ({ partyId, weight }));
    const agreed = amountRule !== 'ENTERED' && amountRule !== 'ATTENDANCE_TRAVEL';
    return {
      item: 'OTHER',
      label,
      clauseNo: 1,
      amountRule,
      yen: agreed ? yen : null,
      daySource: amountRule === 'ATTENDANCE_TRAVEL' ? 'ATTENDANCE' : source,
      shareRule,
      shares,
      remainderPartyId: shares[remainder % shares.length]?.partyId ?? '',
    };
  });

const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ label }) => label });

const facts: fc.Arbitrary<StatementFacts> = fc
  .record({
    first: lines,
    changes: fc.array(fc.record({ validFrom: day(TERM.from, 500), lines }), { maxLength: 3 }),
    days: fc.array(
      fc.record({
        source: fc.constantFrom(...DAY_SOURCES),
        refId: fc.uuid(),
        date: day(TERM.from, 500),
        partyId: fc.constantFrom(...PARTIES, null),
        halfDays: fc.constantFrom(1, 2),
        travelYen: fc.nat(50_000),
      }),
      { maxLength: 30 },
    ),
    entered: fc.array(
      fc.record({
        id: fc.uuid(),
        item: fc.constant('OTHER' as const),
        label: fc.constantFrom('x', 'y', 'z'),
        month: fc.constantFrom('2026-10-01', '2026-11-01', '2027-03-01', '2027-04-01'),
        yen: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ first, changes, days, entered }) => ({
    term: TERM,
    versions: [{ validFrom: TERM.from, lines: first }, ...changes].map((one, i) => ({
      version: i + 1,
      ...one,
    })),
    days,
    entered,
  }));

const sumOf = (yen: readonly number[]) => yen.reduce((sum, one) => sum + one, 0);

describe('apportion', () => {
  it('always adds up, gives each its part rounded down, and the rest to the party that is named', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
        fc.uniqueArray(fc.record({ partyId: fc.string(), weight: fc.nat(1_000_000_000) }), {
          minLength: 1,
          maxLength: 20,
          selector: ({ partyId }) => partyId,
        }),
        fc.nat(),
        (total, weights, n) => {
          const named = weights[n % weights.length]?.partyId ?? '';
          const shares = apportion(total, weights, named);
          expect(sumOf(shares.map(({ yen }) => yen))).toBe(total);
          for (const { partyId, remainderYen } of shares)
            if (partyId !== named) expect(remainderYen).toBe(0);
            else if (weights.some(({ weight }) => weight > 0))
              expect(Math.abs(remainderYen)).toBeLessThan(weights.length);
          const otherWay = apportion(total, [...weights].reverse(), named);
          expect([...otherWay].reverse()).toEqual(shares);
        },
      ),
    );
  });

  it('shares of 3 and 2 of 100 are 60 and 40; of 101, the one yen left is the named party’s', () => {
    const weights = [
      { partyId: 'mihara', weight: 3 },
      { partyId: 'etajima', weight: 2 },
    ];
    const yen = (total: number, named: string) => apportion(total, weights, named).map((one) => one.yen);
    expect(yen(100, 'mihara')).toEqual([60, 40]);
    expect(yen(101, 'mihara')).toEqual([61, 40]);
    expect(yen(101, 'etajima')).toEqual([60, 41]);
    expect(yen(-101, 'etajima')).toEqual([-60, -41]);
    expect(fractionOf(6, 10)).toEqual({ numerator: 3, denominator: 5 });
    expect(fractionWords(3, 5)).toBe('3/5 (60%)');
    expect(fractionWords(1, 3)).toBe('1/3 (33.33%)');
  });

  it('refuses what cannot be divided', () => {
    const one = [{ partyId: 'a', weight: 1 }];
    expect(() => apportion(0.5, one, 'a')).toThrow(RangeError);
    expect(() => apportion(1, [{ partyId: 'a', weight: -1 }], 'a')).toThrow(RangeError);
    expect(() => apportion(1, [...one, ...one], 'a')).toThrow(RangeError);
    expect(() => apportion(1, one, 'b')).toThrow(RangeError);
  });
});

describe('periods', () => {
  it('cuts where months end and terms change, and loses no day', () => {
    fc.assert(
      fc.property(day(TERM.from, 400), fc.nat(400), fc.array(day(TERM.from, 800)), (from, days, changes) => {
        const period = { from, to: addDays(from, days) };
        const slices = slicesOf(period, changes);
        expect(sumOf(slices.map(daysIn))).toBe(daysIn(period));
        for (const slice of slices) expect(slice.to <= lastOfMonth(slice.from)).toBe(true);
      }),
    );
  });

  it('pro-rates by calendar days, so that the slices of a month add up to its amount', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.array(day('2027-02-01', 27)), (yen, changes) => {
        const month = { from: '2027-02-01', to: '2027-02-28' };
        const slices = slicesOf(month, changes);
        expect(sumOf(slices.map((slice) => proRata(yen, month, slice)))).toBe(yen);
      }),
    );
  });

  it('knows the fiscal years of a term that does not follow them', () => {
    expect(fiscalYearsOf({ from: '2026-10-01', to: '2029-09-30' })).toEqual([
      { fiscalYear: 2026, period: { from: '2026-10-01', to: '2027-03-31' } },
      { fiscalYear: 2027, period: { from: '2027-04-01', to: '2028-03-31' } },
      { fiscalYear: 2028, period: { from: '2028-04-01', to: '2029-03-31' } },
      { fiscalYear: 2029, period: { from: '2029-04-01', to: '2029-09-30' } },
    ]);
  });
});

describe('statementOf', () => {
  it('gives every line to somebody to the last yen', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { lines: found } = statementOf(given, YEAR);
        for (const one of found) expect(sumOf(one.shares.map(({ yen }) => yen))).toBe(one.totalYen);
        const billed = PARTIES.flatMap((party) => billedTo(party, { lines: found, unmatched: [] }));
        expect(sumOf(billed.map(({ share }) => share.yen))).toBe(
          sumOf(found.map(({ totalYen }) => totalYen)),
        );
      }),
    );
  });

  it('gives the same again, and in whatever order the facts come', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const shuffled = {
          ...given,
          versions: [...given.versions].reverse(),
          days: [...given.days].reverse(),
          entered: [...given.entered].reverse(),
        };
        expect(statementOf(given, YEAR)).toEqual(statementOf(given, YEAR));
        expect(statementOf(shuffled, YEAR).lines).toEqual(statementOf(given, YEAR).lines);
      }),
    );
  });

  it('comes to the same whether it is asked for a year or month by month', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const months = slicesOf(YEAR, []).flatMap((month) => statementOf(given, month).lines);
        expect(months).toEqual(statementOf(given, YEAR).lines);
      }),
    );
  });

  it('never changes a period before the day from which new terms hold, also in the middle of a month', () => {
    fc.assert(
      fc.property(facts, lines, day('2026-12-01', 300), (given, changed, validFrom) => {
        const closed = { from: TERM.from, to: '2026-11-30' };
        const version: TermsVersion = { version: given.versions.length + 1, validFrom, lines: changed };
        const later = { ...given, versions: [...given.versions, version] };
        expect(statementOf(later, closed)).toEqual(statementOf(given, closed));
        const figures = (all: StatementFacts) => billedTo('a', statementOf(all, closed)).map(figureOf);
        expect(differencesOf(figures(given), figures(later))).toEqual([]);
      }),
    );
  });

  it('splits a month in whose middle nothing but the version changes without losing a yen', () => {
    fc.assert(
      fc.property(line, day('2026-11-02', 27), (terms, validFrom) => {
        const agreed = { ...terms, amountRule: 'MONTHLY' as const, yen: terms.yen ?? 1 };
        const before = { version: 1, validFrom: TERM.from, lines: [agreed] };
        const given = { term: TERM, versions: [before], days: [], entered: [] };
        const again = { ...given, versions: [before, { ...before, version: 2, validFrom }] };
        const november = { from: '2026-11-01', to: '2026-11-30' };
        const total = (all: StatementFacts) =>
          sumOf(statementOf(all, november).lines.map(({ totalYen }) => totalYen));
        expect(total(again)).toBe(total(given));
        expect(total(given)).toBe(agreed.yen);
      }),
    );
  });

  const salary: LineTerms = {
    item: 'SALARY',
    label: '給料',
    clauseNo: 5,
    amountRule: 'MONTHLY',
    yen: 500_001,
    daySource: 'PLACEMENT',
    shareRule: 'BY_DAYS',
    shares: [
      { partyId: 'mihara', weight: 1 },
      { partyId: 'etajima', weight: 1 },
    ],
    remainderPartyId: 'mihara',
  };
  const worked = (partyId: string, dates: readonly string[]) =>
    dates.map((date) => ({
      source: 'PLACEMENT' as const,
      refId: partyId,
      date,
      partyId,
      halfDays: 2,
      travelYen: 0,
    }));
  const given: StatementFacts = {
    term: TERM,
    versions: [{ version: 1, validFrom: TERM.from, lines: [salary] }],
    days: [
      ...worked('mihara', ['2026-11-02', '2026-11-04', '2026-11-05']),
      ...worked('etajima', ['2026-11-06', '2026-11-09']),
    ],
    entered: [],
  };

  it('says in words how a figure came about', () => {
    const [november] = statementOf(given, { from: '2026-11-01', to: '2026-11-30' }).lines;
    expect(november?.shares.map(({ yen, remainderYen }) => [yen, remainderYen])).toEqual([
      [300_001, 1],
      [200_000, 0],
    ]);
    const [mihara] = november?.shares ?? [];
    expect(november && mihara && shareWords(november, mihara)).toEqual({
      ja: '月額 500,001円 × 3/5 (60%)（配属日数 3/5日）、端数 1円を含む',
      en: '¥500,001 a month × 3/5 (60%) (days placed 3/5), with the remainder of ¥1',
    });
    const half = statementOf(given, { from: '2026-11-01', to: '2026-11-15' }).lines[0];
    expect(half && amountWords(half).ja).toBe('月額 500,001円 × 15/30日');
  });

  it('leaves a month without a day to the party that is named', () => {
    const [october] = statementOf(given, { from: '2026-10-01', to: '2026-10-31' }).lines;
    expect(october?.shares.map(({ yen }) => yen)).toEqual([500_001, 0]);
    expect(billedTo('etajima', { lines: october ? [october] : [], unmatched: [] })).toEqual([]);
  });

  it('adds what was entered to the terms of the month’s last day, and names what has no row', () => {
    const entered = [
      { id: '1', item: 'SALARY' as const, label: '給料', month: '2026-11-01', yen: -1 },
      { id: '2', item: 'FEE' as const, label: '手数料', month: '2026-11-01', yen: 5 },
    ];
    const changed = { version: 2, validFrom: '2026-11-16', lines: [{ ...salary, yen: 300_000 }] };
    const both = { ...given, entered, versions: [...given.versions, changed] };
    const { lines: found, unmatched } = statementOf(both, { from: '2026-11-01', to: '2026-11-30' });
    expect(found.map(({ totalYen, enteredYen }) => [totalYen, enteredYen])).toEqual([
      [250_000, 0],
      [149_999, -1],
    ]);
    expect(unmatched.map(({ id }) => id)).toEqual(['2']);
  });
});
