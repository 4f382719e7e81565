import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ALL_HUB_WORK, type Actor } from '@banso/kernel';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { openToHub } from '../test/open-table.js';
import { beyondOwnRows, sqlState } from './db.js';
import { defineJob } from './job.js';
import { enqueue } from './outbox.js';

const staff: Actor = {
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: 'a',
  prefectureId: '34',
  name: '担当',
};

describe('Db', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase([]);
    await database.dataSource.query('CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL)');
    await openToHub(database.dataSource, 'counter');
  }, 60_000);
  beforeEach(() => database.dataSource.query('TRUNCATE counter; INSERT INTO counter VALUES (1, 0), (2, 0)'));
  afterAll(() => database.drop());

  const counts = (): Promise<{ n: number }[]> =>
    database.dataSource.query('SELECT n FROM counter ORDER BY id');

  it('tells Postgres who acts, for the transaction only', async () => {
    const scope = `SELECT current_user AS login, current_setting('app.role', true) AS role, current_setting('app.prefecture_id', true) AS prefecture`;
    const [inside] = await database.db.write(staff, (tx) => tx.query(scope));
    expect(inside).toEqual({ login: 'banso_hub', role: 'HUB_STAFF', prefecture: '34' });
    for (const row of await Promise.all(Array.from({ length: 12 }, () => database.dataSource.query(scope)))) {
      expect([null, '']).toContain(row[0].role);
      expect(row[0].login).not.toMatch(/^banso_(hub|town|specialist|system)$/);
    }
  });

  it('goes beyond the own rows for a while, and comes back whatever happens', async () => {
    const who = `SELECT current_user AS login, current_setting('app.role', true) AS role`;
    const met = await database.db.write(staff, async (tx) => {
      const inside = await beyondOwnRows(tx, () => tx.query(who));
      const refused = beyondOwnRows(tx, () => Promise.reject(new Error('stop')));
      await expect(refused).rejects.toThrow('stop');
      return [...inside, ...(await tx.query(who))];
    });
    expect(met).toEqual([
      { login: 'banso_system', role: 'HUB_STAFF' },
      { login: 'banso_hub', role: 'HUB_STAFF' },
    ]);
    const failing = database.db.write(staff, (tx) => beyondOwnRows(tx, () => tx.query('SELECT 1 / 0')));
    await expect(failing).rejects.toThrow('division by zero');
  });

  it('undoes everything when the work fails', async () => {
    const failing = database.db.write(staff, async (tx) => {
      await tx.query('UPDATE counter SET n = 7');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await counts()).toEqual([{ n: 0 }, { n: 0 }]);
  });

  it('reads an unchanging snapshot and refuses to write in it', async () => {
    const failing = database.db.read(staff, (tx) => tx.query('UPDATE counter SET n = 7'));
    await expect(failing.catch((error: unknown) => sqlState(error))).resolves.toBe('25006');
    const seen = await database.db.read(staff, async (tx) => {
      const before = await tx.query('SELECT sum(n) AS n FROM counter');
      await database.dataSource.query('UPDATE counter SET n = 5');
      return [before, await tx.query('SELECT sum(n) AS n FROM counter')];
    });
    expect(seen[0]).toEqual(seen[1]);
  });

  it('repeats a write that Postgres gave up for a deadlock', async () => {
    const addToBoth = (order: readonly number[]) =>
      database.db.write(staff, async (tx) => {
        for (const id of order) {
          await tx.query('UPDATE counter SET n = n + 1 WHERE id = $1', [id]);
          await tx.query('SELECT pg_sleep(0.05)');
        }
      });
    await Promise.all([addToBoth([1, 2]), addToBoth([2, 1])]);
    expect(await counts()).toEqual([{ n: 2 }, { n: 2 }]);
  });
});

describe('enqueue', () => {
  let database: FreshDatabase;
  const ring = defineJob('test.ring', z.object({ id: z.uuid() }));
  const id = '00000000-0000-4000-8000-000000000001';

  beforeAll(async () => {
    database = await freshDatabase([]);
  }, 60_000);
  beforeEach(() => database.dataSource.query('TRUNCATE outbox'));
  afterAll(() => database.drop());

  const rows = (): Promise<{ job: string }[]> => database.dataSource.query('SELECT job, payload FROM outbox');

  it('asks for a job with the commit', async () => {
    await database.db.write(staff, (tx) => enqueue(tx, ring, { id }, { prefectureId: '34' }));
    expect(await rows()).toEqual([{ job: 'test.ring', payload: { id } }]);
  });

  it('asks for nothing when the transaction fails', async () => {
    const failing = database.db.write(staff, async (tx) => {
      await enqueue(tx, ring, { id }, { prefectureId: '34' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await rows()).toEqual([]);
  });

  it('accepts one key once, also at the same moment', async () => {
    const ask = () =>
      database.db.write(staff, (tx) => enqueue(tx, ring, { id }, { prefectureId: '34', dedupKey: 'k' }));
    await Promise.all(Array.from({ length: 6 }, ask));
    expect(await rows()).toHaveLength(1);
  });

  it('refuses a payload that carries more than ids', async () => {
    const wrong = database.db.write(staff, (tx) =>
      enqueue(tx, ring, { id: '呉市役所' }, { prefectureId: '34' }),
    );
    await expect(wrong).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });
});
