import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { systemActor } from '@banso/kernel';
import { GUARDS, migrate } from '@banso/platform';
import { CLOCKWORK, REACHES, REFERENCE, UNGUARDED } from './expected.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase([]);
}, 60_000);
afterAll(() => database.drop());

const names = async (sql: string): Promise<string[]> =>
  (await database.dataSource.query<{ name: string }[]>(sql)).map(({ name }) => name).sort();

const TABLES = `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p')`;
/** Links by an id alone, each written only by work that reads both sides in one prefecture. */
const KNOWN_LINKS = ['conflict_of_interest to procurement_vendor', 'conflict_of_interest to specialist_firm'];

const APPLICATION = `('banso_app', 'banso_hub', 'banso_town', 'banso_specialist', 'banso_operator', 'banso_system')`;

it('holds every table, its owner too, but for those that are named with a reason', async () => {
  const open = await names(
    `SELECT c.relname AS name ${TABLES} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  );
  expect(open).toEqual(Object.keys(UNGUARDED).sort());
});

it('knows of every table whose rows it holds', async () => {
  const tables = await names(`SELECT c.relname AS name ${TABLES}`);
  const unsaid = (known: readonly string[]): string[] =>
    tables.filter((table) => !known.includes(table) && !(table in UNGUARDED));
  const missing = {
    'say in libs/platform/src/row-security/tables.ts whose rows it holds': unsaid(Object.keys(GUARDS)),
    'say in test/row-security/expected.ts who sees and changes which of its rows, and place one in circles.ts':
      unsaid([...Object.keys(REACHES), ...REFERENCE, ...CLOCKWORK]),
  };
  expect(missing).toEqual(Object.fromEntries(Object.keys(missing).map((what) => [what, []])));
});

it('has a restrictive policy for the prefecture on every table whose rows belong to one', async () => {
  const tenants = await names(
    `SELECT c.relname AS name ${TABLES} AND EXISTS (SELECT 1 FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attname = 'prefecture_id' AND NOT a.attisdropped)`,
  );
  const restricted = await names(
    `SELECT tablename AS name FROM pg_policies WHERE permissive = 'RESTRICTIVE' AND roles = '{public}' AND cmd = 'ALL'`,
  );
  const belonging = tenants.filter((table) => !REFERENCE.includes(table) && !CLOCKWORK.includes(table));
  // Its rows say it by their field.
  expect(restricted).toEqual([...belonging, 'expert_field_theme'].sort());
});

it('lets no permissive policy speak to everybody', async () => {
  expect(
    await names(`SELECT policyname AS name FROM pg_policies
      WHERE schemaname = 'public' AND permissive = 'PERMISSIVE' AND 'public' = ANY(roles)`),
  ).toEqual([]);
});

it('works out who acts once for a query: no setting is read bare in a policy', async () => {
  const bare = `regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), 'SELECT app\\.', '', 'g')`;
  expect(
    await names(
      `SELECT policyname AS name FROM pg_policies WHERE ${bare} ~ '(app\\.[a-z_]+\\(|current_setting)'`,
    ),
  ).toEqual([]);
});

it('runs under roles that own nothing, sign in nowhere and pass no policy by', async () => {
  const roles = await database.dataSource.query(
    `SELECT bool_or(rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb OR rolreplication) AS more,
            count(*)::int AS count FROM pg_roles WHERE rolname IN ${APPLICATION}`,
  );
  expect(roles).toEqual([{ more: false, count: 6 }]);
  expect(
    await names(
      `SELECT relname AS name FROM pg_class WHERE pg_get_userbyid(relowner) IN ${APPLICATION}
       UNION ALL SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) IN ${APPLICATION}`,
    ),
  ).toEqual([]);
});

it('is a member of no role but the one for all, and draws from no sequence', async () => {
  const members = await database.dataSource.query(
    `SELECT DISTINCT r.rolname AS of FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
     JOIN pg_roles u ON u.oid = m.member WHERE u.rolname IN ${APPLICATION}`,
  );
  expect(members).toEqual([{ of: 'banso_app' }]);
  const sequences = await names(
    `SELECT s.relname AS name FROM pg_class s, pg_roles r WHERE s.relkind = 'S' AND r.rolname IN ${APPLICATION}
       AND has_sequence_privilege(r.oid, s.oid, 'USAGE, SELECT, UPDATE')`,
  );
  expect(sequences).toEqual([]);
});

it('links a row of one prefecture to no row of another', async () => {
  const tenants = `SELECT attrelid FROM pg_attribute WHERE attname = 'prefecture_id' AND NOT attisdropped`;
  const linked = await names(
    `SELECT conrelid::regclass || ' to ' || confrelid::regclass AS name FROM pg_constraint c
     WHERE contype = 'f' AND conrelid IN (${tenants}) AND confrelid IN (${tenants})
       AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = confrelid AND attname = 'prefecture_id' AND attnum = ANY (confkey))`,
  );
  expect(linked).toEqual(KNOWN_LINKS);
});

it('may do nothing but read and write rows', async () => {
  const more = await names(
    `SELECT DISTINCT grantee || ' ' || privilege_type AS name FROM information_schema.role_table_grants
     WHERE grantee IN ${APPLICATION} AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
  );
  expect(more).toEqual([]);
  expect(
    await names(`SELECT table_name AS name FROM information_schema.role_table_grants
      WHERE grantee IN ${APPLICATION} AND table_name = 'migration'`),
  ).toEqual([]);
});

it('has no view that looks with its owner’s eyes, and pins where a definer’s function looks', async () => {
  expect(
    await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND (c.relkind = 'm'
        OR c.relkind = 'v' AND NOT coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false))`),
  ).toEqual([]);
  expect(
    await names(`SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('public', 'app') AND p.prosecdef
        AND NOT coalesce(p.proconfig::text ~ 'search_path=pg_catalog, (public, )?pg_temp', false)`),
  ).toEqual([]);
});

it('leaves a table that is not on the list open to no role of the application', async () => {
  await database.dataSource.query('CREATE TABLE forgotten (prefecture_id text)');
  for (const actor of [systemActor(null), systemActor('34')])
    await expect(database.db.read(actor, (tx) => tx.query('SELECT 1 FROM forgotten'))).rejects.toThrow(
      'permission denied for table forgotten',
    );
  await database.dataSource.query('DROP TABLE forgotten');
});

it('puts back what somebody took away, when the database is set up again', async () => {
  const state = () =>
    database.dataSource.query(
      `SELECT md5(string_agg(policyname || coalesce(qual, ''), '' ORDER BY policyname)) AS policies, obj_description('app'::regnamespace, 'pg_namespace') AS state FROM pg_policies`,
    );
  const before = await state();
  for (const change of [
    'DROP POLICY visit_prefecture ON visit',
    `ALTER POLICY visit_prefecture ON visit USING (true); COMMENT ON SCHEMA app IS 'of an older version'`,
  ]) {
    await database.dataSource.query(change);
    expect(await migrate(database.url)).toEqual([]);
    expect(await state()).toEqual(before);
  }
});
