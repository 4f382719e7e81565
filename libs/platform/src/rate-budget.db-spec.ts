import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { countingStatements } from '../../../test/statements.js';
import { withinDeadline } from './deadline.js';
import { forgetRates, RateBudgets } from './rate-budget.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
const after = (seconds: number) => clock.moveTo(new Date(MORNING.getTime() + seconds * 1000));
/** A point a second, 120 after a pause. */
const SMALL = { perMinute: 60 };
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase([]);
});
afterAll(() => database.drop());

const process = () => new RateBudgets(database.db, clock);
const spent = async (budgets: RateBudgets, key: string, points: number): Promise<number> => {
  let taken = 0;
  for (let i = 0; i < points; i++) if ((await budgets.take(key, 1, SMALL)) === 0) taken++;
  return taken;
};

describe('RateBudgets', () => {
  it('are one for all processes, and fill again with time', async () => {
    after(0);
    const [one, two] = [process(), process()];
    expect((await spent(one, 'a', 96)) + (await spent(two, 'a', 100))).toBe(120);
    expect(await one.take('b', 1, SMALL)).toBe(0);
    expect(await process().take('a', 10, SMALL)).toBe(10);
    after(30);
    expect(await spent(two, 'a', 100)).toBe(30);
    after(10_000);
    expect(await spent(one, 'a', 200)).toBe(120);
  });

  it('never give more than there is to many at once', async () => {
    after(20_000);
    const processes = [process(), process()] as const;
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => processes[i % 2 === 0 ? 0 : 1].take('c', 2, SMALL)),
    );
    const taken = answers.filter((wait) => wait === 0).length;
    expect(taken).toBeLessThanOrEqual(60);
    expect(taken).toBeGreaterThanOrEqual(50);
  });

  it('cost a transaction for each twentieth part alone', async () => {
    after(30_000);
    const { count } = await countingStatements(() => spent(process(), 'd', 60));
    // Its beginning, who acts, the part that is drawn, its end; and the level, once.
    expect(count).toBeLessThanOrEqual(11 * 5);
  });

  it('keep no name and no address, and are forgotten', async () => {
    after(40_000);
    await process().take('address 192.0.2.1', 1, SMALL);
    const rows = () => database.dataSource.query<unknown[]>('SELECT key_digest FROM rate_budget');
    expect(JSON.stringify(await rows())).not.toContain('192.0.2');
    after(50_000);
    await database.db.system(null, (tx) => forgetRates(tx, clock.now()));
    expect(await rows()).toEqual([]);
  });
});

describe('withinDeadline', () => {
  it('lets no statement run on, and no transaction begin, when the time is over', async () => {
    const sleepy = () => database.db.system(null, (tx) => tx.query('SELECT pg_sleep(10)'));
    const begun = performance.now();
    await withinDeadline(1, async () => {
      await expect(sleepy()).rejects.toMatchObject({ driverError: { code: '57014' } });
      await expect(sleepy()).rejects.toMatchObject({ reason: 'operation.too-long' });
    });
    expect(performance.now() - begun).toBeLessThan(8_000);
    await expect(database.db.system(null, (tx) => tx.query('SELECT 1 AS one'))).resolves.toEqual([
      { one: 1 },
    ]);
  });
});
