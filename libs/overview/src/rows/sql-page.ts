import { badInput, decodeCursor, encodeCursor, type Page, type PageRequest, pageSize } from '@banso/kernel';
import { sqlState, type Tx } from '@banso/platform';

/** A statement whose rows are shown by pages, the latest first. */
export interface Paged<Row> {
  /** Selects the columns of `Row`, with the two that it is ordered by: `at` (text) and `id`. */
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly keyOf: (row: Row) => readonly [at: string, id: string];
}

/** One page and the total, in two statements. Both sides of a link count the same rows this way. */
export async function sqlPage<Row>(
  tx: Tx,
  { sql, parameters, keyOf }: Paged<Row>,
  request: PageRequest,
): Promise<Page<Row>> {
  const size = pageSize(request);
  const [counted] = await tx.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (${sql}) listed`,
    [...parameters],
  );
  const n = parameters.length;
  const cursor = request.after ? decodeCursor(request.after) : null;
  if (cursor && cursor.length !== 2) throw wrongCursor();
  const rows = await readRows<Row>(
    tx,
    `SELECT * FROM (${sql}) listed ${cursor ? `WHERE (listed.at, listed.id) < ($${n + 2}::text, $${n + 3}::uuid)` : ''}
     ORDER BY listed.at DESC, listed.id DESC LIMIT $${n + 1}`,
    [...parameters, size + 1, ...(cursor ?? [])],
  );
  return {
    rows: rows.slice(0, size),
    total: counted?.total ?? 0,
    hasNext: rows.length > size,
    cursorOf: (row) => encodeCursor(keyOf(row)),
  };
}

const wrongCursor = () => badInput({ path: 'after', rule: 'cursor' });

async function readRows<Row>(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  try {
    return await tx.query<Row[]>(sql, parameters);
  } catch (error) {
    // Class 22: only a made-up cursor brings what Postgres cannot read.
    if (sqlState(error)?.startsWith('22')) throw wrongCursor();
    throw error;
  }
}
