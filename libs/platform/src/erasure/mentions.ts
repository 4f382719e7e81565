import { RECORD_OF } from '../audit/audit-tables.js';
import type { Tx } from '../db.js';
import { PERSONAL_COLUMNS } from '../personal-data/personal-columns.js';
import { type ErasedPerson, mentionIn, parametersOf, PERSON, rowsOfStep, stepsFor } from './erase-rows.js';
import { type Keys, keysOf, rowIdOf } from './row-ids.js';

/** Where somebody's name stands in words of others: a person reads them and decides. */
export interface Mention {
  readonly table: string;
  readonly column: string;
  readonly count: number;
  /** The first of them, by the record in which they are shown. */
  readonly records: readonly { readonly type: string; readonly id: string }[];
}

/** Records named at once; the rest are counted. */
const SHOWN = 20;

/** What is made of other rows, and changes with them. */
const DERIVED: readonly string[] = ['audit_entry', 'search_entry'];

/** Every marked column of the prefecture's tables in which a name stands that no step takes away. */
export async function mentionsOf(tx: Tx, person: ErasedPerson): Promise<Mention[]> {
  const tables: { name: string; columns: string[] }[] = await tx.query(
    `SELECT c.table_name AS name, array_agg(c.column_name::text) AS columns FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.table_name = ANY ($1) GROUP BY c.table_name
     HAVING bool_or(c.column_name = 'prefecture_id') ORDER BY 1`,
    [Object.keys(PERSONAL_COLUMNS).filter((table) => !DERIVED.includes(table))],
  );
  const keys = await keysOf(tx);
  const found: Mention[] = [];
  for (const { name: table, columns } of tables)
    for (const column of Object.keys(PERSONAL_COLUMNS[table] ?? {}).filter((one) => columns.includes(one)))
      found.push(await mentionsIn(tx, person, { table, column, keys }));
  return found.filter(({ count }) => count > 0);
}

async function mentionsIn(
  tx: Tx,
  person: ErasedPerson,
  { table, column, keys }: { readonly table: string; readonly column: string; readonly keys: Keys },
): Promise<Mention> {
  const treated = stepsFor(person)
    .filter((step) => step.table === table && (step.set === null || column in step.set))
    .map((step) => ` AND (${rowsOfStep(step)}) IS NOT TRUE`);
  const [type, idColumn] = RECORD_OF[table] ?? [table, null];
  const id = idColumn ? `t.${idColumn}::text` : rowIdOf(table, keys);
  const rows: { id: string; total: number }[] = await tx.query(
    `WITH ${PERSON} SELECT ${id} AS id, (count(*) OVER ())::int AS total FROM ${table} t, person p
     WHERE t.prefecture_id = p.prefecture
       AND ${mentionIn(`t.${column}`)}${treated.join('')} ORDER BY 1 LIMIT ${SHOWN}`,
    parametersOf(person),
  );
  const ids = [...new Set(rows.map((row) => row.id))];
  return { table, column, count: rows[0]?.total ?? 0, records: ids.map((one) => ({ type, id: one })) };
}
