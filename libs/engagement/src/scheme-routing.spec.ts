import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { amountTaken } from './scheme-caps.js';
import type { Route, SchemeNeed, UsedSoFar } from './scheme-route.js';
import { NOTHING_USED, routesFor, routeTo } from './scheme-routing.js';
import type { IntakeWindow, JudgedScheme, SchemeTerms } from './scheme-terms.js';
import { sayReason } from './scheme-words.js';

interface InFile {
  readonly id: string;
  readonly fiscalYear: number;
  readonly yearStated: boolean;
  readonly name: string;
  readonly nameEn: string;
  readonly terms: SchemeTerms;
  readonly source: string;
}

const national: JudgedScheme[] = (
  JSON.parse(readFileSync('data/schemes/national.json', 'utf8')) as { schemes: InFile[] }
).schemes.map((scheme, position) => ({
  ...scheme,
  origin: 'NATIONAL',
  organ: null,
  summary: null,
  validFrom: null,
  validTo: null,
  position,
}));

const named = (id: string): JudgedScheme => {
  const scheme = national.find((one) => one.id === id);
  if (!scheme) throw new Error(`${id} is not in the file`);
  return scheme;
};
const ADVISER = named('mic-regional-adviser');
const COUNTER = named('digital-counter-bpr');
const PLANNING = named('mic-planning-support');

/** In the year whose dates are stated, after the briefing. */
const NEED: SchemeNeed = {
  themeId: 'T01',
  mode: 'ON_SITE',
  visits: 3,
  visitMinutes: 180,
  urgent: false,
  months: null,
  briefingAttended: true,
  belowStrengthOne: null,
  today: '2025-06-02',
};

interface Around {
  readonly used?: UsedSoFar;
  readonly windows?: readonly IntakeWindow[];
}

function ask(
  scheme: JudgedScheme,
  changes: Partial<SchemeNeed> = {},
  { used = NOTHING_USED, windows = [] }: Around = {},
): Route {
  const judging = { usedOf: () => used, windowsOf: () => windows, ofPool: [] };
  const route = routeTo(scheme, { ...judging, need: { ...NEED, ...changes } });
  for (const reason of route.reasons) expect(sayReason(reason).ja).not.toContain('undefined');
  for (const reason of route.reasons) expect(sayReason(reason).en).not.toMatch(/undefined|NaN/);
  return route;
}

const codes = (route: Route): string[] => route.reasons.map(({ code }) => code);

