import { type ChildProcess, spawn } from 'node:child_process';
import { addDays, FixedClock, type HubStaff } from '@banso/kernel';
import { getPlanningRun, type PlanningRun } from '@banso/dispatch';
import { expect } from '@jest/globals';
import { Calendar, ENTITIES, THEME } from '../../../libs/dispatch/test/given-calendar.js';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { type QueueSettings, queueSettings, until } from './workbench.js';

const REQUESTS = 12;
const VISITS = 3;

/** A prefecture with work to plan, and real workers, as the start script runs them. */
export class PlanningWorkers {
  settings: QueueSettings;
  private workers: ChildProcess[] = [];

  private constructor(
    readonly database: FreshDatabase,
    readonly calendar: Calendar,
    readonly staff: HubStaff & { readonly loginId: string },
  ) {}

  static async open(): Promise<PlanningWorkers> {
    const database = await freshDatabase(ENTITIES);
    const calendar = new Calendar(database.db, new FixedClock(new Date()));
    const staff = await hub(database.db);
    const town = await clerk(database.db);
    for (let i = 0; i < 3; i++) await expert(database.db, staff, { themes: [THEME] });
    for (let i = 0; i < REQUESTS; i++) await calendar.request(town, staff, { visits: VISITS });
    return new PlanningWorkers(database, calendar, staff);
  }

  /** As whom the staff of the hub signs in. */
  get hubLoginId(): string {
    return this.staff.loginId;
  }

  /** Before each test: no work, and a queue of its own. */
  async clear(): Promise<void> {
    await this.database.dataSource.query('TRUNCATE outbox, planning_run, queue_epoch CASCADE');
    this.settings = queueSettings(this.database.url);
  }

  /** After each test: no worker is left. */
  async killAll(): Promise<void> {
    for (const worker of this.workers.splice(0)) await ended(worker, 'SIGKILL');
  }

  async start(more: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
    const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...this.settings, ...more },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.workers.push(worker);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}: is it built?`)));
    });
    return worker;
  }

  /** Ten weeks from tomorrow on. */
  get period() {
    const from = addDays(this.calendar.clock.today(), 1);
    return { from, to: addDays(from, 69) };
  }

  async askForRun(iterations: number, wish: object = {}, actor = this.staff): Promise<PlanningRun> {
    return this.calendar.runs.request(actor, { ...this.period, iterations, ...wish });
  }

  stateOf(run: PlanningRun, actor = this.staff): Promise<PlanningRun> {
    return this.database.db.read(actor, (tx) => getPlanningRun(tx, actor, run.id));
  }

  inTheMiddle(run: PlanningRun, actor = this.staff): Promise<void> {
    return until(
      'the search under way',
      async () => ((await this.stateOf(run, actor)).progress?.iterations ?? 0) > 0,
    );
  }

  proposed(run: PlanningRun, actor = this.staff): Promise<void> {
    return until('a proposal', async () => (await this.stateOf(run, actor)).status === 'PROPOSED', 120);
  }

  /** In an order that says nothing of the rows. */
  async planOf(run: PlanningRun): Promise<string[]> {
    return (await this.calendar.proposals(run))
      .map(({ supportRequestId, visitNo, specialistId, startsAt, mode }) =>
        [supportRequestId, visitNo, specialistId, startsAt.toISOString(), mode].join(' '),
      )
      .sort();
  }

  /** Every wanted visit is proposed or unplaced, once; the work is done, once. */
  async expectOneEnd(run: PlanningRun): Promise<void> {
    const visits: { id: string; no: number }[] = await this.database.dataSource.query(
      `SELECT support_request_id AS id, visit_no AS no FROM proposed_visit WHERE run_id = $1
       UNION ALL SELECT support_request_id, visit_no FROM unplaced_visit WHERE run_id = $1`,
      [run.id],
    );
    expect(visits).toHaveLength(REQUESTS * VISITS);
    expect(new Set(visits.map(({ id, no }) => `${id} ${no}`)).size).toBe(REQUESTS * VISITS);
    const rows: { done: boolean }[] = await this.database.dataSource.query(
      `SELECT done_at IS NOT NULL AS done FROM outbox WHERE job = 'dispatch.execute-planning-run'`,
    );
    expect(rows).toEqual([{ done: true }]);
  }

  async close(): Promise<void> {
    await this.database.drop();
  }
}

/** The exit code, once the worker is gone. */
export function ended(worker: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return Promise.resolve(worker.exitCode);
  const end = new Promise<number | null>((resolve) => worker.once('exit', resolve));
  if (signal) worker.kill(signal);
  return end;
}
