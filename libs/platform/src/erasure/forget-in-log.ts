import { everywhere, type Tx } from '../db.js';
import { PERSONAL_COLUMNS } from '../personal-data/personal-columns.js';
import {
  type ErasedPerson,
  mentionIn,
  parametersOf,
  PERSON,
  saidIn,
  type TouchedRows,
} from './erase-rows.js';
import { keysOf, rowIdOf } from './row-ids.js';

/** One column of one row, as the log knows it. */
export interface LoggedValue {
  readonly table: string;
  readonly rowId: string;
  readonly field: string;
}

/** For what the log forgets: a row that this transaction has written down. */
export interface Cause {
  readonly table: 'person_erasure' | 'retention_run';
  readonly id: string;
}

/** Blanks what the log holds of these values, in every entry. For background work. Returns how many entries. */
export async function forgetInLog(tx: Tx, cause: Cause, values: readonly LoggedValue[]): Promise<number> {
  const [row]: { blanked: number }[] = await tx.query(
    'SELECT audit_forget($1, $2, $3::text[], $4::text[], $5::text[]) AS blanked',
    [
      cause.table,
      cause.id,
      values.map(({ table }) => table),
      values.map(({ rowId }) => rowId),
      values.map(({ field }) => field),
    ],
  );
  return row?.blanked ?? 0;
}

/** The personal columns of rows that were blanked or are gone. */
export const personalValuesOf = (touched: readonly TouchedRows[]): LoggedValue[] =>
  touched.flatMap(({ table, columns, rowIds }) =>
    rowIds.flatMap((rowId) =>
      (columns ?? Object.keys(PERSONAL_COLUMNS[table] ?? {})).map((field) => ({ table, rowId, field })),
    ),
  );

/**
 * What the log holds of somebody beside the rows that were just touched: everything in the history of their own record,
 * and their name wherever the record itself does not say it any more.
 */
export async function loggedValuesOf(tx: Tx, person: ErasedPerson): Promise<LoggedValue[]> {
  return everywhere(tx, async () => [...(await ofOwnRecord(tx, person)), ...(await ofNames(tx, person))]);
}

async function ofOwnRecord(
  tx: Tx,
  { accountId, accountKept, specialistId }: ErasedPerson,
): Promise<LoggedValue[]> {
  const rows: { table: string; rowId: string }[] = await tx.query(
    `SELECT DISTINCT table_name AS "table", row_id AS "rowId" FROM audit_entry
     WHERE (record_type = 'account' AND record_id = $1) OR (record_type = 'specialist' AND record_id = $2)`,
    [accountKept ? null : accountId, specialistId],
  );
  return personalValuesOf(rows.map(({ table, rowId }) => ({ table, columns: null, rowIds: [rowId] })));
}

async function ofNames(tx: Tx, person: ErasedPerson): Promise<LoggedValue[]> {
  const logged: LoggedValue[] = await tx.query(
    `WITH ${PERSON} SELECT DISTINCT e.table_name AS "table", e.row_id AS "rowId", pair.key AS field
     FROM person p, audit_entry e
     -- Each entry is written out once, whatever the number of names: the log is long.
     CROSS JOIN LATERAL (SELECT e.changes::text AS words OFFSET 0) entry
     CROSS JOIN LATERAL (SELECT key, value FROM jsonb_each(e.changes) WHERE ${saidIn('entry.words')}) pair
     WHERE (e.prefecture_id = p.prefecture OR e.prefecture_id IS NULL)
       AND ${mentionIn('pair.value')}`,
    parametersOf(person),
  );
  const live = await stillSaid(tx, person, logged);
  return logged.filter((one) => !live.has(keyOf(one)));
}

const keyOf = ({ table, rowId, field }: LoggedValue): string => `${table} ${rowId} ${field}`;

/** Those of the values that the record itself still says: its history may say so too. */
async function stillSaid(
  tx: Tx,
  person: ErasedPerson,
  logged: readonly LoggedValue[],
): Promise<ReadonlySet<string>> {
  const keys = await keysOf(tx);
  const columns: { id: string }[] = await tx.query(
    `SELECT table_name || ' ' || column_name AS id FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const known = new Set(columns.map(({ id }) => id));
  const groups = new Map<string, LoggedValue[]>();
  for (const one of logged) {
    const column = `${one.table} ${one.field}`;
    if (known.has(column)) groups.set(column, [...(groups.get(column) ?? []), one]);
  }
  const said = new Set<string>();
  for (const values of groups.values()) {
    const [{ table, field } = { table: '', field: '' }] = values;
    const rows: { id: string }[] = await tx.query(
      `WITH ${PERSON} SELECT ${rowIdOf(table, keys)} AS id FROM ${table} t, person p
       WHERE ${rowIdOf(table, keys)} = ANY ($7::text[]) AND ${mentionIn(`t.${field}`)}`,
      [...parametersOf(person), values.map(({ rowId }) => rowId)],
    );
    for (const { id } of rows) said.add(keyOf({ table, rowId: id, field }));
  }
  return said;
}
