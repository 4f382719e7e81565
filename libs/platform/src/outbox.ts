import type { Job } from './job.js';
import type { Tx } from './db.js';
import { traceparentNow } from './telemetry/spans.js';
import { workNow } from './telemetry/work.js';

export interface EnqueueOptions {
  readonly prefectureId: string | null;
  /** The same key is accepted once, ever. */
  readonly dedupKey?: string;
  readonly runAfter?: Date;
}

/** Asks for a job in the caller's own transaction: it will run if, and only if, that commits. */
export async function enqueue<P extends object>(
  tx: Tx,
  job: Job<P>,
  payload: P,
  options: EnqueueOptions,
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (prefecture_id, job, payload, dedup_key, run_after, request_id, traceparent)
     VALUES ($1, $2, $3, $4, COALESCE($5, now()), $6, $7) ON CONFLICT (dedup_key) DO NOTHING`,
    [
      options.prefectureId,
      job.name,
      JSON.stringify(job.payload.parse(payload)),
      options.dedupKey ?? null,
      options.runAfter ?? null,
      // A job that a job asked for is still of the request at the beginning.
      workNow()?.requestId ?? null,
      traceparentNow(),
    ],
  );
}
