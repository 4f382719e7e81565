import { type Actor, badInput, DomainError } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '../db.js';
import { RECORD_OF } from './audit-tables.js';

/** Rows of their own that make up a list of a record, such as who is at the desk in one half-day. */
export interface SeenList {
  /** What the list is called. */
  readonly property: string;
  /** One of `LISTS_OF` the record's table: its key is the record's, and the member after a slash. */
  readonly table: string;
  /** The members as they are. */
  readonly now: readonly string[];
}

/** What somebody who changes a record has read of it. */
export interface Seen<T extends object> {
  readonly entity: new () => T;
  /** As in the log: of a key of several columns, the values in their order, with a slash between. */
  readonly id: string;
  /** The record's version when it was read; `NEVER` = nothing was there. Null: whoever asks has just made it. */
  readonly version: string | null | undefined;
  /** What the change may write over. */
  readonly properties: readonly (keyof T & string)[];
  readonly lists?: readonly SeenList[];
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly role: string;
  readonly name: string | null;
  readonly table: string;
  readonly row: string;
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** What somebody else has made of a value, from before to after; both as JSON. */
export interface ValueChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Who changed a record since it was read, and what. */
export interface ChangedMeanwhile {
  /** What whoever has been told says next time. */
  readonly version: string;
  readonly at: Date;
  readonly role: string;
  readonly name: string | null;
  readonly changes: readonly ValueChange[];
}

/** The version of what was never logged: it is not there, or was written before there was a log. */
export const NEVER = '0';

/** Tables whose rows are members of a record of the table before. A desk's half-day is nothing but its members. */
const LISTS_OF: Readonly<Record<string, readonly string[]>> = {
  expert_field: ['expert_field_member', 'expert_field_theme'],
  desk_duty: ['desk_duty'],
};

/** Of the row itself: `$1` its table, `id` its key. Rows that are shown in another record's history are found by their key. */
const ofRow = (table: string, id: string): string =>
  RECORD_OF[table]
    ? `e.table_name = $1 AND e.row_id = ${id}`
    : `e.record_type = $1 AND e.record_id = ${id} AND e.table_name = e.record_type`;

/** Of its members: the keys that begin with the record's own and a slash; by bytes, as in the index. */
const ofMembers = (tables: string, id: string): string =>
  `e.table_name = ANY (${tables}) AND e.row_id ~>=~ (${id} || '/') AND e.row_id ~<~ (${id} || '0')`;

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
  const latest = (where: string): string => `SELECT max(e.id) AS id FROM audit_entry e
    WHERE ${where} AND e.prefecture_id = $3 AND e.kind IN ('CREATE', 'UPDATE', 'DELETE')`;
  const lists = LISTS_OF[table];
  const rows = await beyondOwnRows(tx, () =>
    tx.query<{ id: string; version: string }[]>(
      `SELECT one.id, max(latest.id) AS version FROM unnest($2::text[]) AS one (id)
       CROSS JOIN LATERAL (${latest(ofRow(table, 'one.id'))}
         ${lists ? `UNION ALL ${latest(ofMembers('$4', 'one.id'))}` : ''}) AS latest
       WHERE latest.id IS NOT NULL GROUP BY one.id`,
      [table, ids, actor.prefectureId, ...(lists ? [lists] : [])],
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
  const { entity, id, version, properties, lists = [] } = seen;
  if (version === null || version === undefined) return;
  if (!/^\d{1,18}$/.test(version)) throw badInput({ path: 'seen', rule: 'invalid' });
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const columnOf = new Map(columns.map((column) => [column.propertyName, column.databaseName]));
  const watched = properties.map((property) => ({ property, column: columnOf.get(property) ?? property }));
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tableName} ${id}`]);
  const entries = `SELECT e.id, e.at, e.actor_role AS role, coalesce(x.label, a.display_name) AS name, e.table_name AS table,
       e.row_id AS row, e.kind, e.changes
     FROM audit_entry e LEFT JOIN account a ON a.id::text = e.account_id
     LEFT JOIN person_erasure x ON x.account_id = a.id AND x.prefecture_id = e.prefecture_id
     WHERE e.prefecture_id = $3 AND e.id > $4 AND (
       (${ofRow(tableName, '$2::text')} AND e.kind IN ('CREATE', 'UPDATE', 'DELETE') AND e.changes ?| $5)
       OR (${ofMembers('$6', '$2::text')} AND e.kind IN ('CREATE', 'DELETE')))
     ORDER BY e.id`;
  const columnsWatched = watched.map(({ column }) => column);
  const tables = lists.map(({ table }) => table);
  const rows = await beyondOwnRows(tx, () =>
    tx.query<Row[]>(entries, [tableName, id, actor.prefectureId, version, columnsWatched, tables]),
  );
  const last = rows.at(-1);
  const own = rows.filter(({ row }) => row === id);
  const changes = [
    ...watched.flatMap((each) => netChange(each, own)),
    ...lists.flatMap((list) => listChange(list, id, rows)),
  ];
  if (!last || changes.length === 0) return;
  throw changedMeanwhile({ version: last.id, at: last.at, role: last.role, name: last.name, changes });
}

/** The refusal of what would be written over somebody else's change. */
export const changedMeanwhile = ({ at, changes, ...who }: ChangedMeanwhile): DomainError =>
  new DomainError('CONFLICT', 'record.changed-meanwhile', {
    ...who,
    at: at.toISOString(),
    changes: changes.map((change) => ({ ...change })),
  });

/** A change of one value; none where it is the same again. */
export function valueChange(field: string, was: unknown, is: unknown): ValueChange[] {
  const [before, after] = [JSON.stringify(was ?? null), JSON.stringify(is ?? null)];
  return before === after ? [] : [{ field, before, after }];
}

/** What became of one value, from before the first change to after the last. */
function netChange(
  { property, column }: { readonly property: string; readonly column: string },
  rows: readonly Row[],
): ValueChange[] {
  const pairs = rows.flatMap(({ changes }) => (changes[column] ? [changes[column]] : []));
  return valueChange(property, pairs.at(0)?.[0], pairs.at(-1)?.[1]);
}

/** Who came into a list and who left it, told as the whole list. */
function listChange({ property, table, now }: SeenList, id: string, rows: readonly Row[]): ValueChange[] {
  const first = new Map<string, Row['kind']>();
  for (const { row, kind } of rows.filter((one) => one.table === table)) {
    const member = row.slice(id.length + 1);
    if (!first.has(member)) first.set(member, kind);
  }
  // Whoever was first taken out was in it; whoever was first put in was not.
  const stayed = now.filter((member) => first.get(member) !== 'CREATE');
  const gone = [...first].flatMap(([member, kind]) =>
    kind === 'DELETE' && !now.includes(member) ? [member] : [],
  );
  return valueChange(property, [...stayed, ...gone].sort(), [...now].sort());
}
