import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MATSUYAMA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, searched, START, THEME } from '../test/given-calendar.js';
import type { PlanningRun } from './planning-run.entity.js';
import { getPlanningRun, listPlanningRuns, unplacedVisitsOf } from './planning-run.queries.js';
import { explainUnplacedOf } from './unplaced-reasons.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const PROGRESS = {
  stage: 'IMPROVE',
  iterations: 10,
  placed: 1,
  unplaced: 1,
  travelMinutes: 0,
  longestWaitDays: 3,
  tiers: [10, 4, 7],
} as const;

const outbox = (): Promise<{ job: string; prefecture_id: string }[]> =>
  database.dataSource.query('SELECT job, prefecture_id FROM outbox');

describe('asking for a plan', () => {
  it('queues a run, numbers it, and asks the worker in the same commit', async () => {
    const run = await calendar.runs.request(staff, DECEMBER);
    expect(run).toMatchObject({ status: 'QUEUED', number: 1, requestedByName: staff.name });
    expect(await outbox()).toEqual([{ job: 'dispatch.execute-planning-run', prefecture_id: '34' }]);
  });

  it.each([
    ['town', () => town],
    ['specialist', () => specialist],
  ])('is refused to a %s', async (_, actor) => {
    await expect(calendar.runs.request(actor(), DECEMBER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await outbox()).toEqual([]);
  });

  it('is refused while another run is open, in the same prefecture only', async () => {
    await calendar.runs.request(staff, DECEMBER);
    await expect(calendar.runs.request(staff, DECEMBER)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'planning-run.already-open',
      details: { number: 1 },
    });
    expect(await calendar.runs.request(ehime, DECEMBER)).toMatchObject({ number: 1 });
  });

  it('lets one of two that ask at once', async () => {
    const asked = await Promise.allSettled([1, 2].map(() => calendar.runs.request(staff, DECEMBER)));
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['a day that is over', { from: '2026-11-30', to: '2026-12-04' }, 'from', 'not-past'],
    ['an end before the beginning', { from: '2026-12-10', to: '2026-12-09' }, 'to', 'not-before-from'],
    ['93 days', { from: '2026-12-01', to: '2027-03-03' }, 'to', 'period-too-long'],
    ['a date that does not exist', { from: '2026-12-01', to: '2027-02-30' }, 'to', 'date'],
    ['the year 9999', { from: '9999-12-01', to: '9999-12-31' }, 'to', 'too-far'],
  ])('names %s', async (_, period, path, rule) => {
    await expect(calendar.runs.request(staff, period)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
  });
});

describe('a run', () => {
  it('proposes every visit of a request with days between, and keeps what it was given', async () => {
    const request = await calendar.request(town, staff);
    const run = await calendar.plan(staff);
    expect(run).toMatchObject({ status: 'PROPOSED', failure: null, score: { hard: 0 } });
    expect(run.progress).toMatchObject({ stage: 'DONE', placed: 2, unplaced: 0 });
    const [first, second] = await calendar.proposals(run);
    expect(first).toMatchObject({
      supportRequestId: request.id,
      visitNo: 1,
      municipalityId: town.municipalityId,
    });
    expect(first?.specialistId).toBe(specialist.specialistId);
    const gap = (second?.startsAt.getTime() ?? 0) - (first?.startsAt.getTime() ?? 0);
    expect(gap).toBeGreaterThanOrEqual(6 * 24 * 3600 * 1000);
    const [row]: { days: number }[] = await database.dataSource.query(
      `SELECT (problem->>'days')::int AS days FROM planning_run`,
    );
    expect(row?.days).toBe(19);
  });

  it('gives the same proposals from the same seed', async () => {
    await calendar.request(town, staff);
    await calendar.request(town, staff, { mode: 'ONLINE', visits: 3 });
    const shape = async (run: Awaited<ReturnType<Calendar['plan']>>) =>
      (await calendar.proposals(run)).map((v) => [v.supportRequestId, v.visitNo, v.specialistId, v.startsAt]);
    const once = await calendar.plan(staff);
    expect(await shape(await calendar.plan(staff))).toEqual(await shape(once));
  });

  it('says in both languages why a visit found no place', async () => {
    await calendar.request(town, staff, { themeId: 'T12', visits: 1 });
    const run = await calendar.plan(staff);
    expect(run.status).toBe('PROPOSED');
    const [unplaced] = await database.db.read(staff, (tx) => explainUnplacedOf(tx, staff, [run.id]));
    expect(unplaced?.reasons[0]).toMatchObject({ ruleId: 'essential-skill' });
    expect(unplaced?.reasons[0]?.sentence.ja).toContain('必須スキル');
    expect(unplaced?.reasons[0]?.sentence.ja).not.toMatch(/[0-9a-f]{8}-/);
    expect(unplaced?.reasons[0]?.sentence.en).toContain('essential skill');
  });

  it('plans a trouble without a theme for those who can find out what is needed', async () => {
    await expert(database.db, staff, { themes: ['T20'] });
    await calendar.request(town, staff, { themeId: null, visits: 1, mode: 'ONLINE' });
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toHaveLength(1);
  });

  it('starts tomorrow at the earliest, and on no closed day', async () => {
    await calendar.request(town, staff, { visits: 1, urgency: 'URGENT' });
    clock.moveTo(new Date('2026-12-11T01:00:00Z'));
    const run = await calendar.plan(staff, { from: '2026-12-11', to: '2026-12-25' });
    const [visit] = await calendar.proposals(run);
    expect(visit?.startsAt.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-12-14T00:00:00Z'));
  });

  it('is seen by nobody outside the hub of its prefecture', async () => {
    const run = await calendar.plan(staff);
    await expect(database.db.read(ehime, (tx) => getPlanningRun(tx, ehime, run.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(database.db.read(town, (tx) => getPlanningRun(tx, town, run.id))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const page = await database.db.read(ehime, (tx) => listPlanningRuns(tx, ehime, {}));
    expect(page.total).toBe(0);
  });
});

describe('stopping a run', () => {
  it('ends one that waits, and the worker then finds nothing to do', async () => {
    await calendar.request(town, staff);
    const run = await calendar.runs.request(staff, DECEMBER);
    expect(await calendar.runs.cancel(staff, run.id)).toMatchObject({ status: 'CANCELLED' });
    expect(await calendar.solve(run, staff)).toMatchObject({ status: 'CANCELLED' });
    expect(await calendar.proposals(run)).toEqual([]);
  });

  it('tells the search to stop, and drops a plan that comes too late', async () => {
    await calendar.request(town, staff);
    const run = await calendar.runs.request(staff, DECEMBER);
    const { db, execution } = calendar;
    const task = await db.system('34', (tx, system) => execution.begin(tx, system, run.id));
    if (!task) throw new Error('nothing to solve');
    expect(await execution.report(task, PROGRESS, [0, null, null])).toBe('GO_ON');
    expect(await db.read(staff, (tx) => getPlanningRun(tx, staff, run.id))).toMatchObject({
      progress: { ...PROGRESS, bound: [0, null, null] },
    });
    expect(await execution.wishOf(task)).toBe('GO_ON');
    await calendar.runs.cancel(staff, run.id);
    expect(await execution.report(task, PROGRESS)).toBe('ABANDON');
    expect(await execution.wishOf(task)).toBe('ABANDON');
    await db.system('34', (tx, system) => execution.finish(tx, system, run.id, null));
    expect(await db.read(staff, (tx) => unplacedVisitsOf(tx, [run.id]))).toEqual([]);
  });

  it('keeps the best plan so far, and says where it stopped so that it can be repeated', async () => {
    for (let i = 0; i < 3; i++) await calendar.request(town, staff, { visits: 3 });
    const run = await calendar.runs.request(staff, { ...DECEMBER, iterations: 500 });
    const { db, execution } = calendar;
    const task = await db.system('34', (tx, system) => execution.begin(tx, system, run.id));
    if (!task) throw new Error('nothing to solve');
    expect(await calendar.runs.stop(staff, run.id)).toMatchObject({ status: 'SOLVING', stopAsked: true });
    expect(await execution.report(task, PROGRESS)).toBe('STOP');
    const cut = searched({ ...task, stopAtIterations: 37 });
    await db.system('34', (tx, system) => execution.finish(tx, system, run.id, cut));
    const first = await db.read(staff, (tx) => getPlanningRun(tx, staff, run.id));
    expect(first).toMatchObject({ status: 'PROPOSED', stoppedAtIterations: 37, bestSeed: 1 });
    const again = await calendar.plan(staff, DECEMBER, {
      iterations: 500,
      seed: first.bestSeed,
      starts: 1,
      stopAtIterations: first.stoppedAtIterations,
    });
    expect(again).toMatchObject({ stoppedAtIterations: 37, score: first.score });
    const shape = async (one: PlanningRun) =>
      (await calendar.proposals(one)).map((v) => [v.supportRequestId, v.visitNo, v.specialistId, v.startsAt]);
    expect(await shape(again)).toEqual(await shape(first));
    await expect(calendar.runs.stop(staff, run.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('is for the hub of the prefecture alone', async () => {
    const run = await calendar.runs.request(staff, DECEMBER);
    await expect(calendar.runs.stop(ehime, run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.runs.stop(town, run.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await calendar.runs.stop(staff, run.id)).toMatchObject({ stopAsked: true });
  });

  it('does not touch the run of another prefecture, which ends as it would alone', async () => {
    const matsuyama = await clerk(database.db, MATSUYAMA);
    await expert(database.db, ehime, { themes: [THEME] });
    await calendar.request(town, staff);
    await calendar.request(matsuyama, ehime);
    const [here, there] = await Promise.all([
      calendar.runs.request(staff, DECEMBER),
      calendar.runs.request(ehime, DECEMBER),
    ]);
    const [cancelled, planned] = await Promise.all([
      calendar.runs.cancel(staff, here.id),
      calendar.solve(there, ehime),
    ]);
    expect([cancelled.status, planned.status]).toEqual(['CANCELLED', 'PROPOSED']);
    expect(await calendar.proposals(planned)).toHaveLength(2);
  });

  it('is the hub’s own, and once', async () => {
    const run = await calendar.runs.request(staff, DECEMBER);
    await expect(calendar.runs.cancel(ehime, run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.runs.cancel(town, run.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await calendar.runs.cancel(staff, run.id);
    await expect(calendar.runs.cancel(staff, run.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'planning-run.not-in-state',
    });
  });

  it('fails a run whose work was given up, and leaves one that is under way', async () => {
    const run = await calendar.runs.request(staff, DECEMBER);
    const other = await calendar.runs.request(ehime, DECEMBER);
    await database.dataSource.query(`UPDATE outbox SET dead_at = now() WHERE prefecture_id = '34'`);
    await database.db.system(null, (tx) => calendar.execution.sweep(tx));
    expect(await database.db.read(staff, (tx) => getPlanningRun(tx, staff, run.id))).toMatchObject({
      status: 'FAILED',
      failure: 'GAVE_UP',
    });
    expect(await database.db.read(ehime, (tx) => getPlanningRun(tx, ehime, other.id))).toMatchObject({
      status: 'QUEUED',
    });
  });
});

describe('a pinned proposal', () => {
  it('stays where it is when the days are planned again', async () => {
    await calendar.request(town, staff);
    const [, second] = await calendar.proposals(await calendar.plan(staff));
    if (!second) throw new Error('two visits are proposed');
    await calendar.runs.pinProposedVisit(staff, second.id, true);
    await calendar.request(town, staff, { urgency: 'URGENT' });
    const again = await calendar.proposals(await calendar.plan(staff));
    const kept = again.filter(({ pinned }) => pinned);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      supportRequestId: second.supportRequestId,
      visitNo: 2,
      startsAt: second.startsAt,
      specialistId: second.specialistId,
    });
    expect(again).toHaveLength(4);
  });

  it('is let go when it is no longer possible', async () => {
    await calendar.request(town, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [visit] = await calendar.proposals(run);
    if (!visit) throw new Error('a visit is proposed');
    await calendar.runs.pinProposedVisit(staff, visit.id, true);
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       VALUES (gen_random_uuid(), '34', $1, ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date, 'DAY')`,
      [visit.specialistId, visit.startsAt],
    );
    const [moved] = await calendar.proposals(await calendar.plan(staff));
    expect(moved?.startsAt).not.toEqual(visit.startsAt);
    expect(moved?.pinned).toBe(false);
  });

  it('cannot be pinned by others, nor once its run is set aside', async () => {
    await calendar.request(town, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [visit] = await calendar.proposals(run);
    if (!visit) throw new Error('a visit is proposed');
    await expect(calendar.runs.pinProposedVisit(ehime, visit.id, true)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.runs.pinProposedVisit(town, visit.id, true)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await calendar.runs.discard(staff, run.id);
    await expect(calendar.runs.pinProposedVisit(staff, visit.id, true)).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    await expect(calendar.runs.discard(staff, run.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});