describe('the adviser of field.md §0.6: three days on site or ten hours online', () => {
  it('fits three days, and not four', () => {
    expect(ask(ADVISER)).toMatchObject({ fit: 'FITS', left: { onSiteDays: 3, onlineMinutes: 600 } });
    expect(ask(ADVISER, { visits: 4 })).toMatchObject({ fit: 'NOT' });
    expect(sayReason(ask(ADVISER, { visits: 4 }).reasons[0] as never).ja).toBe(
      '現地での支援は3日まで。希望は4日',
    );
  });

  it('fits ten hours online, and not ten and a half', () => {
    expect(ask(ADVISER, { mode: 'ONLINE', visits: 5, visitMinutes: 120 }).fit).toBe('FITS');
    expect(ask(ADVISER, { mode: 'ONLINE', visits: 7, visitMinutes: 90 }).fit).toBe('NOT');
  });

  it('fits online only, where either would do and four days are too many', () => {
    const route = ask(ADVISER, { mode: 'EITHER', visits: 4, visitMinutes: 120 });
    expect(route.fit).toBe('WITH_CONDITIONS');
    expect(codes(route)).toContain('only-online');
    const need = { mode: 'EITHER', visits: 4, visitMinutes: 120 } as const;
    expect(amountTaken(ADVISER.terms.caps, need)).toEqual({ onSiteDays: 0, onlineMinutes: 480, visits: 4 });
    expect(amountTaken(ADVISER.terms.caps, { ...need, visits: 3 })).toMatchObject({ onSiteDays: 3 });
  });

  it('counts what the case has used, not what others have', () => {
    const two = { onSiteDays: 2, onlineMinutes: 0, visits: 2 };
    const used = { ofCase: two, ofTownYear: two };
    const again = ask(ADVISER, { visits: 2 }, { used });
    expect(again).toMatchObject({ fit: 'NOT', left: { onSiteDays: 1 } });
    expect(codes(again)).toEqual(expect.arrayContaining(['cap-days', 'used-for-this-case']));
    expect(ask(ADVISER, { visits: 2 }, { used: { ...NOTHING_USED, ofTownYear: two } }).fit).toBe('FITS');
  });

  it.each([
    [true, 'FITS', null],
    [false, 'WITH_CONDITIONS', 'briefing-first'],
    [null, 'WITH_CONDITIONS', 'briefing-unknown'],
  ] as const)('asks for the briefing first (attended: %s)', (briefingAttended, fit, code) => {
    const route = ask(ADVISER, { briefingAttended });
    expect(route.fit).toBe(fit);
    if (code) expect(codes(route)).toContain(code);
  });

  it('names the next known window, and that seven of nine dates are missing', () => {
    const route = ask(ADVISER);
    expect(route.nextWindow).toEqual({ opensOn: null, closesOn: '2025-12-19', closesAt: '15:00' });
    expect(route.reasons).toContainEqual({
      code: 'windows-missing',
      weight: 'NOTE',
      facts: { known: 2, count: 9 },
    });
    expect(ask(ADVISER, { today: '2025-04-01' }).nextWindow?.closesOn).toBe('2025-04-30');
  });

  it('is closed after the last window of the year', () => {
    const route = ask(ADVISER, { today: '2025-12-20' });
    expect(route.fit).toBe('NOT');
    expect(codes(route)).toContain('window-closed');
  });

  it('in a year of which nothing is known asks, until the hub enters a date', () => {
    const today = '2026-11-20';
    const unknown = ask(ADVISER, { today });
    expect(unknown.fit).toBe('WITH_CONDITIONS');
    expect(codes(unknown)).toEqual(expect.arrayContaining(['window-unknown', 'terms-of-year']));
    const windows = [{ opensOn: null, closesOn: '2026-12-18', closesAt: null }];
    expect(ask(ADVISER, { today }, { windows })).toMatchObject({
      fit: 'FITS',
      nextWindow: { closesOn: '2026-12-18' },
    });
    const later = [{ opensOn: '2026-12-01', closesOn: '2026-12-18', closesAt: null }];
    expect(codes(ask(ADVISER, { today }, { windows: later }))).toContain('window-opens');
  });

  it('lets an urgent trouble know that it would wait', () => {
    expect(codes(ask(ADVISER, { urgent: true }))).toContain('urgent-waits-for-window');
    expect(codes(ask(ADVISER))).not.toContain('urgent-waits-for-window');
  });
});

describe('the counter adviser: three supports', () => {
  const today = '2026-11-20';

  it('fits three supports in any form, and not four', () => {
    for (const mode of ['ON_SITE', 'ONLINE', 'EITHER'] as const) {
      expect(ask(COUNTER, { today, mode }).fit).toBe('FITS');
      expect(ask(COUNTER, { today, mode, visits: 4 }).fit).toBe('NOT');
    }
  });

  it('is for counters alone', () => {
    expect(codes(ask(COUNTER, { today, themeId: 'T02' }))).toContain('other-theme');
    expect(ask(COUNTER, { today, themeId: null })).toMatchObject({ fit: 'WITH_CONDITIONS' });
  });

  it('asks what the limit is counted over, where only other cases of the year have used it', () => {
    const two = { onSiteDays: 0, onlineMinutes: 0, visits: 2 };
    const route = ask(COUNTER, { today }, { used: { ...NOTHING_USED, ofTownYear: two } });
    expect(route.fit).toBe('WITH_CONDITIONS');
    expect(codes(route)).toContain('cap-basis-unknown');
    expect(ask(COUNTER, { today }, { used: { ofCase: two, ofTownYear: two } }).fit).toBe('NOT');
  });

  it('says that its source names no year', () => {
    expect(codes(ask(COUNTER, { today }))).toContain('terms-without-year');
  });
});

