import { instantAt, localDateOf } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CAR_RATE,
  FIXED_RATE,
  isOneJourney,
  type Journey,
  LEG_MODES,
  MEALS,
  NATIONAL_2025,
  prefilled,
  RECEIPT_KINDS,
  ruleOn,
  type RuleTerms,
  sumOf,
  tourShares,
  TRAVEL_RULES,
  type VisitOnSite,
} from './index.js';

const DATES = ['2026-11-24', '2026-11-25', '2026-11-26'] as const;
const [first, second, third] = DATES;
const journey = (change: Partial<Journey> = {}): Journey => ({
  from: first,
  to: second,
  start: 'OFFICE',
  end: 'HOME',
  legs: [],
  nights: [],
  receipts: [],
  ...change,
});
const leg = (change: Partial<Journey['legs'][number]> = {}) => ({
  onDate: first as string,
  fromName: '熊本県庁',
  toName: '天草市',
  mode: 'TRAIN' as const,
  meters: null,
  fareYen: 3_000,
  minutes: null,
  ...change,
});
const night = (change: Partial<Journey['nights'][number]> = {}) => ({
  onDate: first as string,
  placeName: '天草市',
  regionId: '43',
  paid: true,
  meals: 'NONE' as const,
  beyondReason: null,
  ...change,
});
const receipt = (kind: Journey['receipts'][number]['kind'], yen: number, onDate: string = first) => ({
  kind,
  yen,
  onDate,
  note: null,
});
const national: RuleTerms = {
  ...NATIONAL_2025.template.terms,
  amounts: { ...NATIONAL_2025.template.terms.amounts, [CAR_RATE]: 20 },
};
const fixed = FIXED_RATE.template.terms;
const yenBy = (lines: readonly { kind: string; yen: number }[]) => lines.map(({ kind, yen }) => [kind, yen]);

describe('the national rule since April 2025', () => {
  it.each([
    // A ceiling of 14,000 yen in 熊本; the allowance of 2,400 yen, less a third for each meal in the price.
    { paid: 12_500, meals: 'NONE' as const, expected: [12_500, 2_400] },
    { paid: 14_000, meals: 'ONE' as const, expected: [14_000, 1_600] },
    { paid: 18_000, meals: 'BOTH' as const, expected: [14_000, 800] },
  ])('pays a night of $paid yen with meals $meals as $expected', ({ paid, meals, expected }) => {
    const { lines, missing } = NATIONAL_2025.reckon(
      journey({ nights: [night({ meals })], receipts: [receipt('LODGING', paid)] }),
      national,
    );
    expect(lines.map(({ yen }) => yen)).toEqual(expected);
    expect(missing).toEqual([]);
    expect(lines[0]?.clause.ja).toBe('旅費法施行令第9条（宿泊費）');
    expect(lines[0]?.formula.ja).toContain('上限 14,000円');
  });

  it('pays more than the ceiling for a reason that is said, and nothing for a night with relatives', () => {
    const beyond = night({ beyondReason: '大会と重なり他に空きがない' });
    const { lines } = NATIONAL_2025.reckon(
      journey({ nights: [beyond], receipts: [receipt('LODGING', 18_000)] }),
      national,
    );
    expect(lines[0]).toMatchObject({ yen: 18_000 });
    expect(lines[0]?.formula.ja).toContain('超える事情');
    const free = NATIONAL_2025.reckon(journey({ nights: [night({ paid: false })] }), national);
    expect(yenBy(free.lines)).toEqual([['LODGING_ALLOWANCE', 2_400]]);
    expect(free.missing).toEqual([]);
  });

  it('says what is missing, and pays nothing for it', () => {
    const { lines, missing } = NATIONAL_2025.reckon(
      journey({
        legs: [
          leg(),
          leg({ mode: 'BUS', fareYen: null }),
          leg({ mode: 'CAR', fareYen: null, onDate: second }),
        ],
        nights: [night({ regionId: '12' })],
        receipts: [receipt('TRAIN', 1_800), receipt('AIR', 9_000)],
      }),
      NATIONAL_2025.template.terms,
    );
    expect(yenBy(lines)).toEqual([
      ['TRAIN', 1_800],
      ['LODGING_ALLOWANCE', 2_400],
    ]);
    expect(missing).toEqual([
      { kind: 'RECEIPT', onDate: first, what: 'TRAIN', yen: 1_200 },
      { kind: 'FARE', onDate: first, what: 'BUS', yen: 0 },
      { kind: 'DISTANCE', onDate: second, what: 'CAR', yen: 0 },
      { kind: 'FIGURE', onDate: second, what: CAR_RATE, yen: 0 },
      { kind: 'RECEIPT', onDate: first, what: 'LODGING', yen: 0 },
      { kind: 'FIGURE', onDate: first, what: 'ceiling.12', yen: 0 },
      { kind: 'UNUSED', onDate: first, what: 'AIR', yen: 9_000 },
    ]);
  });

  it('takes a fare from its receipt, full kilometres of all roads together, and tolls as they were', () => {
    const roads = [12_700, 12_700].map((meters) => leg({ mode: 'CAR', fareYen: null, meters }));
    const { lines, missing } = NATIONAL_2025.reckon(
      journey({
        legs: [...roads, leg({ mode: 'FERRY', fareYen: null }), leg({ mode: 'WALK', fareYen: null })],
        receipts: [receipt('FERRY', 1_360), receipt('TOLL', 880)],
      }),
      national,
    );
    expect(yenBy(lines)).toEqual([
      ['FERRY', 1_360],
      ['CAR', 500],
      ['TOLL', 880],
    ]);
    expect(missing).toEqual([]);
  });
});

