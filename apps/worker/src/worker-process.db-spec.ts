import { type ChildProcess, spawn } from 'node:child_process';
import { addDays, FixedClock, type HubStaff } from '@banso/kernel';
import { gapOf, getPlanningRun, type PlanningRun } from '@banso/dispatch';
import { ratesOfTiers, totalOf } from '@banso/planning';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Calendar, ENTITIES, THEME } from '../../../libs/dispatch/test/given-calendar.js';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MATSUYAMA } from '../../../test/people.js';
import { type QueueSettings, queueSettings, until, wipeQueue } from '../test/workbench.js';

/** Steps of improvement that keep a search busy for some seconds, so that there is a middle to kill it in. */
const LONG = 100_000;
/** More steps than anybody waits for. */
const ENDLESS = 5_000_000;
const REQUESTS = 12;

let database: FreshDatabase;
let settings: QueueSettings;
let calendar: Calendar;
let staff: HubStaff;
let workers: ChildProcess[];

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, new FixedClock(new Date()));
  staff = await hub(database.db);
  const town = await clerk(database.db);
  for (let i = 0; i < 3; i++) await expert(database.db, staff, { themes: [THEME] });
  for (let i = 0; i < REQUESTS; i++) await calendar.request(town, staff, { visits: 3 });
}, 120_000);
beforeEach(async () => {
  await database.dataSource.query('TRUNCATE outbox, planning_run, queue_epoch CASCADE');
  settings = queueSettings(database.url);
  workers = [];
});
afterEach(async () => {
  for (const worker of workers) await ended(worker, 'SIGKILL');
});
afterAll(() => database.drop());

