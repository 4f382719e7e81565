import { type Route, SchemeService } from '@banso/engagement';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { SchemeUseService, SupportRequestIntakeService, SupportRequestTriageService } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { QuotaService } from './quota.service.js';
import { SchemeRouteService } from './scheme-route.service.js';

const ADVISER = 'mic-regional-adviser';
const COUNTER = 'digital-counter-bpr';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let routing: SchemeRouteService;
let schemes: SchemeService;
let uses: SchemeUseService;
let intake: SupportRequestIntakeService;
let triage: SupportRequestTriageService;
let staff: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let she: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const { db } = database;
  calendar = new Calendar(db, clock);
  routing = new SchemeRouteService(db, clock);
  schemes = new SchemeService(db, clock);
  uses = new SchemeUseService(db, clock);
  intake = new SupportRequestIntakeService(db, clock);
  triage = new SupportRequestTriageService(db, clock);
  staff = await hub(db);
  ehime = await hub(db, '38');
  kure = await clerk(db);
  mihara = await clerk(db, MIHARA);
  she = await expert(db, staff, { themes: [THEME] });
});
beforeEach(() => calendar.clear());
afterAll(() => database.drop());

const sent = async (changes: object): Promise<string> => {
  const { id } = await intake.draft(
    kure,
    requestInput({ deadlineOn: null, wished: [], onlyWished: false, ...changes }),
  );
  await intake.submit(kure, id);
  return id;
};
const ask = async (actor: Actor, input: object): Promise<Map<string, Route>> =>
  new Map((await routing.routes(actor, input)).map((route) => [route.scheme.id, route]));
const codesOf = (route: Route | undefined): string[] => route?.reasons.map(({ code }) => code) ?? [];

