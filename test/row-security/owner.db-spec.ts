import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { loadRegister } from '@banso/directory';
import { createDataSource, Db, migrate, RolesMissing } from '@banso/platform';
import { loadTaxonomy } from '@banso/talent';
import type { DataSource } from 'typeorm';
import { ensureTemplate, urlOf, withMaintenance } from '../template.js';
import { CIRCLES, fillCircles } from './circles.js';
import { ASKED_FOR, REACHES } from './expected.js';
import { actorIn, Probe } from './probe.js';

/** A database as an administrator hands it over: its owner is no superuser and may make no roles. */
const name = `t_${randomBytes(6).toString('hex')}`;
const user = `u_${name}`;
const password = randomBytes(12).toString('hex');
const ROLES = 'banso_app, banso_hub, banso_town, banso_specialist, banso_operator, banso_system';
let url: string;
let dataSource: DataSource | undefined;

beforeAll(async () => {
  // Another database of this server has made the roles: nobody makes them twice.
  await ensureTemplate();
  url = await withMaintenance(async (client, maintenanceUrl) => {
    await client.query(`CREATE ROLE ${user} LOGIN PASSWORD '${password}'`);
    await client.query(`CREATE DATABASE ${name} OWNER ${user}`);
    const own = new URL(urlOf(name, maintenanceUrl));
    own.username = user;
    own.password = password;
    return own.href;
  });
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await withMaintenance(async (client) => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.query(`DROP ROLE ${user}`);
  });
});

it('says to whoever sets up what an administrator has to do first, in both languages', async () => {
  const problem = await migrate(url).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(RolesMissing);
  if (!(problem instanceof RolesMissing)) return;
  for (const sentence of [problem.ja, problem.en]) expect(sentence).toContain(`GRANT ${ROLES} TO "${user}";`);
  expect(problem.ja).toContain('管理者');
});

it('goes on when that was done, also when asked several times at once', async () => {
  await withMaintenance((client) => client.query(`GRANT ${ROLES} TO ${user}`));
  const done = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(done.map((migrations) => migrations.length).sort()).toEqual([0, 0, expect.any(Number)]);
}, 60_000);

it('keeps tenants apart also from an owner who is held by the policies', async () => {
  dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {} });
  const db = new Db(await dataSource.initialize());
  await loadRegister(db, 'data');
  await loadTaxonomy(db, 'data');
  const patient = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {}, patient: true });
  await patient.initialize();
  const placed = await fillCircles(patient);
  const probe = await Probe.on(patient, placed);
  await patient.destroy();

  // On a connection to which nobody has said who acts even the owner of the tables sees nothing.
  expect(await dataSource.query('SELECT 1 FROM visit')).toEqual([]);
  const tables = Object.keys(REACHES).filter((table) => !ASKED_FOR.includes(table));
  for (const from of CIRCLES)
    for (const seat of ['hub', 'town', 'specialist', 'operator', 'system'] as const)
      expect(await db.write(actorIn(seat, from), (tx) => probe.differences(tx, seat, from, tables))).toEqual(
        [],
      );
  for (const table of Object.keys(REACHES).filter((one) => one !== 'audit_entry')) {
    const rows: unknown[] = await db.owner((tx) => tx.query(`SELECT 1 FROM ${table}`));
    expect([table, rows.length]).toEqual([table, placed.filter((row) => row.table === table).length]);
  }
}, 60_000);