describe('the fixed-rate rule', () => {
  it('pays days, nights and kilometres at their price, without receipts for lodging', () => {
    const { lines, missing } = FIXED_RATE.reckon(
      journey({
        legs: [leg(), leg({ mode: 'CAR', fareYen: null, meters: 85_900, onDate: second })],
        nights: [night()],
      }),
      fixed,
    );
    expect(yenBy(lines)).toEqual([
      ['TRAIN', 3_000],
      ['CAR', 85 * 37],
      ['PER_DIEM', 4_400],
      ['LODGING', 10_900],
    ]);
    expect(missing).toEqual([]);
    expect(lines[1]?.formula.ja).toBe('85km（1km未満切捨て）× 37円');
    expect(lines[2]?.clause.ja).toBe('職員等の旅費に関する条例 日当');
  });

  it('pays a day trip by its own rate, and nobody who went nowhere', () => {
    const terms = { ...fixed, amounts: { ...fixed.amounts, dayTripYen: 1_100 } };
    const trip = FIXED_RATE.reckon(journey({ to: first, legs: [leg()] }), terms);
    expect(yenBy(trip.lines)).toEqual([
      ['TRAIN', 3_000],
      ['PER_DIEM', 1_100],
    ]);
    expect(
      FIXED_RATE.reckon(journey({ to: first, legs: [leg({ mode: 'WALK', fareYen: null })] }), terms),
    ).toEqual({
      lines: [],
      missing: [],
    });
  });
});

const yen = fc.integer({ min: 0, max: 50_000 });
const anyReceipt = fc.record({
  kind: fc.constantFrom(...RECEIPT_KINDS),
  onDate: fc.constantFrom(...DATES),
  yen: fc.integer({ min: 1, max: 50_000 }),
  note: fc.constant(null),
});
const anyJourney = fc.record<Journey>({
  from: fc.constant(first),
  to: fc.constant(third),
  start: fc.constant('OFFICE'),
  end: fc.constant('OFFICE'),
  legs: fc.array(
    fc.record({
      onDate: fc.constantFrom(...DATES),
      fromName: fc.constant('a'),
      toName: fc.constant('b'),
      mode: fc.constantFrom(...LEG_MODES),
      meters: fc.option(fc.integer({ min: 0, max: 500_000 })),
      fareYen: fc.option(yen),
      minutes: fc.constant(null),
    }),
    { maxLength: 8 },
  ),
  nights: fc.uniqueArray(
    fc.record({
      onDate: fc.constantFrom(...DATES),
      placeName: fc.constant('b'),
      regionId: fc.constantFrom('43', '12', '13'),
      paid: fc.boolean(),
      meals: fc.constantFrom(...MEALS),
      beyondReason: fc.constant(null),
    }),
    { selector: ({ onDate }) => onDate, maxLength: 3 },
  ),
  receipts: fc.array(anyReceipt, { maxLength: 8 }),
});
const anyRule = fc.constantFrom(...TRAVEL_RULES);
const termsOf = (id: string) => (id === 'NATIONAL_2025' ? national : fixed);

