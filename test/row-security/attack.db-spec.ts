import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '@banso/kernel';
import { migrate, sqlState } from '@banso/platform';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { actorsOf, type Circle, CIRCLES, fillCircles } from './circles.js';
import { REFUSED } from './probe.js';

let database: FreshDatabase;
const [kure, mihara] = CIRCLES as readonly [Circle, Circle];
/** The first town's people, and background work of their prefecture. */
const ACTORS: readonly Actor[] = [...Object.values(actorsOf(kure)), systemActor('34')];
const SECRET = '他の町の秘密';

beforeAll(async () => {
  database = await freshDatabase([]);
  await fillCircles(database.dataSource);
  await database.dataSource.query(
    `UPDATE support_request SET title = '${SECRET}' WHERE municipality_id = $1`,
    [mihara.municipalityId],
  );
  // What belongs to a database and not to its tables is not copied with the template: set up as at a first start.
  await database.dataSource.query(`COMMENT ON SCHEMA app IS 'of an older version'; ANALYZE`);
  await migrate(database.url);
}, 60_000);
afterAll(() => database.drop());

/** What somebody gets who has found a way to smuggle in one statement, as whoever the transaction is for. */
async function smuggle(actor: Actor, sql: string): Promise<string> {
  try {
    return JSON.stringify(await database.db.write(actor, (tx) => tx.query(sql)));
  } catch (error) {
    return sqlState(error) === REFUSED ? REFUSED : String(error);
  }
}

it.each([
  'ALTER TABLE visit DISABLE ROW LEVEL SECURITY',
  'ALTER TABLE visit NO FORCE ROW LEVEL SECURITY',
  'DROP POLICY visit_prefecture ON visit',
  'CREATE POLICY open ON visit USING (true)',
  'ALTER POLICY visit_prefecture ON visit USING (true)',
  'DROP TRIGGER audit ON visit',
  'CREATE OR REPLACE FUNCTION app.prefecture_id() RETURNS text LANGUAGE sql AS $$ SELECT NULL::text $$',
  'CREATE FUNCTION public.taken() RETURNS SETOF visit LANGUAGE sql SECURITY DEFINER AS $$ TABLE visit $$',
  'CREATE VIEW everything AS SELECT * FROM visit',
  'CREATE TABLE kept AS SELECT * FROM visit',
  'CREATE TEMPORARY TABLE visit (id int)',
  'CREATE SCHEMA mine',
  'CREATE EXTENSION postgres_fdw',
  'ALTER ROLE banso_town BYPASSRLS',
  'CREATE ROLE somebody',
  'GRANT SELECT ON migration TO PUBLIC',
  'COPY visit TO PROGRAM $$cat$$',
  `COPY visit TO '/dev/null'`,
  `SELECT pg_read_file('postgresql.conf')`,
  'SELECT * FROM pg_authid',
  'SELECT * FROM pg_statistic',
  'SELECT last_value FROM audit_entry_id_seq',
  `SELECT setval('audit_entry_id_seq', 1)`,
  `SELECT nextval('audit_entry_id_seq')`,
  'SELECT * FROM migration',
  'SELECT pg_terminate_backend(pg_backend_pid())',
])('nobody can: %s', async (sql) => {
  for (const actor of ACTORS) expect([actor.role, await smuggle(actor, sql)]).toEqual([actor.role, REFUSED]);
});

it('asking Postgres not to apply the policies is refused, not obeyed', async () => {
  for (const actor of ACTORS) {
    const asked = database.db.write(actor, async (tx) => {
      await tx.query('SET LOCAL row_security = off');
      return tx.query('SELECT * FROM visit');
    });
    await expect(asked.catch(sqlState)).resolves.toBe(REFUSED);
  }
});

it('statistics, other people’s statements and errors tell nothing of foreign rows', async () => {
  const { town, specialist } = actorsOf(kure);
  for (const actor of [town, specialist])
    for (const sql of [
      // A cast is tried on each row that is looked at: on no foreign one.
      'SELECT title::int FROM support_request',
      `SELECT * FROM support_request WHERE title::int = 0`,
      `SELECT * FROM support_request WHERE title LIKE '%秘密%'`,
      'SELECT most_common_vals, histogram_bounds FROM pg_stats',
      'SELECT query FROM pg_stat_activity',
      'SELECT query_to_xml($$SELECT * FROM support_request$$, true, false, $$$$)',
      'SELECT ts_stat($$SELECT to_tsvector(title) FROM support_request$$)',
      `COPY (SELECT * FROM support_request) TO STDOUT`,
      'SELECT string_agg(r::text, $$,$$) FROM support_request r',
    ])
      expect([actor.role, sql, await smuggle(actor, sql)]).not.toEqual([
        actor.role,
        sql,
        expect.stringContaining(SECRET),
      ]);
  const statistics = await smuggle(town, `SELECT tablename FROM pg_stats WHERE schemaname = 'public'`);
  expect(statistics).toBe('[]');
  await database.db.write(town, async (tx) => {
    const others = `SELECT count(*)::int AS heard FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND query <> '' AND query <> '<insufficient privilege>'`;
    expect(await tx.query(others)).toEqual([{ heard: 0 }]);
  });
});
