import {
  type Actor,
  badInput,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '@banso/kernel';
import { beyondOwnRows, type Tx } from '../db.js';

export const AUDIT_KINDS = ['CREATE', 'UPDATE', 'DELETE', 'VIEW', 'EXPORT', 'ERASE'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One column that changed; values as JSON, null where there was none. */
export interface AuditChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One line of a record's history. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actorRole: string;
  /** Today's name of the account; null for the system, or an account that is gone. */
  readonly actorName: string | null;
  readonly operation: string | null;
  readonly kind: AuditKind;
  readonly table: string;
  readonly rowId: string;
  readonly changes: readonly AuditChange[];
}

/** Whose history, and how much of it. */
export interface HistoryScope {
  readonly recordType: string;
  readonly recordId: string;
  /** Changes of the record's own row only, without who looked at it. */
  readonly ownRowOnly?: boolean;
  /** From the change that first set this column on: what was before is not the reader's. */
  readonly since?: string;
  readonly withoutFields?: readonly string[];
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly actor_role: string;
  readonly account_id: string | null;
  readonly operation: string | null;
  readonly kind: AuditKind;
  readonly table_name: string;
  readonly row_id: string;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null;
}

const WHERE = `e.record_type = $1 AND e.record_id = $2 AND e.prefecture_id = $3
  AND (NOT $4 OR (e.table_name = e.record_type AND e.kind IN ('CREATE', 'UPDATE', 'DELETE')))
  AND ($5::text IS NULL OR e.id >= coalesce((SELECT min(s.id) FROM audit_entry s
    WHERE s.record_type = $1 AND s.record_id = $2 AND s.table_name = $1 AND s.changes->$5->1 <> 'null'), 0))`;

/** The history of a record that the caller has already been allowed to see, the latest first. */
export async function auditHistory(
  tx: Tx,
  actor: Actor,
  scope: HistoryScope,
  page: PageRequest,
): Promise<Page<AuditLine>> {
  const size = pageSize(page);
  const rows = await linesOf(tx, actor, scope, { before: cursorId(page.after), limit: size + 1 });
  const [count]: { total: string }[] = await tx.query(
    `SELECT count(*) AS total FROM audit_entry e WHERE ${WHERE}`,
    parameters(actor, scope),
  );
  return {
    rows: rows.slice(0, size),
    total: Number(count?.total ?? 0),
    hasNext: rows.length > size,
    cursorOf: ({ id }) => encodeCursor([id]),
  };
}

/** The same lines for a file, the latest first. */
export async function linesOf(
  tx: Tx,
  actor: Actor,
  scope: HistoryScope,
  { before = null, limit }: { readonly before?: string | null; readonly limit: number },
): Promise<AuditLine[]> {
  const rows: Row[] = await tx.query(
    `SELECT e.* FROM audit_entry e WHERE ${WHERE} AND ($6::bigint IS NULL OR e.id < $6) ORDER BY e.id DESC LIMIT $7`,
    [...parameters(actor, scope), before, limit],
  );
  const names = await namesOf(tx, actor, rows);
  const left = new Set(['id', 'prefecture_id', ...(scope.withoutFields ?? [])]);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorRole: row.actor_role,
    actorName: names.get(row.account_id ?? '') ?? null,
    operation: row.operation,
    kind: row.kind,
    table: row.table_name,
    rowId: row.row_id,
    changes: Object.entries(row.changes ?? {})
      .filter(([field]) => !left.has(field))
      .map(([field, [from, to]]) => ({ field, before: textOf(from), after: textOf(to) })),
  }));
}

const parameters = (actor: Actor, scope: HistoryScope): unknown[] => [
  scope.recordType,
  scope.recordId,
  actor.prefectureId,
  scope.ownRowOnly ?? false,
  scope.since ?? null,
];

const textOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

function cursorId(after: string | null | undefined): string | null {
  if (!after) return null;
  const [id, ...rest] = decodeCursor(after);
  if (rest.length > 0 || !/^\d{1,18}$/.test(String(id))) throw badInput({ path: 'after', rule: 'cursor' });
  return String(id);
}

async function namesOf(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.account_id))];
  // Whoever may read that somebody did it may read the name, and nothing else of the account.
  const found = await beyondOwnRows(tx, () =>
    tx.query<{ id: string; name: string }[]>(
      // Whoever was erased here is nobody here, also while the account goes on elsewhere.
      `SELECT a.id::text AS id, coalesce(x.label, a.display_name) AS name FROM account a
       LEFT JOIN person_erasure x ON x.account_id = a.id AND x.prefecture_id = $2 WHERE a.id::text = ANY($1)`,
      [ids, actor.prefectureId],
    ),
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
