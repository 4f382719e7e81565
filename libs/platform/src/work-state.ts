import type { Tx } from './db.js';
import { shownError } from './shown-error.js';

/** One kind of job that is not yet done. */
export interface JobState {
  /** Wire name of the job. */
  readonly job: string;
  /** Due, and nobody runs it yet. */
  readonly waiting: number;
  /** Seconds that the oldest of these has waited. */
  readonly oldestSeconds: number;
  /** For a later time, such as a reminder or the next try. */
  readonly later: number;
  readonly running: number;
  /** Not set aside, but failed before. */
  readonly failing: number;
  readonly dead: number;
}

/** Work that failed and will be tried again by itself. */
export interface FailingRow {
  readonly id: string;
  readonly job: string;
  readonly failures: number;
  /** Null when what is noted is in no form that tells nothing of anybody. */
  readonly error: string | null;
  readonly nextAt: Date;
}

export interface ScheduleState {
  readonly name: string;
  readonly everySeconds: number | null;
  readonly lastAskedAt: Date | null;
  /** When what was asked for last came to its end. */
  readonly lastDoneAt: Date | null;
  readonly nextAt: Date;
  /** More than one turn behind. */
  readonly late: boolean;
}

export interface WorkerState {
  readonly id: string;
  readonly version: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** Silent for so long that it is gone, or stands still. */
  readonly silent: boolean;
  readonly hands: number;
  readonly busy: number;
  readonly draining: boolean;
}

/** The work of an installation in counts: whatever the queue knows, this is true. */
export interface WorkState {
  readonly at: Date;
  readonly jobs: readonly JobState[];
  /** Those that are tried again next, at most fifty. */
  readonly failing: readonly FailingRow[];
  readonly schedules: readonly ScheduleState[];
  readonly workers: readonly WorkerState[];
}

const JOBS = `
  SELECT job,
    count(*) FILTER (WHERE due AND NOT running)::int AS waiting,
    COALESCE(EXTRACT(EPOCH FROM now() - min(run_after) FILTER (WHERE due AND NOT running)), 0)::int AS "oldestSeconds",
    count(*) FILTER (WHERE NOT dead AND run_after > now() AND NOT running)::int AS later,
    count(*) FILTER (WHERE running)::int AS running,
    count(*) FILTER (WHERE NOT dead AND failures > 0)::int AS failing,
    count(*) FILTER (WHERE dead)::int AS dead
  FROM (SELECT job, run_after, failures, dead_at IS NOT NULL AS dead,
          dead_at IS NULL AND running_until >= now() AS running,
          dead_at IS NULL AND run_after <= now() AS due
        FROM outbox WHERE done_at IS NULL) open
  GROUP BY job ORDER BY "oldestSeconds" DESC, job`;

const FAILING = `
  SELECT id, job, failures, last_error AS error, run_after AS "nextAt" FROM outbox
  WHERE done_at IS NULL AND dead_at IS NULL AND failures > 0 ORDER BY run_after, id LIMIT 50`;

const SCHEDULES = `
  SELECT name, every_seconds AS "everySeconds", last_asked_at AS "lastAskedAt", next_run_at AS "nextAt",
    (SELECT max(done_at) FROM outbox WHERE outbox.job = schedule.job AND done_at IS NOT NULL) AS "lastDoneAt",
    next_run_at < now() - interval '1 second' * greatest(60, COALESCE(every_seconds, 0)) AS late
  FROM schedule ORDER BY name`;

const WORKERS = `
  SELECT id, version, started_at AS "startedAt", seen_at AS "seenAt", hands, busy, draining,
    seen_at < now() - interval '20 seconds' AS silent
  FROM worker_sighting ORDER BY started_at, id`;

/** For background work: the rows are of every prefecture, and nothing but counts, times and names of ours leaves this. */
export async function workState(tx: Tx): Promise<WorkState> {
  const [now]: { at: Date }[] = await tx.query('SELECT now() AS at');
  const failing: FailingRow[] = await tx.query(FAILING);
  return {
    at: now?.at ?? new Date(0),
    jobs: await tx.query(JOBS),
    failing: failing.map((row) => ({ ...row, error: shownError(row.error) })),
    schedules: await tx.query(SCHEDULES),
    workers: await tx.query(WORKERS),
  };
}
