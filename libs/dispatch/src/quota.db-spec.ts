import { randomUUID } from 'node:crypto';
import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { QuotaService } from './quota.service.js';
import { explainUnplacedOf } from './unplaced-reasons.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let quotas: QuotaService;
let staff: HubStaff;
let coordinator: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let she: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  quotas = new QuotaService(database.db, clock);
  staff = await hub(database.db);
  coordinator = await hub(database.db, '34', ['COORDINATOR']);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  she = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(() => calendar.clear());
afterAll(() => database.drop());

/** Three visits a year for each town. */
const THREE = {
  name: '市町村ごと年3回',
  scope: 'MUNICIPALITY',
  municipalityId: null,
  supportRequestId: null,
  agreementId: null,
  themeId: null,
  period: 'FISCAL_YEAR',
  fiscalYear: null,
  unit: 'VISITS',
  counts: 'BOTH',
  limit: 3,
  warnPercent: 60,
  note: null,
  source: '架空の要綱',
};

const set = (changes: object = {}) => quotas.set(staff, { ...THREE, ...changes });
const usedBy = async (actor: HubStaff | MunicipalityStaff) =>
  (await quotas.list(actor)).map(({ quota, uses }) => [
    quota.name,
    uses.map(({ municipalityId, used, state }) => [municipalityId, used, state]),
  ]);
const exceeded = (facts: object) => ({
  code: 'CONFLICT',
  reason: 'quota.exceeded',
  details: { quotas: [expect.objectContaining(facts)] },
});

describe('a quota in a plan', () => {
  it('leaves visits out by priority, says why, and is free again when one is called off', async () => {
    await set();
    const low = await calendar.request(kure, staff);
    const high = await calendar.request(kure, staff, { urgency: 'HIGH' });
    const other = await calendar.request(mihara, staff);
    const run = await calendar.plan(staff);
    const placed = (await calendar.proposals(run)).map(({ supportRequestId, visitNo }) => [
      supportRequestId,
      visitNo,
    ]);
    expect(placed).toHaveLength(5);
    expect(placed).toEqual(
      expect.arrayContaining([
        [high.id, 1],
        [high.id, 2],
        [low.id, 1],
        [other.id, 1],
        [other.id, 2],
      ]),
    );
    const unplaced = await database.db.read(staff, (tx) => explainUnplacedOf(tx, staff, [run.id]));
    expect(unplaced).toMatchObject([
      { supportRequestId: low.id, visitNo: 2, reasons: [{ ruleId: 'quota' }] },
    ]);
    expect(unplaced[0]?.reasons[0]?.sentence).toEqual({
      ja: '枠「市町村ごと年3回」の残りが足りない（公開済みと先に割り当てた訪問で2／3回）。枠を増やすか、訪問を減らす必要がある',
      en: 'Too little is left of the quota “市町村ごと年3回” (2 of 3 visits go to published visits and to those that come first): raise it, or ask for fewer visits',
    });
    const explained = await calendar.explanations.explainVisit(staff, {
      runId: run.id,
      supportRequestId: low.id,
      visitNo: 2,
    });
    expect(explained).toMatchObject({ slot: null, reasons: [{ ruleId: 'quota' }], nearestChanges: [] });
    const whyNot = { runId: run.id, supportRequestId: low.id, specialistId: she.specialistId, date: null };
    expect(await calendar.explanations.whyNot(staff, whyNot)).toMatchObject({
      possible: false,
      ruleId: 'quota',
    });
    expect(await calendar.explanations.figures(staff, run.id)).toMatchObject({ placed: 5, unplaced: 1 });

    expect(await quotas.withPlan(staff, run.id, null)).toMatchObject([
      { used: 0, withMore: 3, stateWithMore: 'FULL' },
      { used: 0, withMore: 2, stateWithMore: 'WARN' },
    ]);
    await calendar.publishing.publish(staff, run.id);
    expect(await usedBy(staff)).toEqual([
      [
        THREE.name,
        [
          [kure.municipalityId, 3, 'FULL'],
          [MIHARA, 2, 'WARN'],
        ],
      ],
    ]);
    // A town sees its own count alone.
    expect(await usedBy(mihara)).toEqual([[THREE.name, [[MIHARA, 2, 'WARN']]]]);
    expect(await quotas.ofRequest(kure, low.id)).toMatchObject([
      { used: 3, limit: 3, state: 'FULL', withMore: 4, stateWithMore: 'OVER' },
    ]);

    const [visit] = (await calendar.visitsOf(kure)).filter(
      ({ supportRequestId }) => supportRequestId === high.id,
    );
    await calendar.visits.cancel(staff, visit?.id ?? '', { reason: 'x' });
    expect((await usedBy(kure))[0]?.[1]).toEqual([[kure.municipalityId, 2, 'WARN']]);
    const again = await calendar.plan(staff);
    expect(await calendar.proposals(again)).toHaveLength(1);
  });

  it('of what was published before counts also where visits may move', async () => {
    await calendar.request(kure, staff);
    await calendar.publish(staff);
    await set({ limit: 2 });
    const late = await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff, DECEMBER, { movePublished: true });
    const unplaced = await database.db.read(staff, (tx) => explainUnplacedOf(tx, staff, [run.id]));
    expect(unplaced).toMatchObject([{ supportRequestId: late.id, reasons: [{ ruleId: 'quota' }] }]);
  });
});

