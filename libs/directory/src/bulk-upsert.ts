import type { Tx } from '@banso/platform';

/** Where rows go: the columns in SQL types, and those that identify a row. */
export interface BulkTarget<Column extends string> {
  readonly table: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly key: readonly NoInfer<Column>[];
}

/** Writes many rows in one statement; rows that stayed the same are left alone. */
export async function bulkUpsert<Column extends string>(
  tx: Tx,
  target: BulkTarget<Column>,
  rows: readonly Readonly<Record<Column, unknown>>[],
): Promise<void> {
  const names = Object.keys(target.columns);
  const others = names.filter((name) => !target.key.some((column) => column === name));
  const list = (columns: readonly string[], prefix = '') =>
    columns.map((name) => `${prefix}${name}`).join(', ');
  const types = Object.entries(target.columns).map(([name, type]) => `${name} ${String(type)}`);
  await tx.query(
    `INSERT INTO ${target.table} AS stored (${list(names)})
     SELECT ${list(names)} FROM json_to_recordset($1::json) AS row (${types.join(', ')})
     ON CONFLICT (${list(target.key)}) DO UPDATE SET ${others.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}
     WHERE (${list(others, 'stored.')}) IS DISTINCT FROM (${list(others, 'EXCLUDED.')})`,
    [JSON.stringify(rows)],
  );
}
