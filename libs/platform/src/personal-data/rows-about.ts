import type { Tx } from '../db.js';
import { PERSONAL_COLUMNS } from './personal-columns.js';

/** A person by the ids under which rows know them. */
export interface DataSubject {
  readonly accountId: string;
  /** Null for who is no specialist. */
  readonly specialistId: string | null;
  /** Null for an operator: what is of the installation alone. */
  readonly prefectureId: string | null;
}

/** Columns that say whose row it is: who did it, or whom it is about. */
const BY_ACCOUNT = [
  'account_id',
  'added_by',
  'actor_id',
  'filed_by',
  'set_by',
  'requested_by',
  'published_by',
  'issued_by',
];
const BY_SPECIALIST = ['specialist_id'];

/** Kept apart even from the person: keys and digests, and answers of others that only pass by. */
const NOT_HANDED_OUT = new Set(['client_key', 'passkey_challenge', 'audit_entry', 'search_entry']);

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const columnsOf = (tx: Tx): Promise<TableRow[]> =>
  tx.query(
    `SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY ($1)
     GROUP BY table_name ORDER BY table_name`,
    [Object.keys(PERSONAL_COLUMNS).filter((table) => !NOT_HANDED_OUT.has(table))],
  );

/** Which rows of a table are the person's; null where it knows no person. */
function conditionOf({ name, columns }: TableRow): string | null {
  if (name === 'account') return 'id = $1::uuid';
  if (name === 'session') return 'membership_id IN (SELECT id FROM membership WHERE account_id = $1::uuid)';
  const conditions = [
    ...BY_ACCOUNT.filter((column) => columns.includes(column)).map((column) => `${column}::text = $1::text`),
    ...(name === 'specialist' ? ['id::text = $2::text'] : []),
    ...BY_SPECIALIST.filter((column) => columns.includes(column)).map(
      (column) => `${column}::text = $2::text`,
    ),
  ];
  if (conditions.length === 0) return null;
  const within = columns.includes('prefecture_id') ? ' AND prefecture_id IS NOT DISTINCT FROM $3' : '';
  return `(${conditions.join(' OR ')})${within}`;
}

/** Every row that a person did or that is about them, by table, without credentials. */
export async function rowsAbout(
  tx: Tx,
  { accountId, specialistId, prefectureId }: DataSubject,
): Promise<Record<string, Record<string, unknown>[]>> {
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const table of await columnsOf(tx)) {
    const condition = conditionOf(table);
    if (!condition) continue;
    const marks = PERSONAL_COLUMNS[table.name] ?? {};
    const shown = table.columns.filter((column) => marks[column] !== 'credential' || column === 'login_id');
    const rows: Record<string, unknown>[] = await tx.query(
      `WITH person AS (SELECT $1::text, $2::text, $3::text)
       SELECT ${shown.map(quoted).join(', ')} FROM ${quoted(table.name)} WHERE ${condition}`,
      [accountId, specialistId, prefectureId],
    );
    if (rows.length > 0) found[table.name] = rows;
  }
  return found;
}
