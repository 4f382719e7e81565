import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  amountOf,
  bucketOf,
  type CountedVisit,
  exceededBy,
  limitOf,
  type Reaches,
  stateOf,
} from './quota-counting.js';
import { shareOut, type WaitingRequest } from './quota-sharing.js';
import { Quota, QUOTA_UNITS } from './quota.entity.js';

const KURE = '342025';
const MIHARA = '342041';
const NOBODY: Reaches = new Map();

const visit = (changes: Partial<CountedVisit> = {}): CountedVisit => ({
  id: 'v1',
  specialistId: 'she',
  municipalityId: KURE,
  supportRequestId: 'case',
  themeId: 'T01',
  mode: 'ON_SITE',
  date: '2026-12-08',
  minutes: 120,
  ...changes,
});

const quota = (changes: Partial<Quota> = {}): Quota =>
  Object.assign(new Quota(), {
    id: 'q1',
    name: '枠',
    scope: 'PREFECTURE',
    municipalityId: null,
    supportRequestId: null,
    agreementId: null,
    themeId: null,
    period: 'WHOLE',
    fiscalYear: null,
    unit: 'VISITS',
    counts: 'BOTH',
    limit: 3,
    warnPercent: 80,
    ...changes,
  });

describe('what visits use up', () => {
  it('a day is one person on one date, hours are those of the visits, visits are counted', () => {
    const twiceOnOneDay = [visit(), visit({ id: 'v2' }), visit({ id: 'v3', specialistId: 'he' })];
    const nextDay = visit({ id: 'v4', date: '2026-12-09', minutes: 90 });
    expect(amountOf('DAYS', [...twiceOnOneDay, nextDay])).toBe(3);
    expect(amountOf('HOURS', [...twiceOnOneDay, nextDay])).toBe(450);
    expect(amountOf('VISITS', [...twiceOnOneDay, nextDay])).toBe(4);
    expect(amountOf('DAYS', [visit({ specialistId: null }), visit({ id: 'v2', specialistId: null })])).toBe(
      2,
    );
    expect(amountOf('DAYS', [])).toBe(0);
  });

  it('never is more days than visits, and does not depend on their order', () => {
    const any = fc.record({
      specialistId: fc.constantFrom('she', 'he'),
      date: fc.constantFrom('2026-12-08', '2026-12-09', '2027-01-04'),
      minutes: fc.constantFrom(30, 90, 240),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (some) => {
        const visits = some.map((one, i) => visit({ id: `v${i}`, ...one }));
        expect(amountOf('DAYS', visits)).toBeLessThanOrEqual(visits.length);
        for (const unit of QUOTA_UNITS)
          expect(amountOf(unit, visits)).toBe(amountOf(unit, [...visits].reverse()));
      }),
    );
  });

  it('warns before the limit, then says full and over', () => {
    const ten = { unit: 'HOURS' as const, limit: 10, warnPercent: 80 };
    expect(limitOf(ten)).toBe(600);
    expect([479, 480, 600, 601].map((minutes) => stateOf(ten, minutes))).toEqual([
      'FREE',
      'WARN',
      'FULL',
      'OVER',
    ]);
    expect(stateOf({ ...ten, limit: 0 }, 0)).toBe('FULL');
  });
});

describe('which visits a quota counts', () => {
  const spanIn = (changes: Partial<Quota>, of: Partial<CountedVisit> = {}) =>
    bucketOf(quota(changes), visit(of), NOBODY);

  it('by month, by fiscal year, by one year alone, or ever', () => {
    expect(spanIn({ period: 'MONTH' })).toEqual({ part: '', span: '2026-12' });
    expect(spanIn({ period: 'FISCAL_YEAR' }, { date: '2027-03-31' })?.span).toBe('2026');
    expect(spanIn({ period: 'FISCAL_YEAR' }, { date: '2027-04-01' })?.span).toBe('2027');
    expect(spanIn({ period: 'FISCAL_YEAR', fiscalYear: 2025 })).toBeNull();
    expect(spanIn({ period: 'WHOLE' })?.span).toBe('');
  });

  it('by form, town, case and theme', () => {
    expect(spanIn({ counts: 'ONLINE' })).toBeNull();
    expect(spanIn({ counts: 'ON_SITE' })).not.toBeNull();
    expect(spanIn({ scope: 'MUNICIPALITY' })?.part).toBe(KURE);
    expect(spanIn({ scope: 'MUNICIPALITY', municipalityId: MIHARA })).toBeNull();
    expect(spanIn({ scope: 'CASE' })?.part).toBe('case');
    expect(spanIn({ scope: 'CASE', supportRequestId: 'other', municipalityId: KURE })).toBeNull();
    expect(spanIn({ scope: 'THEME', themeId: 'T01' })).not.toBeNull();
    expect(spanIn({ scope: 'THEME', themeId: 'T02' })).toBeNull();
  });

  it('of an agreement: whoever is placed under it, in the term, at a town that is a party', () => {
    const people = [{ specialistId: 'she', from: '2026-10-01', to: '2028-09-30' }];
    const under = (towns: string[], of: Partial<CountedVisit> = {}) =>
      bucketOf(
        quota({ scope: 'AGREEMENT', agreementId: 'a' }),
        visit(of),
        new Map([['a', { people, towns }]]),
      ) !== null;
    expect(under([KURE])).toBe(true);
    expect(under([])).toBe(true);
    expect(under([MIHARA])).toBe(false);
    expect(under([KURE], { specialistId: 'he' })).toBe(false);
    expect(under([KURE], { date: '2028-10-01' })).toBe(false);
  });
});

