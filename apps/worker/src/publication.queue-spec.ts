import { latestOrdersOf } from '@banso/dispatch';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ended, PlanningWorkers } from '../test/planning-workers.js';
import { until, wipeQueue } from '../test/workbench.js';

const HOLD_MS = 10 * 60_000;
/** From the order to its time: enough to kill somebody in between. */
const SOON_MS = 4_000;

let at: PlanningWorkers;

beforeAll(async () => {
  at = await PlanningWorkers.open();
}, 120_000);
beforeEach(() => at.clear());
afterEach(() => at.killAll());
afterAll(() => at.close());

describe('a publication that waits', () => {
  it('is carried out once at its time, although its worker is killed and the queue loses its memory', async () => {
    const { calendar, staff, database } = at;
    const run = await calendar.plan(staff, at.period, { iterations: 0 });
    const count = async (table: string): Promise<number> => {
      const [row]: { n: number }[] = await database.dataSource.query(
        `SELECT count(*)::int AS n FROM ${table}`,
      );
      return row?.n ?? 0;
    };
    await database.dataSource.query('DELETE FROM notice');
    // Both before the order: how long a start takes is not known.
    const first = await at.start();
    await at.start();
    calendar.clock.moveTo(new Date(Date.now() - HOLD_MS + SOON_MS));
    const order = await calendar.orders.order(staff, run.id, {});
    calendar.clock.moveTo(new Date());
    expect(await count('plan_publication')).toBe(0);
    await ended(first, 'SIGKILL');
    await wipeQueue(at.settings);
    const settled = async () => {
      const [now] = await calendar.db.read(staff, (tx) => latestOrdersOf(tx, [run.id]));
      return now?.status === 'DONE';
    };
    await until('the publication carried out', settled);
    expect(Date.now()).toBeGreaterThanOrEqual(order.dueAt.getTime());
    expect(await count('plan_publication')).toBe(1);
    const visits = await count('visit');
    expect(visits).toBe(run.progress?.placed);
    // Rung once more, it finds nothing to do.
    await database.dataSource.query(
      `UPDATE outbox SET done_at = NULL, lease_until = '-infinity' WHERE job = 'dispatch.carry-out-publication'`,
    );
    await until('the work put down again', async () => {
      const [row]: { done_at: Date | null }[] = await database.dataSource.query(
        `SELECT done_at FROM outbox WHERE job = 'dispatch.carry-out-publication'`,
      );
      return row?.done_at !== null && row !== undefined;
    });
    expect(await count('plan_publication')).toBe(1);
    expect(await count('visit')).toBe(visits);
  }, 120_000);
});
