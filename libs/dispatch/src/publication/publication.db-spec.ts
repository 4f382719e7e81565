import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import type { PlanPublication } from '../plan-publication.entity.js';
import type { PlanningRun } from '../planning-run.entity.js';
import { getPlanningRun } from '../planning-run.queries.js';
import { PlanningPolicyService } from '../planning-policy.service.js';
import type { PublicationOrder } from './publication-order.entity.js';
import { latestOrdersOf, waitingOrders } from './publication-order.queries.js';

const clock = new FixedClock(new Date(START));
const DUE = new Date(Date.parse(START) + 10 * 60_000);
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let colleague: HubStaff;
let auditor: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  colleague = await hub(database.db);
  auditor = await hub(database.db, '34', ['AUDITOR']);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const query = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  database.dataSource.query(sql, values);
const notices = () =>
  query<{ kind: string; facts: { note?: string } }>('SELECT kind, facts FROM notice ORDER BY kind');
const orderNow = async ({ runId }: PublicationOrder) =>
  (await database.db.read(staff, (tx) => latestOrdersOf(tx, [runId])))[0];
const runNow = (id: string) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, id));
/** What the worker does when it is due. */
const carryOut = ({ id, prefectureId }: PublicationOrder) =>
  database.db.system(prefectureId, (tx, system) => calendar.orders.carryOut(tx, system, id));

async function proposed(): Promise<PlanningRun> {
  await calendar.request(kure, staff, { visits: 2 });
  const run = await calendar.plan(staff);
  await query('DELETE FROM notice');
  return run;
}

/** Nothing is told, nothing is seen. */
async function expectUnseen(): Promise<void> {
  expect(await calendar.visitsOf(kure)).toEqual([]);
  expect(await calendar.visitsOf(specialist)).toEqual([]);
  expect(await calendar.visitsOf(staff)).toEqual([]);
  expect(await notices()).toEqual([]);
}

