import { DomainError, type SystemActor } from '@banso/kernel';
import { duringOperation } from './audit/operation.js';
import { type Db, sqlState, type Tx } from './db.js';
import type { Job } from './job.js';
import type { Doorbell } from './queue.js';
import { duringJob } from './telemetry/job.js';

/** A short job: its effect and its done-mark are one commit. */
export interface QuickHandler<P extends object> {
  run(tx: Tx, actor: SystemActor, payload: P): Promise<void>;
}

/**
 * A job that computes for longer than a transaction may stay open.
 * `begin` reads what is needed (null: nothing left to do), `compute` holds no transaction,
 * `finish` writes the result in one commit with the done-mark.
 */
export interface LongHandler<P extends object, Input, Output> {
  begin(tx: Tx, actor: SystemActor, payload: P): Promise<Input | null>;
  compute(input: Input, signal: AbortSignal): Promise<Output>;
  finish(tx: Tx, actor: SystemActor, payload: P, output: Output): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly prefecture_id: string | null;
  readonly job: string;
  readonly payload: unknown;
  readonly failures: number;
  readonly request_id: string | null;
  readonly traceparent: string | null;
}

/** A job with the one handler that runs it; made by `quick` and `long`. */
export interface Handling {
  readonly job: string;
  readonly execute: (executor: OutboxExecutor, row: Row, send: number) => Promise<void>;
}

export const quick = <P extends object>(job: Job<P>, handler: QuickHandler<P>): Handling => ({
  job: job.name,
  execute: (executor, row) => executor.runQuick(row, job.payload.parse(row.payload), handler),
});

export const long = <P extends object, I, O>(job: Job<P>, handler: LongHandler<P, I, O>): Handling => ({
  job: job.name,
  execute: (executor, row, send) => executor.runLong(row, send, job.payload.parse(row.payload), handler),
});

/** Failures before a job is set aside for a person to look at. */
export const MAX_FAILURES = 10;
const RENEW_MS = 4_000;
const RUNNING = '15 seconds';
const OPEN = 'done_at IS NULL AND dead_at IS NULL';

/** What went wrong, without the values that an error message may quote. */
function describe(error: unknown): string {
  if (error instanceof DomainError) return `${error.code} ${error.reason}`;
  const state = sqlState(error);
  if (state) return `SQL ${state}`;
  if (!(error instanceof Error)) return 'unknown';
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim() ?? '';
  return `${error.name} ${place}`.slice(0, 300);
}

/** Runs outbox rows exactly once in effect, however often they are delivered. */
export class OutboxExecutor {
  private readonly handlings: ReadonlyMap<string, Handling>;
  private readonly running = new Set<AbortController>();
  private closing = false;

  constructor(
    private readonly db: Db,
    handlings: readonly Handling[],
    private readonly onFailure: (job: string, what: string, dead: boolean) => void,
  ) {
    this.handlings = new Map(handlings.map((handling) => [handling.job, handling]));
    if (this.handlings.size !== handlings.length) throw new Error('A job has two handlers');
  }

  async execute({ outboxId, send }: Doorbell): Promise<void> {
    const row = await this.find(outboxId);
    if (!row) return;
    await duringJob(row, async (ended) => {
      try {
        const handling = this.handlings.get(row.job);
        if (!handling) throw new Error(`No handler for ${row.job}`);
        await duringOperation(row.job, () => handling.execute(this, row, send));
        ended('done');
      } catch (error) {
        ended((await this.fail(row, send, describe(error))) ? 'dead' : 'failed');
      }
    });
  }

  /** Stops computing; what was not finished is taken up by another worker at once. */
  close(): void {
    this.closing = true;
    for (const controller of this.running) controller.abort();
  }

  async runQuick<P extends object>(row: Row, payload: P, handler: QuickHandler<P>): Promise<void> {
    await this.db.system(row.prefecture_id, async (tx, actor) => {
      const locked: unknown[] = await tx.query(
        `SELECT 1 FROM outbox WHERE id = $1 AND ${OPEN} FOR UPDATE SKIP LOCKED`,
        [row.id],
      );
      if (locked.length === 0) return;
      await handler.run(tx, actor, payload);
      await markDone(tx, row.id);
    });
  }