describe('what a change takes over the limit', () => {
  const three = [1, 2, 3].map((n) => visit({ id: `v${n}`, date: `2026-12-0${n}` }));
  const fourth = visit({ id: 'v4', date: '2026-12-04' });

  it('is told of, with what was and what would be', () => {
    const [exceeded] = exceededBy([quota()], { before: three, after: [...three, fourth] }, NOBODY);
    expect(exceeded).toMatchObject({ before: 3, after: 4, bucket: { part: '', span: '' } });
    expect(
      exceededBy([quota()], { before: three.slice(1), after: [...three.slice(1), fourth] }, NOBODY),
    ).toEqual([]);
  });

  it('was over before and grows no further: nothing is refused for it', () => {
    expect(exceededBy([quota({ limit: 1 })], { before: three, after: three.slice(1) }, NOBODY)).toEqual([]);
  });

  it('another visit on a day that is counted already costs no day', () => {
    const days = quota({ unit: 'DAYS' });
    const sameDay = visit({ id: 'v4', date: '2026-12-03' });
    expect(exceededBy([days], { before: three, after: [...three, sameDay] }, NOBODY)).toEqual([]);
  });
});

describe('sharing out what is left', () => {
  const request = (changes: Partial<WaitingRequest> = {}): WaitingRequest => ({
    id: 'case',
    municipalityId: KURE,
    themeId: 'T01',
    specialistId: null,
    mode: 'ON_SITE',
    minutes: 120,
    visits: 2,
    priority: 2,
    waitingDays: 5,
    ...changes,
  });
  const shares = (
    quotas: Quota[],
    requests: WaitingRequest[],
    days = ['2026-12-07'],
    standing: CountedVisit[] = [],
  ) =>
    shareOut(quotas, { requests, standing, reaches: NOBODY, days: () => days }).map(
      ({ requestId, visits, mode }) => [requestId, visits, mode],
    );

  it('goes by priority, then waiting time, then id', () => {
    const asking = [
      request({ id: 'b' }),
      request({ id: 'a' }),
      request({ id: 'long', waitingDays: 9 }),
      request({ id: 'urgent', priority: 4, waitingDays: 0 }),
    ];
    const expected = [
      ['urgent', 2, 'ON_SITE'],
      ['long', 2, 'ON_SITE'],
      ['a', 1, 'ON_SITE'],
      ['b', 0, 'ON_SITE'],
    ];
    expect(shares([quota({ limit: 5 })], asking)).toEqual(expected);
    expect(shares([quota({ limit: 5 })], [...asking].reverse())).toEqual(expected);
  });

  it('counts what stands, and hours by the length of a visit', () => {
    expect(shares([quota({ unit: 'HOURS', limit: 5 })], [request({ visits: 4 })])).toEqual([
      ['case', 2, 'ON_SITE'],
    ]);
    expect(shares([quota({ limit: 3 })], [request()], undefined, [visit(), visit({ id: 'v2' })])).toEqual([
      ['case', 1, 'ON_SITE'],
    ]);
  });

  it('uses all months that a visit may fall into', () => {
    const monthly = quota({ period: 'MONTH', limit: 1 });
    expect(shares([monthly], [request({ visits: 3 })], ['2026-12-07', '2027-01-01'])).toEqual([
      ['case', 2, 'ON_SITE'],
    ]);
  });

  it('turns to online where only on site has nothing left', () => {
    const onSite = quota({ counts: 'ON_SITE', limit: 0 });
    expect(shares([onSite], [request({ mode: 'EITHER' })])).toEqual([['case', 2, 'ONLINE']]);
    expect(shares([onSite], [request()])).toEqual([['case', 0, 'ON_SITE']]);
  });

  it('binds an agreement only where it is known who comes', () => {
    const ofAgreement = quota({ scope: 'AGREEMENT', agreementId: 'a', limit: 0 });
    const reaches = new Map([
      ['a', { people: [{ specialistId: 'she', from: '2026-10-01', to: '2028-09-30' }], towns: [] }],
    ]);
    const given = { standing: [], reaches, days: () => ['2026-12-07'] };
    const asking = [request(), request({ id: 'hers', specialistId: 'she' })];
    expect(shareOut([ofAgreement], { ...given, requests: asking }).map(({ visits }) => visits)).toEqual([
      2, 0,
    ]);
  });
});
