import { ROW_ID } from '../audit/audit-tables.js';
import type { Tx } from '../db.js';

/** The columns of each table's key, in the order in which the log joins them. */
export type Keys = ReadonlyMap<string, readonly string[]>;

export async function keysOf(tx: Tx): Promise<Keys> {
  const rows: { name: string; key: string[] }[] = await tx.query(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS key
     FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
  );
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** The id of the row `t` as the log writes it; of a table without a key, which the log does not know, where it lies. */
export function rowIdOf(table: string, keys: Keys): string {
  const columns = ROW_ID[table]?.split(',') ?? keys.get(table) ?? ['ctid'];
  return columns.map((column) => `t.${column}::text`).join(` || '/' || `);
}