describe('where a trouble can be sent', () => {
  it('is told of the pool and every scheme, also years after their terms were stated', async () => {
    const id = await sent({ themeId: 'T01', mode: 'ON_SITE', visits: 3, visitMinutes: 180 });
    const routes = await ask(kure, { supportRequestId: id });
    expect(routes.size).toBe(9);
    expect(routes.get('pool')?.fit).toBe('FITS');
    expect(routes.get(COUNTER)?.fit).toBe('FITS');
    expect(codesOf(routes.get(ADVISER))).toEqual(
      expect.arrayContaining(['briefing-unknown', 'window-unknown', 'terms-of-year']),
    );
    const attended = await ask(kure, { supportRequestId: id, briefingAttended: true, visits: 4 });
    expect(attended.get(ADVISER)?.fit).toBe('NOT');
    // Another town's case is not there for this one.
    await expect(ask(mihara, { supportRequestId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(ehime, { supportRequestId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(she, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a referral writes down what the case takes, in the form that the caps hold', async () => {
    const id = await sent({ themeId: 'T01', mode: 'EITHER', visits: 4, visitMinutes: 120 });
    const referred = await triage.refer(staff, id, '地域情報化アドバイザーに申請してください', ADVISER);
    expect(referred).toMatchObject({
      status: 'REFERRED',
      outcome: '地域情報化アドバイザーに申請してください',
    });
    const again = (await ask(kure, { supportRequestId: id })).get(ADVISER);
    expect(again?.left).toEqual({ onSiteDays: 3, onlineMinutes: 120, visits: null });
    expect(codesOf(again)).toContain('used-for-this-case');
    await expect(triage.refer(staff, id, 'x', ADVISER)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    const other = await sent({ themeId: 'T01' });
    await expect(triage.refer(staff, other, 'x', 'no-such-scheme')).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await triage.refer(staff, other, '県の外の窓口へ');
  });

  it('the pool says what the quotas have left, to a town without the figures of others', async () => {
    const id = await sent({ visits: 2 });
    const quotas = new QuotaService(database.db, clock);
    const quota = { scope: 'PREFECTURE', period: 'MONTH', unit: 'VISITS', counts: 'BOTH', warnPercent: 80 };
    await quotas.set(staff, { ...quota, name: '月の枠', limit: 1, source: '架空' });
    expect((await ask(staff, { supportRequestId: id })).get('pool')).toMatchObject({
      fit: 'WITH_CONDITIONS',
      reasons: [{ code: 'pool-quota-short', facts: { name: '月の枠', left: 1, asked: 2 } }],
    });
    expect((await ask(kure, { supportRequestId: id })).get('pool')?.reasons).toEqual([
      { code: 'pool-short', weight: 'CONDITION', facts: {} },
    ]);
    await quotas.set(staff, { ...quota, name: 'なし', limit: 0, source: '架空' });
    expect((await ask(kure, { supportRequestId: id })).get('pool')?.fit).toBe('NOT');
  });
});

const OWN = {
  name: '県の伴走補助（架空）',
  capPer: 'TOWN_YEAR',
  onSiteDays: null,
  onlineHours: null,
  visits: 2,
  cost: 'SHARED',
  costWords: '費用の半分',
  rules: '',
  source: '架空の要綱',
  validFrom: '2026-04-01',
  validTo: '2027-03-31',
};

describe('what the hub keeps', () => {
  it('is an own scheme, for its prefecture alone', async () => {
    const own = await schemes.keep(staff, OWN);
    expect((await ask(kure, { visits: 2 })).get(own.id)?.fit).toBe('FITS');
    expect((await ask(kure, { visits: 3 })).get(own.id)?.fit).toBe('NOT');
    expect((await ask(ehime, {})).has(own.id)).toBe(false);
    await expect(schemes.keep(kure, OWN)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(schemes.keep(ehime, OWN, { id: own.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      schemes.keep(staff, { ...OWN, visits: 1 }, { id: own.id, version: '0' }),
    ).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    await expect(schemes.keep(staff, { ...OWN, validTo: '2026-03-31' })).rejects.toMatchObject({
      details: { faults: [{ path: 'validTo', rule: 'not-before-from' }] },
    });
    await schemes.keep(staff, { ...OWN, validTo: '2026-11-30' }, { id: own.id });
    expect(codesOf((await ask(kure, {})).get(own.id))).toContain('scheme-over');
  });

  it('is the dates that it has found out, once each', async () => {
    const date = {
      schemeId: ADVISER,
      closesOn: '2026-12-18',
      closesAt: '15:00',
      source: '総務省の案内（架空）',
    };
    const entered = await Promise.allSettled([1, 2].map(() => schemes.addWindow(staff, date)));
    expect(entered.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(entered.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))).toEqual([
      'scheme-window.already-there',
    ]);
    const known = (await ask(kure, { briefingAttended: true, visits: 1, mode: 'ON_SITE' })).get(ADVISER);
    expect(known).toMatchObject({ fit: 'FITS', nextWindow: { closesOn: '2026-12-18', closesAt: '15:00' } });
    // Of Ehime's hub nobody has told.
    expect(codesOf((await ask(ehime, {})).get(ADVISER))).toContain('window-unknown');
    const [window] = (await routing.scheme(staff, ADVISER)).windows;
    await expect(schemes.removeWindow(ehime, window?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await schemes.removeWindow(staff, window?.id ?? '');
    expect((await routing.scheme(staff, ADVISER)).windows).toEqual([]);
    await expect(schemes.addWindow(staff, { ...date, schemeId: 'x' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});

describe('uses of schemes', () => {
  const use = {
    schemeId: COUNTER,
    fiscalYear: 2026,
    supportRequestId: null,
    onSiteDays: 0,
    onlineMinutes: 0,
    visits: 2,
    note: null,
  };

  it('are written down by the town or its hub, and taken back with a reason', async () => {
    const mine = await uses.record(kure, { ...use, municipalityId: kure.municipalityId });
    const asked = { themeId: 'T01', visits: 2, mode: 'ON_SITE' };
    expect(codesOf((await ask(kure, asked)).get(COUNTER))).toContain('cap-basis-unknown');
    expect(codesOf((await ask(mihara, asked)).get(COUNTER))).not.toContain('cap-basis-unknown');
    await expect(uses.remove(mihara, mine.id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(uses.remove(ehime, mine.id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await uses.remove(staff, mine.id, '誤り');
    await expect(uses.remove(staff, mine.id, '誤り')).rejects.toMatchObject({ reason: 'scheme-use.removed' });
    expect((await ask(kure, asked)).get(COUNTER)?.fit).toBe('FITS');
  });

  it('are not for others, nor of others’ cases', async () => {
    const id = await sent({});
    const ofMihara = { ...use, municipalityId: MIHARA };
    await expect(uses.record(kure, ofMihara)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(uses.record(staff, { ...use, municipalityId: MATSUYAMA })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(uses.record(mihara, { ...ofMihara, supportRequestId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(uses.record(staff, { ...ofMihara, supportRequestId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