describe('publishing', () => {
  it('is refused where it would exceed a quota set since, names it, and takes fewer', async () => {
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    await set({ limit: 1 });
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject(
      exceeded({ quota: THREE.name, used: 0, would: 2, limit: 1, unit: 'VISITS' }),
    );
    expect(await calendar.visitsOf(staff)).toEqual([]);
    const [first] = await calendar.proposals(run);
    await calendar.publishing.publish(staff, run.id, { only: [first?.id ?? ''], callOff: [] });
    expect(await calendar.visitsOf(staff)).toHaveLength(1);
  });

  it('of two plans at once keeps both together within it, whichever comes first', async () => {
    const early = { from: '2026-12-07', to: '2026-12-11' };
    const late = { from: '2026-12-14', to: '2026-12-18' };
    await calendar.request(kure, staff, { visits: 1, deadlineOn: early.to });
    const first = await calendar.plan(staff, early);
    await calendar.request(kure, staff, { visits: 1, earliestOn: late.from });
    const second = await calendar.plan(staff, late);
    expect(await calendar.proposals(second)).toHaveLength(1);
    await set({ limit: 1 });
    const results = await Promise.allSettled(
      [first, second].map((run) => calendar.publishing.publish(staff, run.id)),
    );
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ reason: 'quota.exceeded' })]);
    expect(await calendar.visitsOf(staff)).toHaveLength(1);
  });

  it('is free of the quotas of other prefectures, and of those that have ended', async () => {
    await quotas.set(ehime, { ...THREE, scope: 'PREFECTURE', limit: 0 });
    const { quota } = await set({ limit: 0 });
    await quotas.end(staff, quota.id, '要綱の改正');
    await calendar.request(kure, staff);
    expect(await calendar.publish(staff)).toHaveLength(2);
  });
});

describe('single changes', () => {
  it('a move by hand is refused where it would exceed a quota', async () => {
    await calendar.request(kure, staff, { visits: 1, mode: 'EITHER' });
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    const mode = proposal?.mode === 'ONLINE' ? 'ON_SITE' : 'ONLINE';
    await set({ scope: 'PREFECTURE', counts: mode, unit: 'HOURS', limit: 1 });
    const { specialistId, startsAt } = proposal ?? { specialistId: '', startsAt: new Date() };
    const wish = { specialistId, startsAt, mode, dryRun: false };
    const judged = await calendar.edits.move(staff, proposal?.id ?? '', wish);
    expect(judged.applied).toBe(false);
    expect(judged.violations.map(({ ruleId, level }) => [ruleId, level])).toContainEqual(['quota', 'hard']);
  });

  it('an urgent visit has no way in, and one that was shown before is refused', async () => {
    const request = await calendar.request(kure, staff, { visits: 1, urgency: 'URGENT' });
    const shown = await calendar.repairs.urgentOptions(staff, request.id);
    expect(shown.options.length).toBeGreaterThan(0);
    await set({ limit: 0 });
    const wish = { supportRequestId: request.id, optionKey: shown.options[0]?.key ?? '', reason: 'x' };
    await expect(calendar.repairs.applyUrgent(staff, wish)).rejects.toMatchObject(
      exceeded({ quota: THREE.name, used: 0, limit: 0 }),
    );
    const none = await calendar.repairs.urgentOptions(staff, request.id);
    expect(none.options).toEqual([]);
    expect(none.reasons[0]?.ruleId).toBe('quota');
  });
});

