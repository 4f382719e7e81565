import { RECORD_OF } from '../audit/audit-tables.js';
import type { Tx } from '../db.js';
import { PERSONAL_COLUMNS } from '../personal-data/personal-columns.js';
import { type ErasedPerson, parametersOf, PERSON, rowsOfStep, saidIn, stepsFor } from './erase-rows.js';
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

/** A marked column, and how its values are searched for a name. */
interface Place {
  readonly column: string;
  readonly hit: string;
}

/** Every marked column of the prefecture's tables in which a name stands that no step takes away; each table is read once. */
export async function mentionsOf(tx: Tx, person: ErasedPerson): Promise<Mention[]> {
  const tables: { name: string; columns: Record<string, string> }[] = await tx.query(
    `SELECT c.table_name AS name, json_object_agg(c.column_name, c.data_type) AS columns FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.table_name = ANY ($1) GROUP BY c.table_name
     HAVING bool_or(c.column_name = 'prefecture_id') ORDER BY 1`,
    [Object.keys(PERSONAL_COLUMNS).filter((table) => !DERIVED.includes(table))],
  );
  const keys = await keysOf(tx);
  const found: Mention[] = [];
  for (const { name: table, columns } of tables) {
    const places = Object.keys(PERSONAL_COLUMNS[table] ?? {}).flatMap((column) => {
      const type = columns[column];
      return type === undefined ? [] : [{ column, hit: hitIn(column, type) }];
    });
    if (places.length > 0) found.push(...(await mentionsIn(tx, person, { table, places, keys })));
  }
  return found;
}

/** As it was written, or as JSON writes it. */
const hitIn = (column: string, type: string): string =>
  type === 'text' ? `t.${column} LIKE ANY (p.names_like)` : saidIn(`to_jsonb(t.${column})::text`);

async function mentionsIn(
  tx: Tx,
  person: ErasedPerson,
  { table, places, keys }: { readonly table: string; readonly places: readonly Place[]; readonly keys: Keys },
): Promise<Mention[]> {
  const cells = places.map(({ column, hit }) => {
    const treated = stepsFor(person)
      .filter((step) => step.table === table && (step.set === null || column in step.set))
      .map((step) => ` AND (${rowsOfStep(step)}) IS NOT TRUE`);
    return `('${column}', ${hit}${treated.join('')})`;
  });
  const [type, idColumn] = RECORD_OF[table] ?? [table, null];
  const id = idColumn ? `t.${idColumn}::text` : rowIdOf(table, keys);
  const rows: { column: string; id: string; total: number }[] = await tx.query(
    `WITH ${PERSON}, said AS (
       SELECT cell.name, ${id} AS id FROM ${table} t, person p CROSS JOIN LATERAL (VALUES ${cells.join(', ')}) cell (name, said)
       WHERE t.prefecture_id = p.prefecture AND (${places.map(({ hit }) => hit).join(' OR ')}) AND cell.said)
     SELECT name AS "column", id, total FROM (SELECT name, id, (count(*) OVER (PARTITION BY name))::int AS total,
       row_number() OVER (PARTITION BY name ORDER BY id) AS nth FROM said) one
     WHERE nth <= ${SHOWN} ORDER BY name, id`,
    parametersOf(person),
  );
  return places.flatMap(({ column }) => {
    const here = rows.filter((row) => row.column === column);
    const ids = [...new Set(here.map((row) => row.id))];
    const [first] = here;
    return first
      ? [{ table, column, count: first.total, records: ids.map((one) => ({ type, id: one })) }]
      : [];
  });
}
