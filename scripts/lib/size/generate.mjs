/** Fills a migrated, otherwise empty database with five years of work of all prefectures, in whole sets. */
import { inRoot } from '../paths.mjs';
import { withClient } from '../databases.mjs';
import { cases, drawn } from './cases.mjs';
import { PASSWORD, people } from './people.mjs';
import { traces } from './traces.mjs';

/** Beside each other. */
const CONNECTIONS = 3;
/** Triggers for single rows (log, search, foreign keys) rest: their work is done in sets, and foreign keys are looked at afterwards. */
const IN_SETS = `SET session_replication_role = replica; SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '256MB'`;

/**
 * @param {string} url of a database that set-up has brought up to date
 * @param {number} scale 1 = 200,000 requests; what is there grows with it, but for the 1,741 towns
 * @returns {Promise<Record<string, number>>} rows by table
 */
export async function generate(url, scale) {
  const { hash } = await import('@node-rs/argon2');
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await inTurn(url, [...people(scale, passwordHash), ...drawn]);
  const index = await withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT pg_get_indexdef('search_entry_grams'::regclass) AS made`);
    await client.query('DROP INDEX search_entry_grams');
    return String(rows[0].made);
  });
  await sideBySide(url, cases);
  await inTurn(url, ['ANALYZE support_request; ANALYZE municipality']);
  await sideBySide(url, traces);
  await inTurn(url, [index, 'DROP SCHEMA size CASCADE', 'VACUUM ANALYZE']);
  return rowsOf(url);
}

/** @param {string} url @param {string[]} groups */
const inTurn = (url, groups) =>
  withClient(url, async (client) => {
    await client.query(IN_SETS);
    for (const group of groups) await client.query(group);
  });

/** @param {string} url @param {string[]} groups */
async function sideBySide(url, groups) {
  const left = [...groups];
  const line = () =>
    withClient(url, async (client) => {
      await client.query(IN_SETS);
      for (let next = left.shift(); next; next = left.shift()) await client.query(next);
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
}

/** The tables that grow with the years. */
export const LARGE = [
  'support_request',
  'support_request_event',
  'visit',
  'visit_event',
  'visit_report',
  'report_step',
  'support_evaluation',
  'consultation',
  'notice',
  'inbox_item',
  'mail',
  'outbox',
  'audit_entry',
  'search_entry',
];
const COUNTED = [...LARGE, 'specialist', 'municipality', 'prefecture'];

/** @param {string} url @returns {Promise<Record<string, number>>} */
const rowsOf = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      COUNTED.map((table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table}`).join(
        ' UNION ALL ',
      ),
    );
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  });

/**
 * Rows whose foreign key points nowhere: none, or the generator is wrong.
 * @param {string} url
 * @returns {Promise<string[]>} names of constraints
 */
export const strays = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT c.conname AS name, format('SELECT EXISTS (SELECT FROM %s child WHERE %s AND NOT EXISTS (SELECT FROM %s parent WHERE %s))', c.conrelid::regclass,
        string_agg(format('child.%I IS NOT NULL', a.attname), ' AND '), c.confrelid::regclass, string_agg(format('parent.%I = child.%I', b.attname, a.attname), ' AND ')) AS sql
      FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, other)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace GROUP BY c.oid, c.conname, c.conrelid, c.confrelid`);
    const wrong = [];
    for (const { name, sql } of rows) if ((await client.query(sql)).rows[0].exists) wrong.push(name);
    return wrong;
  });

/** A database of its own on a server, as set-up leaves it. @param {string} url @param {NodeJS.ProcessEnv} env */
export async function setUp(url, env = {}) {
  const { run } = await import('../processes.mjs');
  const { code, output } = await run(process.execPath, [inRoot('dist/apps/worker/src/setup.js')], {
    cwd: inRoot(),
    env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: url, BANSO_DEMO: 'off' },
  });
  if (code !== 0) throw new Error(output);
}
