import { randomUUID } from 'node:crypto';
import type { Db } from './db.js';
import type { Doorbell, DoorbellQueue } from './queue.js';

/** How long a sent row may wait in the queue before it is sent again. */
const LEASE = '20 seconds';
/** Rows on their way at once; a longer backlog waits in Postgres, where it cannot be lost. */
const IN_FLIGHT = 200;
const BATCH = 100;
/** Sendings before a row is given up: hours in which nobody had a hand free, or a job that kills its worker each time. */
export const MAX_SENDS = 1_000;

/**
 * Moves due outbox rows to the queue, and notices when the queue lost its memory.
 * Every worker runs one; `SKIP LOCKED` keeps them out of each other's way.
 */
export class OutboxDispatcher {
  constructor(
    private readonly db: Db,
    private readonly queue: DoorbellQueue,
  ) {}

  /** Sends what is due; returns how many rows were sent. */
  async dispatch(): Promise<number> {
    const doorbells = await this.lease();
    if (doorbells.length === 0) return 0;
    try {
      await this.queue.ring(doorbells);
    } catch (error) {
      await this.takeBack(doorbells);
      throw error;
    }
    return doorbells.length;
  }

  /**
   * The queue was away: the rows wait for its return and not for the end of a lease, and it counts for nothing.
   * The number of the sending stays used: nobody knows whether the queue got it, and a job id is never used twice.
   */
  private takeBack(doorbells: readonly Doorbell[]): Promise<void> {
    return this.db.system(null, async (tx) => {
      await tx.query(
        `UPDATE outbox SET lease_until = '-infinity', unrung = unrung + 1
         FROM unnest($1::uuid[], $2::int[]) AS rung (id, send)
         WHERE outbox.id = rung.id AND sends = rung.send AND done_at IS NULL AND running_until < now()`,
        [doorbells.map(({ outboxId }) => outboxId), doorbells.map(({ send }) => send)],
      );
    });
  }

  private lease(): Promise<Doorbell[]> {
    return this.db.system(null, async (tx) => {
      await tx.query(
        `UPDATE outbox SET dead_at = now(), last_error = COALESCE(last_error, 'sent ' || sends - unrung || ' times without an end')
         WHERE done_at IS NULL AND dead_at IS NULL AND sends - unrung >= $1 AND greatest(lease_until, running_until) < now()`,
        [MAX_SENDS],
      );
      const rows: { id: string; sends: number }[] = (
        await tx.query(
          `UPDATE outbox SET lease_until = now() + interval '${LEASE}', sends = sends + 1
           WHERE id IN (
             SELECT id FROM outbox
             WHERE done_at IS NULL AND dead_at IS NULL AND run_after <= now()
               AND lease_until < now() AND running_until < now()
             ORDER BY run_after, id
             LIMIT greatest(0, least($1, $2 - (
               SELECT count(*) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND lease_until >= now())))
             FOR UPDATE SKIP LOCKED)
           RETURNING id, sends`,
          [BATCH, IN_FLIGHT],
        )
      )[0];
      return rows.map((row) => ({ outboxId: row.id, send: row.sends }));
    });
  }

  /**
   * The epoch is a value known to Postgres and planted in the queue. When the queue no longer has it, the
   * queue was wiped: every lease of a row that nobody is running is void, and the rows are sent again at once.
   */
  async noticeWipe(): Promise<boolean> {
    const epoch = await this.currentEpoch();
    if (epoch && (await this.queue.hasMarker(epoch))) return false;
    const fresh = randomUUID();
    const took = await this.db.system(null, async (tx) => {
      const changed: unknown[] = await tx.query(
        `INSERT INTO queue_epoch (value) VALUES ($1)
         ON CONFLICT (single) DO UPDATE SET value = EXCLUDED.value WHERE queue_epoch.value = $2 RETURNING value`,
        [fresh, epoch],
      );
      if (changed.length === 0) return false;
      await tx.query(
        `UPDATE outbox SET lease_until = '-infinity'
         WHERE done_at IS NULL AND dead_at IS NULL AND lease_until >= now() AND running_until < now()`,
      );
      return true;
    });
    if (took) await this.queue.plantMarker(fresh);
    return took;
  }

  private currentEpoch(): Promise<string | null> {
    return this.db.system(null, async (tx) => {
      const [row]: { value: string }[] = await tx.query('SELECT value FROM queue_epoch');
      return row?.value ?? null;
    });
  }
}