describe('setting a quota', () => {
  it('is for whoever coordinates; raising and ending for whoever decides, with a reason', async () => {
    const { quota } = await quotas.set(coordinator, THREE);
    const terms = { name: '年2回', limit: 2, warnPercent: 80, note: null, source: 'x' };
    expect((await quotas.revise(coordinator, quota.id, terms)).quota.limit).toBe(2);
    await expect(quotas.revise(coordinator, quota.id, { ...terms, limit: 5 })).rejects.toMatchObject({
      reason: 'quota.raise-needs-approver',
    });
    await expect(quotas.revise(coordinator, quota.id, terms, '0')).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    await expect(quotas.raise(coordinator, quota.id, { limit: 9, reason: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(quotas.raise(staff, quota.id, { limit: 2, reason: 'x' })).rejects.toMatchObject({
      reason: 'quota.not-raised',
    });
    const raised = await quotas.raise(staff, quota.id, { limit: 9, reason: '補正予算' });
    expect(raised.quota).toMatchObject({ limit: 9, raisedReason: '補正予算' });
    await quotas.end(staff, quota.id, '終了');
    await expect(quotas.end(staff, quota.id, '二度')).rejects.toMatchObject({ reason: 'quota.ended' });
    expect(await quotas.list(staff)).toEqual([]);
    expect(await quotas.list(staff, true)).toHaveLength(1);
  });

  it('is refused to others, who do not see it either', async () => {
    await expect(quotas.set(kure, THREE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { quota } = await set({ scope: 'PREFECTURE' });
    await expect(quotas.get(ehime, quota.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(quotas.get(kure, quota.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(quotas.end(ehime, quota.id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ofKure = await set({ municipalityId: kure.municipalityId });
    expect(await quotas.list(mihara)).toEqual([]);
    expect(await quotas.list(kure)).toMatchObject([{ quota: { id: ofKure.quota.id } }]);
    await expect(set({ scope: 'AGREEMENT' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(set({ municipalityId: '382019' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('may be of one case, and then is its town’s', async () => {
    const request = await calendar.request(kure, staff);
    const { quota } = await set({ scope: 'CASE', supportRequestId: request.id, period: 'WHOLE', limit: 1 });
    expect(quota).toMatchObject({ municipalityId: kure.municipalityId, fiscalYear: null });
    expect(await quotas.list(mihara)).toEqual([]);
    expect(await calendar.publish(staff)).toHaveLength(1);
    expect((await quotas.get(kure, quota.id)).uses).toMatchObject([{ used: 1, state: 'FULL' }]);
  });

  it('may be of an agreement: then it counts whoever is placed under it', async () => {
    const [agreementId, placementId] = [randomUUID(), randomUUID()];
    await database.db.system('34', async (tx) => {
      await tx.query(
        `INSERT INTO agreement (id, prefecture_id, number, title, kind, status, starts_on, ends_on, notice_days,
           duties, confidentiality)
         VALUES ($1, '34', 'K8-0001', 'x', 'POOLED_EXPERT', 'ACTIVE', '2026-04-01', '2027-03-31', 90, 'x', 'x')`,
        [agreementId],
      );
      await tx.query(
        `INSERT INTO placement (id, prefecture_id, agreement_id, specialist_id, municipality_id, post, weekly, status,
           starts_on, ends_on)
         VALUES ($1, '34', $2, $3, $4, 'x', '{}', 'ACTIVE', '2026-04-01', '2026-12-31')`,
        [placementId, agreementId, she.specialistId, MIHARA],
      );
    });
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    await set({ scope: 'AGREEMENT', agreementId, unit: 'DAYS', limit: 1 });
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject(
      exceeded({ used: 0, would: 2, limit: 1, unit: 'DAYS' }),
    );
    await expect(set({ scope: 'AGREEMENT', agreementId: randomUUID() })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