describe('the other schemes', () => {
  const today = '2026-11-20';

  it.each([
    [true, 'FITS', null],
    [false, 'NOT', 'strength-one-or-more'],
    [null, 'WITH_CONDITIONS', 'strength-unknown'],
  ] as const)('a plan is supported below a strength of 1 (below: %s)', (belowStrengthOne, fit, code) => {
    const route = ask(PLANNING, { today, themeId: 'T13', belowStrengthOne });
    expect(route.fit).toBe(fit);
    if (code) expect(codes(route)).toContain(code);
  });

  it('a person for months is no answer to single visits', () => {
    const talent = named('regional-talent-digital');
    expect(codes(ask(talent, { today }))).toContain('sends-a-person-for');
    expect(codes(ask(talent, { today, months: 5 }))).toContain('too-few-months');
    expect(ask(talent, { today, months: 12 }).fit).toBe('FITS');
    expect(codes(ask(talent, { today, months: 30 }))).toContain('beyond-first-term');
  });

  it('a side job takes four days and twenty hours a month', () => {
    const sideJob = named('regional-entrepreneur-side-job');
    const asked = { today, months: 6, visitMinutes: 300 };
    expect(ask(sideJob, { ...asked, visits: 24 }).fit).toBe('FITS');
    expect(codes(ask(sideJob, { ...asked, visits: 23 }))).toContain('too-few-days-a-month');
    expect(codes(ask(sideJob, { ...asked, visits: 24, visitMinutes: 240 }))).toEqual(
      expect.arrayContaining(['too-few-hours-a-month']),
    );
    expect(codes(ask(sideJob, { today }))).toContain('sends-a-person');
  });

  it('the list and the accelerators have their conditions', () => {
    expect(codes(ask(named('mic-talent-list'), { today }))).toContain('gives-a-list');
    expect(codes(ask(named('dx-accelerator'), { today, months: 12 }))).toContain('through-prefecture');
  });

  it('an own scheme of the prefecture begins and ends, and its cap may be of the year', () => {
    const own: JudgedScheme = {
      ...COUNTER,
      id: 'own',
      origin: 'PREFECTURE',
      fiscalYear: null,
      validFrom: '2026-04-01',
      validTo: '2027-03-31',
      terms: {
        ...COUNTER.terms,
        themeIds: null,
        caps: { ...COUNTER.terms.caps, per: 'TOWN_YEAR', visits: 4 },
      },
    };
    expect(ask(own, { today }).fit).toBe('FITS');
    expect(codes(ask(own, { today: '2027-04-01' }))).toContain('scheme-over');
    expect(codes(ask(own, { today: '2026-03-31' }))).toContain('scheme-not-begun');
    const two = { onSiteDays: 2, onlineMinutes: 0, visits: 2 };
    expect(ask(own, { today }, { used: { ...NOTHING_USED, ofTownYear: two } })).toMatchObject({
      fit: 'NOT',
      left: { visits: 2 },
    });
  });
});

describe('the order of the answers', () => {
  it('is what fits first, then what costs the town least', () => {
    const judging = { usedOf: () => NOTHING_USED, windowsOf: () => [], ofPool: [] };
    const routes = routesFor(national, { ...judging, need: NEED });
    expect(routes.slice(0, 2).map(({ scheme }) => scheme.id)).toEqual([ADVISER.id, COUNTER.id]);
    const order = ['FITS', 'WITH_CONDITIONS', 'NOT'];
    const fits = routes.map(({ fit }) => order.indexOf(fit));
    expect(fits).toEqual([...fits].sort((a, b) => a - b));
    expect(routes).toHaveLength(8);
  });

  it('names every scheme of field.md §2.3 with its source, and what nobody stated stays open', () => {
    expect(new Set(national.map(({ name }) => name.replace(/（(企業派遣型|副業型)）$/, ''))).size).toBe(7);
    for (const { source, terms } of national) {
      expect(source).not.toBe('');
      expect(terms.cost === null || terms.cost === 'NONE').toBe(true);
    }
    expect(national.flatMap(({ terms }) => terms.windows)).toHaveLength(2);
  });
});
