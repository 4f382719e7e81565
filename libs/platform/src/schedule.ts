import type { Db } from './db.js';
import type { Job } from './job.js';
import { enqueue } from './outbox.js';

/** Work that recurs. Its due time is a row in Postgres, so that no queue can forget it. */
export interface Schedule {
  readonly name: string;
  readonly everySeconds: number;
  readonly job: Job<Record<string, never>>;
}

/** Enqueues what is due, once however many workers ask. */
export class Scheduler {
  constructor(
    private readonly db: Db,
    private readonly schedules: readonly Schedule[],
  ) {}

  async tick(): Promise<void> {
    for (const schedule of this.schedules) await this.tickOne(schedule);
  }

  private tickOne({ name, everySeconds, job }: Schedule): Promise<void> {
    return this.db.system(null, async (tx) => {
      await tx.query('INSERT INTO schedule (name, next_run_at) VALUES ($1, now()) ON CONFLICT DO NOTHING', [
        name,
      ]);
      const [due]: [unknown[], number] = await tx.query(
        // After a time when nobody looked it counts anew from now: what was missed is not made up for.
        `UPDATE schedule SET job = $3, every_seconds = $2, last_asked_at = now(), next_run_at = interval '1 second' * $2::int
           + CASE WHEN next_run_at > now() - interval '1 second' * $2::int THEN next_run_at ELSE now() END
         WHERE name = $1 AND next_run_at <= now() RETURNING name`,
        [name, everySeconds, job.name],
      );
      if (due.length > 0) await enqueue(tx, job, {}, { prefectureId: null });
    });
  }
}
