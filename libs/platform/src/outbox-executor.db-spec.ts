import { randomUUID } from 'node:crypto';
import { systemActor } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { defineJob } from './job.js';
import { enqueue } from './outbox.js';
import { long, OutboxExecutor } from './outbox-executor.js';
import { outboxLag } from './outbox-lag.js';

const compute = defineJob('test.compute', z.object({ id: z.uuid() }));

describe('OutboxExecutor', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase([]);
  }, 60_000);
  beforeEach(() => database.dataSource.query('TRUNCATE outbox'));
  afterAll(() => database.drop());

  it('leaves a row alone that another worker runs by now, when the work here fails late', async () => {
    const { db, dataSource } = database;
    const told: string[] = [];
    const executor = new OutboxExecutor(
      db,
      [
        long(compute, {
          begin: async () => 'input',
          compute: async () => {
            // This worker stood still: the row was sent again, and somebody else runs it.
            await dataSource.query(
              `UPDATE outbox SET sends = 2, running_until = now() + interval '15 seconds'`,
            );
            throw new Error('too late');
          },
          finish: async () => {},
        }),
      ],
      (job) => told.push(job),
    );
    await db.write(systemActor('34'), (tx) =>
      enqueue(tx, compute, { id: randomUUID() }, { prefectureId: '34' }),
    );
    await dataSource.query('UPDATE outbox SET sends = 1');
    const [row] = await dataSource.query<{ id: string }[]>('SELECT id FROM outbox');
    await executor.execute({ outboxId: row?.id ?? '', send: 1 });
    expect(told).toEqual(['test.compute']);
    const rows = await dataSource.query(
      'SELECT sends, failures, running_until > now() AS running FROM outbox',
    );
    expect(rows).toEqual([{ sends: 2, failures: 0, running: true }]);
  });

  it('measures the lag without reading what was done', async () => {
    const plan = await database.db.read(systemActor(null), async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query<unknown[]>('EXPLAIN SELECT count(*) FROM outbox WHERE done_at IS NULL');
    });
    expect(JSON.stringify(plan)).toContain('outbox_open');
    expect(await outboxLag(database.db)).toEqual({ seconds: 0, open: 0, dead: 0 });
  });
});