/** A real worker, as the start script runs it. */
async function startWorker(more: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...settings, ...more },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}: is it built?`)));
  });
  return worker;
}

function ended(worker: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return Promise.resolve(worker.exitCode);
  const end = new Promise<number | null>((resolve) => worker.once('exit', resolve));
  if (signal) worker.kill(signal);
  return end;
}

async function askForRun(iterations: number, wish: object = {}, actor = staff): Promise<PlanningRun> {
  const from = addDays(calendar.clock.today(), 1);
  return calendar.runs.request(actor, { from, to: addDays(from, 69), iterations, ...wish });
}

/** In an order that says nothing of the rows. */
const planOf = async (run: PlanningRun) =>
  (await calendar.proposals(run))
    .map(({ supportRequestId, visitNo, specialistId, startsAt, mode }) =>
      [supportRequestId, visitNo, specialistId, startsAt.toISOString(), mode].join(' '),
    )
    .sort();

const stateOf = (run: PlanningRun) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, run.id));
const inTheMiddle = (run: PlanningRun) =>
  until('the search under way', async () => (await stateOf(run)).progress !== null);
const proposed = (run: PlanningRun, seconds = 120) =>
  until('a proposal', async () => (await stateOf(run)).status === 'PROPOSED', seconds);

/** Every wanted visit is proposed or unplaced, once; the work is done, once. */
async function expectOneEnd(run: PlanningRun): Promise<void> {
  const visits: { id: string; no: number }[] = await database.dataSource.query(
    `SELECT support_request_id AS id, visit_no AS no FROM proposed_visit WHERE run_id = $1
     UNION ALL SELECT support_request_id, visit_no FROM unplaced_visit WHERE run_id = $1`,
    [run.id],
  );
  expect(visits).toHaveLength(REQUESTS * 3);
  expect(new Set(visits.map(({ id, no }) => `${id} ${no}`)).size).toBe(REQUESTS * 3);
  const rows: { done: boolean }[] = await database.dataSource.query(
    `SELECT done_at IS NOT NULL AS done FROM outbox WHERE job = 'dispatch.execute-planning-run'`,
  );
  expect(rows).toEqual([{ done: true }]);
}

describe('a worker', () => {
  it('solves a run, and ends at once when it is told to', async () => {
    const worker = await startWorker();
    const run = await askForRun(500);
    await proposed(run);
    await expectOneEnd(run);
    expect(await ended(worker, 'SIGTERM')).toBe(0);
  }, 180_000);

  it('keeps with a plan what it proved that no plan can beat', async () => {
    await startWorker();
    const run = await askForRun(20_000);
    await proposed(run);
    const { score, bound } = await stateOf(run);
    const tiers = score?.tiers ?? [];
    const least = (bound ?? []).map((points) => points ?? 0);
    const rates = ratesOfTiers(tiers.length);
    expect(bound).toHaveLength(3);
    expect(bound).not.toContain(null);
    expect(least[0]).toBeLessThanOrEqual(tiers[0] ?? -1);
    expect(totalOf(least, rates)).toBeGreaterThan(0);
    expect(totalOf(least, rates)).toBeLessThanOrEqual(totalOf(tiers, rates));
    expect(gapOf(tiers, bound)?.total).toBeLessThan(1);
  }, 180_000);

  it('ends when whoever started it is gone', async () => {
    const worker = await startWorker();
    const end = ended(worker);
    worker.disconnect();
    expect(await end).toBe(0);
  }, 60_000);

  it('that is told to end in the middle of a search leaves it to the next at once', async () => {
    const first = await startWorker();
    const run = await askForRun(LONG);
    await inTheMiddle(run);
    expect(await ended(first, 'SIGTERM')).toBe(0);
    await startWorker();
    await proposed(run);
    await expectOneEnd(run);
  }, 240_000);

  it('that is killed in the middle of a search costs time and nothing else', async () => {
    const first = await startWorker();
    const run = await askForRun(LONG);
    await inTheMiddle(run);
    await ended(first, 'SIGKILL');
    await startWorker();
    await proposed(run);
    await expectOneEnd(run);
  }, 240_000);

  it('that is killed while the queue loses its memory, too', async () => {
    const first = await startWorker();
    await startWorker();
    const run = await askForRun(LONG);
    await inTheMiddle(run);
    await ended(first, 'SIGKILL');
    await wipeQueue(settings);
    await proposed(run);
    await expectOneEnd(run);
  }, 240_000);

  it('stops a search that the hub has cancelled', async () => {
    await startWorker();
    const run = await askForRun(LONG);
    await inTheMiddle(run);
    await calendar.runs.cancel(staff, run.id);
    await until('the work put down', async () => {
      const [row] = await database.dataSource.query(
        `SELECT done_at FROM outbox WHERE job = 'dispatch.execute-planning-run'`,
      );
      return row.done_at !== null;
    });
    expect(await calendar.proposals(run)).toEqual([]);
    expect(await stateOf(run)).toMatchObject({ status: 'CANCELLED' });
  }, 180_000);

  it('uses the best plan so far when the hub stops it, and repeats that plan to the visit', async () => {
    await startWorker();
    const run = await askForRun(ENDLESS);
    await inTheMiddle(run);
    await calendar.runs.stop(staff, run.id);
    await proposed(run);
    await expectOneEnd(run);
    const { bestSeed: seed, stoppedAtIterations: stopAtIterations, starts } = await stateOf(run);
    expect(starts).toBeGreaterThan(0);
    expect(stopAtIterations).toBeGreaterThan(0);
    const again = await askForRun(ENDLESS, { seed, starts: 1, stopAtIterations });
    await proposed(again);
    expect(await stateOf(again)).toMatchObject({
      starts: 1,
      bestSeed: seed,
      stoppedAtIterations: stopAtIterations,
    });
    expect(await planOf(again)).toEqual(await planOf(run));
  }, 240_000);

  it('uses the best plan so far when the time is over', async () => {
    await startWorker({ BANSO_PLANNING_MINUTES: '0.1' });
    const run = await askForRun(ENDLESS);
    await proposed(run);
    await expectOneEnd(run);
    expect((await stateOf(run)).stoppedAtIterations).toBeGreaterThan(0);
  }, 180_000);

  it('gives the same plan from the same seeds, whichever search ends first', async () => {
    await startWorker();
    const plans = [];
    for (let i = 0; i < 2; i++) {
      const run = await askForRun(300, { starts: 3 });
      await proposed(run);
      plans.push([await planOf(run), (await stateOf(run)).bestSeed]);
    }
    expect(plans[1]).toEqual(plans[0]);
  }, 180_000);

  it('solves the runs of two prefectures side by side; stopping one leaves the other alone', async () => {
    const ehime = await hub(database.db, '38');
    await expert(database.db, ehime, { themes: [THEME] });
    await calendar.request(await clerk(database.db, MATSUYAMA), ehime, { visits: 3 });
    await startWorker();
    const [here, there] = [await askForRun(ENDLESS), await askForRun(ENDLESS, {}, ehime)];
    await inTheMiddle(here);
    const stateThere = () => database.db.read(ehime, (tx) => getPlanningRun(tx, ehime, there.id));
    await until('the other search under way', async () => (await stateThere()).progress !== null);
    await calendar.runs.stop(staff, here.id);
    await proposed(here);
    expect(await stateThere()).toMatchObject({ status: 'SOLVING' });
    await calendar.runs.stop(ehime, there.id);
    await until('the other proposal', async () => (await stateThere()).status === 'PROPOSED', 120);
    expect(await calendar.proposals(there)).toHaveLength(3);
  }, 240_000);
});