describe('any rule', () => {
  it('gives whole yen, never below zero, each with its clause, and never more than a ceiling or a receipt', () => {
    fc.assert(
      fc.property(anyJourney, anyRule, (one, rule) => {
        const terms = termsOf(rule.id);
        const { lines } = rule.reckon(one, terms);
        for (const line of lines) {
          expect(Number.isSafeInteger(line.yen) && line.yen > 0).toBe(true);
          expect(line.clause.ja.length > 0 && line.formula.en.length > 0).toBe(true);
        }
        for (const { onDate, regionId } of one.nights) {
          const paid = sumOf(lines.filter((line) => line.kind === 'LODGING' && line.onDate === onDate));
          if (rule.usesCeilings) expect(paid).toBeLessThanOrEqual(terms.ceilings[regionId] ?? 0);
        }
        for (const kind of terms.receiptFor)
          for (const onDate of DATES) {
            const shown = sumOf(one.receipts.filter((row) => row.kind === kind && row.onDate === onDate));
            const paid = sumOf(lines.filter((line) => line.kind === kind && line.onDate === onDate));
            expect(paid).toBeLessThanOrEqual(shown);
          }
      }),
    );
  });

  it('never pays less for one more receipt', () => {
    fc.assert(
      fc.property(anyJourney, anyReceipt, anyRule, (one, more, rule) => {
        const total = (receipts: Journey['receipts']) =>
          sumOf(rule.reckon({ ...one, receipts }, termsOf(rule.id)).lines);
        expect(total([...one.receipts, more])).toBeGreaterThanOrEqual(total(one.receipts));
      }),
    );
  });

  it('is divided between the visits without a yen lost, and by each payer’s own rule', () => {
    fc.assert(
      fc.property(
        anyJourney,
        fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('VISITS' as const, 'HALF_DAYS' as const),
        (one, halves, by) => {
          const visits = halves.map((halfDays, i) => ({ visitId: `v${i}`, halfDays, ruleVersionId: 'n' }));
          const reckoned = NATIONAL_2025.reckon(one, national);
          const shares = tourShares(visits, by, new Map([['n', reckoned]]));
          expect(sumOf(shares)).toBe(sumOf(reckoned.lines));
          const mixed = visits.map((visit, i) => ({ ...visit, ruleVersionId: i % 2 === 0 ? 'n' : 'f' }));
          const both = new Map([
            ['n', reckoned],
            ['f', FIXED_RATE.reckon(one, fixed)],
          ]);
          const most = Math.max(...[...both.values()].map(({ lines }) => sumOf(lines)));
          expect(sumOf(tourShares(mixed, by, both))).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('changes at midnight of Japan', () => {
    const versions = [
      { version: 1, validFrom: '2025-04-01' },
      { version: 2, validFrom: '2026-12-01' },
      { version: 3, validFrom: '2026-12-01' },
    ];
    const midnight = instantAt('2026-12-01', 0);
    const at = (instant: Date) => ruleOn(versions, localDateOf(instant))?.version;
    expect([at(new Date(midnight.getTime() - 1)), at(midnight)]).toEqual([1, 3]);
    expect(ruleOn(versions, '2025-03-31')).toBeNull();
  });
});

describe('a journey before anybody has corrected it', () => {
  const office = { id: 'o', name: '熊本県庁', regionId: '43' };
  const stop = (id: string) => ({ id, name: id, regionId: '43' });
  const visit = (date: string, town: string, change: Partial<VisitOnSite> = {}): VisitOnSite => ({
    date,
    town: stop(town),
    nightBefore: false,
    nightAfter: false,
    ...change,
  });
  const ways = (from: string, to: string) => ({
    meters: 10_000,
    minutes: 30,
    byFerry: from === 'i' || to === 'i',
  });
  const told = (visits: readonly VisitOnSite[]) => {
    const { legs, nights, from, to } = prefilled(visits, office, ways);
    return {
      legs: legs.map(({ onDate, fromName, toName }) => `${onDate.slice(8)} ${fromName}→${toName}`),
      nights: nights.map(({ onDate, placeName }) => `${onDate.slice(8)} ${placeName}`),
      span: [from, to],
    };
  };

  it('goes there and back on a day, and from town to town', () => {
    expect(told([visit(first, 'a')])).toEqual({
      legs: ['24 熊本県庁→a', '24 a→熊本県庁'],
      nights: [],
      span: [first, first],
    });
    expect(told([visit(first, 'a'), visit(first, 'b')]).legs).toEqual([
      '24 熊本県庁→a',
      '24 a→b',
      '24 b→熊本県庁',
    ]);
  });

  it('counts the nights of a tour and the ways between its towns once', () => {
    expect(
      told([
        visit(first, 'a', { nightAfter: true }),
        visit(second, 'b', { nightAfter: true }),
        visit(third, 'c'),
      ]),
    ).toEqual({
      legs: ['24 熊本県庁→a', '25 a→b', '26 b→c', '26 c→熊本県庁'],
      nights: ['24 a', '25 b'],
      span: [first, third],
    });
    expect(told([visit(first, 'a'), visit(second, 'b', { nightBefore: true })])).toMatchObject({
      legs: ['24 熊本県庁→a', '24 a→b', '25 b→熊本県庁'],
      nights: ['24 b'],
    });
    expect(told([visit(second, 'i', { nightBefore: true, nightAfter: true })])).toEqual({
      legs: ['24 熊本県庁→i', '26 i→熊本県庁'],
      nights: ['24 i', '25 i'],
      span: [first, third],
    });
  });

  it('is a ship where no road leads, and one journey only without a day between', () => {
    expect(prefilled([visit(first, 'i')], office, ways).legs[0]).toMatchObject({
      mode: 'FERRY',
      meters: null,
    });
    expect(isOneJourney([visit(first, 'a'), visit(second, 'b')])).toBe(true);
    expect(isOneJourney([visit(first, 'a'), visit(third, 'b')])).toBe(false);
  });
});
