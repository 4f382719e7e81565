import type { RunningApi } from './api.js';

/** Tables that change without anybody changing a row of a tenant: the register stays, sessions and counts come and go. */
const OTHERS = [
  'travel_estimate',
  'municipality',
  'prefecture',
  'session',
  'skill',
  'theme_skill',
  'support_theme',
  'rate_budget',
  'passkey_challenge',
];

/** Each row knows the transaction that wrote it. */
export const LAST_WRITTEN = `concat(count(*), ' ', max(t.xmin::text::bigint))`;

/** Who looked is written down a moment later, and is no change of a row. */
const rowsOf = (table: string): string =>
  table === 'audit_entry' ? `(SELECT xmin, * FROM audit_entry WHERE kind NOT IN ('VIEW', 'EXPORT'))` : table;

/**
 * What was last written to each table of tenants' rows, and how many rows it has: the same when nobody has written one
 * since. Who rewrites a row as it was has written one too.
 */
export async function fingerprintOf({ database }: RunningApi): Promise<Record<string, string>> {
  const { dataSource } = database;
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [OTHERS],
  );
  const sums = tables.map(
    ({ name }) => `SELECT '${name}' AS name, ${LAST_WRITTEN} AS sum FROM ${rowsOf(name)} t`,
  );
  const rows = await dataSource.query<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