describe('a publication that waits', () => {
  it('is seen and told by nobody before it is due, then carried out once however often it comes', async () => {
    const run = await proposed();
    const order = await calendar.orders.order(staff, run.id, { words: '急な変更ですみません。' });
    expect(order).toMatchObject({ status: 'WAITING', dueAt: DUE, orderedByName: staff.name });
    const due = await query<{ payload: object; run_after: Date }>(
      `SELECT payload, run_after FROM outbox WHERE job = 'dispatch.carry-out-publication'`,
    );
    expect(due).toEqual([{ payload: { publicationOrderId: order.id }, run_after: DUE }]);
    await expectUnseen();
    expect(await runNow(run.id)).toMatchObject({ status: 'PROPOSED' });
    const [first] = await calendar.proposals(run);
    const id = first?.id ?? '';
    // What is confirmed is what is sent.
    for (const change of [
      () => calendar.edits.drop(staff, id, {}),
      () => calendar.runs.pinProposedVisit(staff, id, true),
      () => calendar.runs.discard(staff, run.id),
      () => calendar.orders.order(colleague, run.id, {}),
    ])
      await expect(change()).rejects.toMatchObject({ reason: 'plan.scheduled' });
    clock.moveTo(DUE);
    await Promise.all([carryOut(order), carryOut(order), carryOut(order)]);
    await carryOut(order);
    expect(await orderNow(order)).toMatchObject({ status: 'DONE', publicationId: expect.any(String) });
    expect(await calendar.visitsOf(kure)).toHaveLength(2);
    expect(await notices()).toEqual(
      [1, 2].map(() => ({
        kind: 'PLAN_PUBLISHED',
        facts: expect.objectContaining({ note: '急な変更ですみません。' }),
      })),
    );
    const [version] = await query<{ published_by_name: string; version: number }>(
      'SELECT published_by_name, version FROM plan_publication',
    );
    expect(version).toEqual({ published_by_name: staff.name, version: 1 });
  });

  it('is taken back, and ordered anew; whoever comes at the same moment has one outcome', async () => {
    const run = await proposed();
    const order = await calendar.orders.order(staff, run.id, {});
    expect(await calendar.orders.takeBack(colleague, order.id)).toMatchObject({
      status: 'TAKEN_BACK',
      settledByName: colleague.name,
    });
    await carryOut(order);
    await expectUnseen();
    await expect(calendar.orders.takeBack(staff, order.id)).rejects.toMatchObject({
      reason: 'publication-order.settled',
    });
    const asked = await Promise.allSettled([1, 2].map(() => calendar.orders.order(staff, run.id, {})));
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [again] = await database.db.read(staff, (tx) => waitingOrders(tx, staff));
    if (!again) throw new Error('an order waits');
    clock.moveTo(DUE);
    const race = await Promise.allSettled([calendar.orders.takeBack(staff, again.id), carryOut(again)]);
    expect(race[1].status).toBe('fulfilled');
    const ended = await orderNow(again);
    const visits = await calendar.visitsOf(kure);
    expect(visits).toHaveLength(ended?.status === 'DONE' ? 2 : 0);
    expect(race[0].status).toBe(ended?.status === 'DONE' ? 'rejected' : 'fulfilled');
  });

  it('is sent now, or at once where the policy has no hold', async () => {
    const run = await proposed();
    const order = await calendar.orders.order(staff, run.id, {});
    expect(await calendar.orders.sendNow(colleague, order.id)).toMatchObject({
      status: 'DONE',
      settledByName: colleague.name,
    });
    await expect(calendar.orders.sendNow(staff, order.id)).rejects.toMatchObject({
      reason: 'publication-order.settled',
    });
    expect(await calendar.visitsOf(kure)).toHaveLength(2);
    const policy = new PlanningPolicyService(database.db, clock);
    await policy.set(staff, {
      version: 0,
      tiers: [['visit-left-out'], ['travel-minutes']],
      weights: [],
      frozenWorkingDays: 5,
      reserveHalfDaysPerWeek: 0,
      publishHoldMinutes: 0,
    });
    await calendar.request(mihara, staff, { visits: 1 });
    const next = await calendar.plan(staff);
    expect(await calendar.orders.order(staff, next.id, {})).toMatchObject({ status: 'DONE' });
    expect(await calendar.visitsOf(mihara)).toHaveLength(1);
  });

  it('which the world has overtaken is refused when it is due: the hub is told why, and the plan is as it was', async () => {
    const run = await proposed();
    const order = await calendar.orders.order(staff, run.id, {});
    const before = await calendar.proposals(run);
    await query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       SELECT gen_random_uuid(), '34', id, day, 'DAY' FROM specialist,
         generate_series('2026-12-01'::date, '2026-12-31', '1 day') AS day WHERE prefecture_id = '34'`,
    );
    await expect(calendar.orders.sendNow(staff, order.id)).rejects.toMatchObject({
      reason: 'plan.overtaken',
    });
    expect(await orderNow(order)).toMatchObject({ status: 'WAITING' });
    clock.moveTo(DUE);
    await carryOut(order);
    await carryOut(order);
    expect(await orderNow(order)).toMatchObject({ status: 'REFUSED', refusal: { reason: 'plan.overtaken' } });
    expect(await runNow(run.id)).toMatchObject({ status: 'PROPOSED' });
    expect(await calendar.proposals(run)).toEqual(before);
    expect(await calendar.visitsOf(staff)).toEqual([]);
    expect(await notices()).toEqual([
      {
        kind: 'PUBLICATION_REFUSED',
        facts: expect.objectContaining({ note: expect.stringContaining('変わりました') }),
      },
    ]);
  });

  it('is the coordinators’ of its prefecture alone, and right input', async () => {
    const run = await proposed();
    for (const other of [kure, specialist, auditor])
      await expect(calendar.orders.order(other, run.id, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.orders.order(ehime, run.id, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.orders.order(staff, run.id, { words: 'x'.repeat(201) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const [first] = await calendar.proposals(run);
    const order = await calendar.orders.order(staff, run.id, { only: [first?.id ?? ''] });
    for (const verb of ['takeBack', 'sendNow'] as const) {
      await expect(calendar.orders[verb](ehime, order.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(calendar.orders[verb](kure, order.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    // The immediate verb publishes what it is asked for, and nothing waits any more.
    await calendar.publishing.publish(colleague, run.id);
    expect(await orderNow(order)).toMatchObject({ status: 'DONE' });
    clock.moveTo(DUE);
    await carryOut(order);
    expect(await calendar.visitsOf(kure)).toHaveLength(2);
    const discarded = await calendar.plan(staff);
    await calendar.runs.discard(staff, discarded.id);
    await expect(calendar.orders.order(staff, discarded.id, {})).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });
});

describe('an older version', () => {
  const publications = () =>
    query<PlanPublication>(
      'SELECT id, version, cause, restores, moved, visits, cancelled FROM plan_publication ORDER BY version',
    );

  it('is gone back to as a new version; only the differences are told, and what cannot go back is named', async () => {
    // Beyond the frozen days.
    const period = { from: '2026-12-14', to: '2026-12-25' };
    await calendar.request(kure, staff, { visits: 1 });
    const [visit] = await calendar.publish(staff, period);
    if (!visit) throw new Error('a visit is published');
    await query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
      [visit.specialistId, visit.startsAt.toISOString().slice(0, 10)],
    );
    await calendar.request(mihara, staff, { visits: 1 });
    const second = await calendar.plan(staff, period, { movePublished: true });
    await calendar.publishing.publish(staff, second.id);
    expect((await calendar.visitsOf(kure))[0]?.startsAt).not.toEqual(visit.startsAt);
    const [first] = await publications();
    const id = first?.id ?? '';
    const back = await calendar.restoring.preview(staff, id);
    // Its old day is no longer free; what came since would be called off.
    expect(back).toMatchObject({ version: 1, latest: 2 });
    expect(back.changes.map(({ kind }) => kind)).toEqual(['CANCELLED']);
    expect(back.keptBack).toHaveLength(1);
    expect(back.keptBack[0]?.sentence.ja.length).toBeGreaterThan(5);
    await query('DELETE FROM day_off');
    const free = await calendar.restoring.preview(staff, id);
    expect(free.changes.map(({ kind }) => kind).sort()).toEqual(['CANCELLED', 'MOVED']);
    expect(free.keptBack).toEqual([]);
    await query('DELETE FROM notice');
    await expect(calendar.restoring.restore(staff, id, { latest: 1 })).rejects.toMatchObject({
      reason: 'plan.version-overtaken',
    });
    const asked = await Promise.allSettled(
      [staff, colleague].map((actor) => calendar.restoring.restore(actor, id, { latest: 2 })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await publications()).at(-1)).toMatchObject({
      version: 3,
      cause: 'RESTORED',
      restores: 1,
      moved: 1,
      cancelled: 1,
    });
    const now = (await calendar.visitsOf(kure)).filter(({ status }) => status !== 'CANCELLED');
    expect(now).toEqual([expect.objectContaining({ id: visit.id, startsAt: visit.startsAt })]);
    expect((await notices()).map(({ kind }) => kind)).toContain('VISIT_CANCELLED');
    await expect(calendar.restoring.restore(staff, id, { latest: 3 })).rejects.toMatchObject({
      reason: 'plan.nothing-to-restore',
    });
    // And forward again: the second version is as good as the first.
    const [, two] = await publications();
    const forward = await calendar.restoring.preview(staff, two?.id ?? '');
    expect(forward.changes.map(({ kind }) => kind).sort()).toEqual(['MOVED', 'NEW']);
  });

  it('stays where visits are settled or too soon, is the coordinators’ own, and not behind what was written down', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    await calendar.publish(staff, DECEMBER);
    await calendar.request(mihara, staff, { visits: 1 });
    const next = await calendar.plan(staff, { from: '2026-12-02', to: '2026-12-04' });
    await calendar.publishing.publish(staff, next.id);
    const [first] = await publications();
    const id = first?.id ?? '';
    const soon = await calendar.restoring.preview(staff, id);
    expect(soon.changes).toEqual([]);
    expect(soon.keptBack[0]?.sentence.ja).toContain('固定期間');
    for (const other of [kure, specialist])
      await expect(calendar.restoring.preview(other, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.restoring.preview(ehime, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.restoring.restore(auditor, id, { latest: 2 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await query('UPDATE plan_publication SET recorded = false WHERE version = 2');
    await expect(calendar.restoring.preview(staff, id)).rejects.toMatchObject({
      reason: 'plan.version-not-recorded',
    });
  });
});

describe('a plan that is looked at', () => {
  it('tells who else is there, for less than a minute, within the prefecture alone', async () => {
    const run = await proposed();
    expect(await calendar.presence.tell(staff, run.id, true)).toEqual([]);
    expect(await calendar.presence.tell(colleague, run.id, true)).toEqual([
      { accountId: staff.accountId, name: staff.name, since: new Date(START) },
    ]);
    clock.moveTo(new Date(Date.parse(START) + 40_000));
    expect(await calendar.presence.tell(staff, run.id, true)).toHaveLength(1);
    clock.moveTo(new Date(Date.parse(START) + 60_000));
    expect(await calendar.presence.tell(staff, run.id, true)).toEqual([]);
    expect(await calendar.presence.tell(colleague, run.id, false)).toHaveLength(1);
    expect(await calendar.presence.tell(staff, run.id, true)).toEqual([]);
    expect(await query('SELECT account_id FROM plan_presence')).toEqual([{ account_id: staff.accountId }]);
    await expect(calendar.presence.tell(ehime, run.id, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const other of [kure, specialist])
      await expect(calendar.presence.tell(other, run.id, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is kept under a name when another is published, and nobody outside sees it', async () => {
    const run = await proposed();
    expect(await calendar.runs.name(staff, run.id, { name: ' 佐藤さんを優先する案 ' })).toMatchObject({
      name: '佐藤さんを優先する案',
    });
    const other = await calendar.plan(staff);
    await calendar.publishing.publish(staff, other.id);
    expect(await runNow(run.id)).toMatchObject({ status: 'PROPOSED' });
    expect(await calendar.runs.name(staff, run.id, { name: '' })).toMatchObject({ name: null });
    await expect(calendar.runs.name(ehime, run.id, { name: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.runs.name(auditor, run.id, { name: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(calendar.runs.name(staff, run.id, { name: 'x'.repeat(61) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
