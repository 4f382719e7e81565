import { randomUUID } from 'node:crypto';
import { addDays, type Clock, instantAt, type LocalDate } from '@banso/kernel';
import {
  forgetInLog,
  keysOf,
  personalValuesOf,
  RETENTION_KINDS,
  type RetentionKind,
  rowIdOf,
  type TouchedRows,
  type Tx,
} from '@banso/platform';
import { retentionDays } from './retention.queries.js';
import { PEOPLE_DUE, RETENTION_STEPS, type RetentionStep, TIME_IS_OVER } from './retention-steps.js';

/** Rows of one step in one transaction. */
export const BATCH = 200;

const PERIOD = `p AS (SELECT $1::text AS prefecture, $2::timestamptz AS cutoff, $3::date AS last_day, $4::text AS mark)`;

interface Period {
  readonly prefectureId: string;
  /** What is older is over: the day itself does not count. */
  readonly lastDay: LocalDate;
}

const parametersOf = ({ prefectureId, lastDay }: Period): unknown[] => [
  prefectureId,
  instantAt(lastDay, 0),
  lastDay,
  TIME_IS_OVER,
];

const periodOf = (prefectureId: string, clock: Clock, days: number): Period => ({
  prefectureId,
  lastDay: addDays(clock.today(), -days),
});

/** How many rows of each kind would go by today; of people, how many wait for somebody to look. */
export async function countDue(
  tx: Tx,
  prefectureId: string,
  clock: Clock,
): Promise<ReadonlyMap<RetentionKind, number>> {
  const days = await retentionDays(tx, prefectureId);
  const counts = new Map<RetentionKind, number>();
  for (const kind of RETENTION_KINDS) {
    const parameters = parametersOf(periodOf(prefectureId, clock, days(kind)));
    const queries =
      kind === 'PEOPLE'
        ? [PEOPLE_DUE]
        : RETENTION_STEPS[kind].map(
            ({ table, due }) =>
              `SELECT count(*)::int AS n FROM ${table} t, p WHERE t.prefecture_id = p.prefecture AND ${due}`,
          );
    let count = 0;
    for (const query of queries) {
      const [row]: { n: number }[] = await tx.query(`WITH ${PERIOD} ${query}`, parameters);
      count += row?.n ?? 0;
    }
    counts.set(kind, count);
  }
  return counts;
}

export interface LetGo {
  readonly rows: number;
  /** A batch was full: there may be more. */
  readonly more: boolean;
}

/** Lets go of one batch of every kind, and notes each with its counts. For background work of the prefecture. */
export async function applyRetention(tx: Tx, prefectureId: string, clock: Clock): Promise<LetGo> {
  const days = await retentionDays(tx, prefectureId);
  const keys = await keysOf(tx);
  let rows = 0;
  let more = false;
  for (const kind of RETENTION_KINDS) {
    if (kind === 'PEOPLE') continue;
    const period = periodOf(prefectureId, clock, days(kind));
    const touched: TouchedRows[] = [];
    for (const step of RETENTION_STEPS[kind]) {
      const rowIds = await applied(tx, step, { period, rowId: rowIdOf(step.table, keys) });
      if (rowIds.length > 0)
        touched.push({ table: step.table, columns: step.set && Object.keys(step.set), rowIds });
      rows += rowIds.length;
      more ||= rowIds.length === BATCH;
    }
    await note(tx, { kind, prefectureId, days: days(kind), today: clock.today() }, touched);
  }
  return { rows, more };
}

async function applied(
  tx: Tx,
  { table, due, set }: RetentionStep,
  { period, rowId }: { readonly period: Period; readonly rowId: string },
): Promise<string[]> {
  const chosen = `SELECT t.ctid FROM ${table} t, p WHERE t.prefecture_id = p.prefecture AND ${due} LIMIT ${BATCH} FOR UPDATE OF t SKIP LOCKED`;
  const changes = Object.entries(set ?? {}).map(([column, value]) => `${column} = ${value}`);
  const change =
    set === null
      ? `DELETE FROM ${table} t USING p, chosen c`
      : `UPDATE ${table} t SET ${changes.join(', ')} FROM p, chosen c`;
  const [rows]: [{ id: string }[], number] = await tx.query(
    `WITH ${PERIOD}, chosen AS MATERIALIZED (${chosen}) ${change} WHERE t.ctid = c.ctid RETURNING ${rowId} AS id`,
    parametersOf(period),
  );
  return rows.map(({ id }) => id);
}

interface Run {
  readonly kind: RetentionKind;
  readonly prefectureId: string;
  readonly days: number;
  readonly today: LocalDate;
}

/** One row for each kind and day, also when nothing went: that it was looked at is worth knowing. */
async function note(
  tx: Tx,
  { kind, prefectureId, days, today }: Run,
  touched: readonly TouchedRows[],
): Promise<void> {
  const rows = touched.reduce((sum, { rowIds }) => sum + rowIds.length, 0);
  const [run]: { id: string }[] = await tx.query(
    `INSERT INTO retention_run AS run (id, prefecture_id, kind, ran_on, days, rows) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (prefecture_id, kind, ran_on)
       DO UPDATE SET rows = run.rows + $6, days = $5, transaction_at = now() RETURNING id`,
    [randomUUID(), prefectureId, kind, today, days, rows],
  );
  if (rows === 0 || !run) return;
  const entries = await forgetInLog(tx, { table: 'retention_run', id: run.id }, personalValuesOf(touched));
  await tx.query('UPDATE retention_run SET log_entries = log_entries + $2 WHERE id = $1', [run.id, entries]);
}
