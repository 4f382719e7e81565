import { ReadingLog } from '@banso/platform';
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
];

/** A digest for each table of tenants' rows: equal when not one row differs. Looks are written down first. */
export async function fingerprintOf({ app, database }: RunningApi): Promise<Record<string, string>> {
  await app.get(ReadingLog).flush();
  const { dataSource } = database;
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [OTHERS],
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
  );
  const rows = await dataSource.query<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
