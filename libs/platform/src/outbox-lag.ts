import type { Db } from './db.js';

export interface OutboxLag {
  /** Seconds that the oldest due row has waited without anybody running it; 0 when nothing waits. */
  readonly seconds: number;
  readonly open: number;
  readonly dead: number;
}

/** How far the work is behind: the honest measure of a queue's health. */
export function outboxLag(db: Db): Promise<OutboxLag> {
  return db.system(null, async (tx) => {
    const [row]: OutboxLag[] = await tx.query(
      `SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(run_after) FILTER (
                WHERE dead_at IS NULL AND run_after <= now() AND running_until < now())), 0)::float8 AS seconds,
              count(*) FILTER (WHERE dead_at IS NULL)::int AS open,
              count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead
       FROM outbox WHERE done_at IS NULL`,
    );
    return row ?? { seconds: 0, open: 0, dead: 0 };
  });
}
