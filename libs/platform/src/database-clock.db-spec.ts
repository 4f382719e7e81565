import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { DatabaseClock } from './database-clock.js';

const HOUR = 3_600_000;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase([]);
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => database.drop());

const postgresNow = async (): Promise<number> => {
  const [row] = await database.dataSource.query('SELECT clock_timestamp() AS at');
  return row.at.getTime();
};

describe('the time of day', () => {
  it.each([2 * HOUR, -HOUR])('is that of Postgres, whatever this machine says (%d ms off)', async (off) => {
    const real = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => real() + off);
    const clock = await DatabaseClock.started(database.db);
    expect(Math.abs(clock.now().getTime() - (await postgresNow()))).toBeLessThan(2_000);
    clock.stop();
  });

  it('does not jump with the clock of the machine, and goes on', async () => {
    const clock = await DatabaseClock.started(database.db);
    const before = clock.now().getTime();
    const real = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => real() - HOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(clock.now().getTime() - before).toBeGreaterThan(40);
    expect(clock.now().getTime() - before).toBeLessThan(5_000);
    clock.stop();
  });
});
