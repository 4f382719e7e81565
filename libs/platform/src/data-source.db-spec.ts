import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { migrate } from './data-source.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase([]);
}, 60_000);
afterAll(() => database.drop());

it('waits for as long as another process migrates, longer than any request may', async () => {
  const other = database.dataSource.createQueryRunner();
  await other.query(`SELECT pg_advisory_lock(hashtext('banso.migrate'))`);
  const migrated = migrate(database.url);
  await Promise.race([migrated, sleep(6_000)]);
  await other.query(`SELECT pg_advisory_unlock(hashtext('banso.migrate'))`);
  await other.release();
  expect(await migrated).toEqual([]);
}, 30_000);