  async runLong<P extends object, I, O>(
    row: Row,
    send: number,
    payload: P,
    handler: LongHandler<P, I, O>,
  ): Promise<void> {
    const input = await this.db.system(row.prefecture_id, async (tx, actor) => {
      if (!(await takeToRun(tx, row.id, send))) return null;
      const begun = await handler.begin(tx, actor, payload);
      if (begun === null) await markDone(tx, row.id);
      return begun;
    });
    if (input === null) return;
    const output = await this.computeWhileRenewing(row.id, send, input, handler);
    if (output === null) return;
    await this.db.system(row.prefecture_id, async (tx, actor) => {
      const mine: unknown[] = await tx.query(
        `SELECT 1 FROM outbox WHERE id = $1 AND sends = $2 AND ${OPEN} FOR UPDATE`,
        [row.id, send],
      );
      if (mine.length === 0) return;
      await handler.finish(tx, actor, payload, output.value);
      await markDone(tx, row.id);
    });
  }

  /** Null when the row was lost to another worker, or this one is closing. */
  private async computeWhileRenewing<P extends object, I, O>(
    id: string,
    send: number,
    input: I,
    handler: LongHandler<P, I, O>,
  ): Promise<{ value: O } | null> {
    const controller = new AbortController();
    this.running.add(controller);
    if (this.closing) controller.abort();
    const timer = setInterval(() => {
      // A failed renewal is not a lost row: the next one tells.
      this.renew(id, send).then(
        (kept) => kept || controller.abort(),
        () => {},
      );
    }, RENEW_MS);
    try {
      const value = await handler.compute(input, controller.signal);
      if (!controller.signal.aborted) return { value };
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      clearInterval(timer);
      this.running.delete(controller);
    }
    if (this.closing) await this.giveBack(id, send);
    return null;
  }

  private find(id: string): Promise<Row | undefined> {
    return this.db.system(null, async (tx) => {
      const [row]: Row[] = await tx.query(
        `SELECT id, prefecture_id, job, payload, failures, request_id, traceparent FROM outbox WHERE id = $1 AND ${OPEN}`,
        [id],
      );
      return row;
    });
  }

  private renew(id: string, send: number): Promise<boolean> {
    return this.db.system(null, async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `UPDATE outbox SET running_until = now() + interval '${RUNNING}' WHERE id = $1 AND sends = $2 AND ${OPEN}`,
        [id, send],
      );
      return count === 1;
    });
  }

  private giveBack(id: string, send: number): Promise<void> {
    return this.db.system(null, async (tx) => {
      await tx.query(
        `UPDATE outbox SET running_until = '-infinity', lease_until = '-infinity'
         WHERE id = $1 AND sends = $2 AND ${OPEN}`,
        [id, send],
      );
    });
  }

  /**
   * Tries again after 2, 4, 8 … seconds (at most five minutes), then sets the row aside. A row that has been
   * sent again since belongs to somebody else, who will see for themselves. True when it was set aside.
   */
  private async fail(row: Row, send: number, what: string): Promise<boolean> {
    const dead = await this.db.system(null, async (tx) => {
      const [rows]: [{ dead: boolean }[], number] = await tx.query(
        `UPDATE outbox SET failures = failures + 1, last_error = $2,
           lease_until = '-infinity', running_until = '-infinity',
           run_after = now() + least(interval '5 minutes', interval '1 second' * 2 ^ (failures + 1)),
           dead_at = CASE WHEN failures + 1 >= $3 THEN now() END
         WHERE id = $1 AND sends = $4 AND ${OPEN} RETURNING dead_at IS NOT NULL AS dead`,
        [row.id, what, MAX_FAILURES, send],
      );
      return rows[0]?.dead ?? false;
    });
    this.onFailure(row.job, what, dead);
    return dead;
  }
}

/** From here on the running mark speaks for the row: a worker that dies is noticed without the lease's delay. */
async function takeToRun(tx: Tx, id: string, send: number): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `UPDATE outbox SET running_until = now() + interval '${RUNNING}', lease_until = '-infinity'
     WHERE id = $1 AND sends = $2 AND running_until < now() AND ${OPEN}`,
    [id, send],
  );
  return count === 1;
}

async function markDone(tx: Tx, id: string): Promise<void> {
  await tx.query('UPDATE outbox SET done_at = now() WHERE id = $1', [id]);
}
