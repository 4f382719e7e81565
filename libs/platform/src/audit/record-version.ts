import { type Actor, badInput, DomainError } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '../db.js';

/** What somebody who changes a record has read of it. */
export interface Seen<T extends object> {
  readonly entity: new () => T;
  /** As in the log: of a key of several columns, the values in their order, with a slash between. */
  readonly id: string;
  /** The record's version when it was read; `NEVER` = nothing was there. Null: whoever asks has just made it. */
  readonly version: string | null | undefined;
  /** What the change may write over. */
  readonly properties: readonly (keyof T & string)[];
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly role: string;
  readonly name: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** The version of what was never logged: it is not there, or was written before there was a log. */
export const NEVER = '0';

/**
 * The versions of rows of one table that the caller has already been allowed to see: the number of the latest change of
 * each, `NEVER` without one. Not everybody who reads a record reads its history.
 */
export async function versionsOf(
  tx: Tx,
  actor: Actor,
  table: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await beyondOwnRows(tx, () =>
    tx.query<{ id: string; version: string }[]>(
      `SELECT record_id AS id, max(id) AS version FROM audit_entry
       WHERE record_type = $1 AND record_id = ANY ($2) AND prefecture_id = $3
         AND table_name = record_type AND kind IN ('CREATE', 'UPDATE', 'DELETE')
       GROUP BY record_id`,
      [table, ids, actor.prefectureId],
    ),
  );
  const found = new Map(rows.map(({ id, version }) => [id, version]));
  return new Map(ids.map((id) => [id, found.get(id) ?? NEVER]));
}

/**
 * Refuses to write over what the actor has not seen, and tells who changed what, so that the person can decide.
 * Waits for whoever is changing the record at this moment. A change that was taken back is none.
 */
export async function requireSeen<T extends object>(tx: Tx, actor: Actor, seen: Seen<T>): Promise<void> {
  const { entity, id, version, properties } = seen;
  if (version === null || version === undefined) return;
  if (!/^\d{1,18}$/.test(version)) throw badInput({ path: 'seen', rule: 'invalid' });
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const columnOf = new Map(columns.map((column) => [column.propertyName, column.databaseName]));
  const watched = properties.map((property) => ({ property, column: columnOf.get(property) ?? property }));
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tableName} ${id}`]);
  const entries = `SELECT e.id, e.at, e.actor_role AS role, a.display_name AS name, e.changes
     FROM audit_entry e LEFT JOIN account a ON a.id::text = e.account_id
     WHERE e.record_type = $1 AND e.record_id = $2 AND e.prefecture_id = $3 AND e.table_name = e.record_type
       AND e.kind IN ('CREATE', 'UPDATE', 'DELETE') AND e.id > $4 AND e.changes ?| $5
     ORDER BY e.id`;
  const columnsWatched = watched.map(({ column }) => column);
  const rows = await beyondOwnRows(tx, () =>
    tx.query<Row[]>(entries, [tableName, id, actor.prefectureId, version, columnsWatched]),
  );
  const last = rows.at(-1);
  const changes = watched.flatMap((each) => netChange(each, rows));
  if (!last || changes.length === 0) return;
  throw new DomainError('CONFLICT', 'record.changed-meanwhile', {
    version: last.id,
    at: last.at.toISOString(),
    role: last.role,
    name: last.name,
    changes,
  });
}

/** What became of one value, from before the first change to after the last; as JSON. */
function netChange(
  { property, column }: { readonly property: string; readonly column: string },
  rows: readonly Row[],
): { field: string; before: string; after: string }[] {
  const pairs = rows.flatMap(({ changes }) => (changes[column] ? [changes[column]] : []));
  const before = JSON.stringify(pairs.at(0)?.[0] ?? null);
  const after = JSON.stringify(pairs.at(-1)?.[1] ?? null);
  return before === after ? [] : [{ field: property, before, after }];
}
