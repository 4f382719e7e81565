import {
  badInput,
  decodeCursor,
  encodeCursor,
  groupBy,
  notFound,
  type Page,
  type PageRequest,
  pageSize,
} from '@banso/kernel';
import { z } from 'zod';
import { inPrefecture, type Tx } from './db.js';
import { shownError } from './shown-error.js';

/** Work that was set aside after its last attempt: what it was and what went wrong, not whose it is. */
export interface DeadRow {
  readonly id: string;
  /** Wire name of the job. */
  readonly job: string;
  readonly failures: number;
  readonly sends: number;
  /** Null when what is noted is in no form that tells nothing of anybody. */
  readonly error: string | null;
  readonly deadAt: Date;
}

/** What became of rows that somebody wants tried again. */
export interface Retried {
  readonly retried: readonly string[];
  /** Done, or waiting again already: somebody was there before. */
  readonly noLongerDead: readonly string[];
}

const DEAD = 'done_at IS NULL AND dead_at IS NOT NULL';

/** What was set aside, the latest first. For background work: the rows are of every prefecture. */
export async function deadRows(tx: Tx, page: PageRequest): Promise<Page<DeadRow>> {
  const size = pageSize(page);
  const [at, id] = cursorIn(page.after);
  const found: (DeadRow & { last_error: string | null; place: string })[] = await tx.query(
    `SELECT id, job, failures, sends, last_error, dead_at AS "deadAt", ${MICROSECONDS}::text AS place FROM outbox
     WHERE ${DEAD} AND ($1::bigint IS NULL OR (${MICROSECONDS}, id) < ($1::bigint, $2::uuid))
     ORDER BY dead_at DESC, id DESC LIMIT $3`,
    [at, id, size + 1],
  );
  const [count]: { total: number }[] = await tx.query(
    `SELECT count(*)::int AS total FROM outbox WHERE ${DEAD}`,
  );
  const places = new Map(found.map((row) => [row.id, row.place]));
  return {
    rows: found.slice(0, size).map(({ id: rowId, job, failures, sends, last_error, deadAt }) => ({
      id: rowId,
      job,
      failures,
      sends,
      error: shownError(last_error),
      deadAt,
    })),
    total: count?.total ?? 0,
    hasNext: found.length > size,
    cursorOf: (row) => encodeCursor([places.get(row.id) ?? '', row.id]),
  };
}

/** Microseconds since 1970, so that the next page begins exactly where this one ended; and the row. */
const cursor = z.tuple([z.string().regex(/^\d{1,17}$/), z.uuid()]);
const MICROSECONDS = '(extract(epoch FROM dead_at) * 1000000)::bigint';

function cursorIn(after: string | null | undefined): readonly [at: string | null, id: string | null] {
  if (!after) return [null, null];
  const parsed = cursor.safeParse(decodeCursor(after));
  if (!parsed.success) throw badInput({ path: 'after', rule: 'cursor' });
  return parsed.data;
}

/** Wakes rows that were set aside, as if they had never failed. Refused whole when one of them was never there. */
export async function retryDeadRows(tx: Tx, ids: readonly string[]): Promise<Retried> {
  // Locked in one order: of two who wake the same rows the second waits, and is told that they are awake.
  const rows: { id: string; prefecture: string | null; dead: boolean }[] = await tx.query(
    `SELECT id, prefecture_id AS prefecture, ${DEAD} AS dead FROM outbox WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  if (ids.some((id) => !rows.some((row) => row.id === id))) throw notFound('outbox-row');
  const dead = rows.filter((row) => row.dead);
  // Each in its prefecture: that is where the log says that it was done.
  for (const [prefecture, group] of groupBy(dead, (row) => row.prefecture ?? ''))
    await (prefecture === '' ? wake(tx, group) : inPrefecture(tx, prefecture, () => wake(tx, group)));
  return {
    retried: dead.map(({ id }) => id),
    noLongerDead: rows.filter((row) => !row.dead).map(({ id }) => id),
  };
}

async function wake(tx: Tx, rows: readonly { id: string }[]): Promise<void> {
  await tx.query(
    `UPDATE outbox SET dead_at = NULL, last_error = NULL, failures = 0, unrung = sends, run_after = now(),
       lease_until = '-infinity', running_until = '-infinity' WHERE id = ANY ($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}
