import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SignInService } from '@banso/directory';
import { Clock, systemActor } from '@banso/kernel';
import { createDataSource, Db, LOGIN, migrate, sqlState } from '@banso/platform';
import { listSupportRequests } from '@banso/support';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { loginUrlOf } from '../template.js';
import { actorsOf, type Circle, CIRCLES, fillCircles } from './circles.js';
import { REFUSED } from './probe.js';

let database: FreshDatabase;
let dataSource: DataSource;
let db: Db;
const [kure] = CIRCLES as readonly [Circle];

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  await fillCircles(database.dataSource);
  const url = loginUrlOf(database.url);
  dataSource = createDataSource({ url, pool: 2, entities: ENTITIES, onPoolError: () => {} });
  db = new Db(await dataSource.initialize());
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('is enough for people, for the door and for the clockwork', async () => {
  const { hub, town } = actorsOf(kure);
  for (const actor of [hub, town]) {
    const { rows } = await db.read(actor, (tx) => listSupportRequests(tx, actor, {}, { first: 10 }));
    expect(rows.map(({ prefectureId }) => prefectureId)).toContain('34');
  }
  const signIn = new SignInService(db, new Clock());
  await expect(
    signIn.signIn({ loginId: 'nobody', password: 'wrong', from: '192.0.2.1' }),
  ).rejects.toMatchObject({
    reason: 'sign-in.failed',
  });
  expect(await db.read(systemActor(null), (tx) => tx.query('SELECT 1 FROM outbox'))).toHaveLength(
    CIRCLES.length,
  );
  await db.write(town, (tx) => tx.query(`UPDATE consultation SET question = 'y'`));
  const logged = await database.dataSource.query(
    `SELECT actor_role FROM audit_entry WHERE table_name = 'consultation' AND kind = 'UPDATE'`,
  );
  expect(logged).toEqual([{ actor_role: 'MUNICIPALITY_STAFF' }]);
});

it('has nothing to step up to: the owner, the tables and the log are out of its reach', async () => {
  const { town } = actorsOf(kure);
  for (const smuggled of [
    'RESET ROLE; SELECT 1 FROM visit',
    'RESET ROLE; SELECT 1 FROM account',
    'RESET ROLE; SET ROLE banso_app; SELECT 1 FROM migration',
    'RESET ROLE; ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only',
    'RESET ROLE; DELETE FROM audit_entry',
    'RESET ROLE; DROP TABLE visit',
    'SET ROLE banso_system; DELETE FROM audit_entry',
    'SET ROLE banso_system; UPDATE audit_seal SET hash = hash',
    'SET ROLE banso_system; ALTER TABLE visit DISABLE ROW LEVEL SECURITY',
    'SET ROLE pg_read_all_data',
  ]) {
    const state = await db.write(town, (tx) => tx.query(smuggled)).then(() => 'done', sqlState);
    expect([smuggled, state]).toEqual([smuggled, REFUSED]);
  }
  expect((await dataSource.query('SELECT current_user AS who'))[0].who).toBe(LOGIN);
});

it('sets nothing up: that is the owner’s', async () => {
  const { url } = dataSource.options as { url: string };
  await expect(migrate(url)).rejects.toThrow();
});
