/** Rings doorbells that were rung before, past the dispatcher: a queue may deliver twice, and late. */
import { randomUUID } from 'node:crypto';

const QUEUE = 'banso';

export class Ringer {
  /** @param {import('./ground.mjs').Ground} ground */
  constructor(ground) {
    this.ground = ground;
    this.queue = /** @type {Pick<import('bullmq').Queue, 'addBulk' | 'close'> | undefined} */ (undefined);
  }

  /** The queue as the workers have it. */
  async #open() {
    const { createPostgresBackend, Queue, withBackend } = await import('bullmq');
    if (this.ground.redis)
      return new Queue(QUEUE, { connection: { host: '127.0.0.1', port: this.ground.redis.port } });
    const { Queue: OnPostgres } = withBackend(createPostgresBackend);
    return new OnPostgres(QUEUE, {
      connection: { connectionString: this.ground.owner, max: 2, migrate: false },
    });
  }

  /** Each of the latest rows three times, under the number of its last sending. */
  async again() {
    this.queue ??= await this.#open();
    const rows = await this.ground.query(
      `SELECT id, sends FROM outbox WHERE sends > 0 ORDER BY created_at DESC LIMIT 30`,
    );
    const doorbells = rows.flatMap(({ id, sends }) =>
      [1, 2, 3].map(() => ({
        name: 'doorbell',
        data: { outboxId: id, send: sends },
        opts: { jobId: `again-${randomUUID()}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
    if (doorbells.length > 0) await this.queue.addBulk(doorbells);
  }

  async close() {
    await this.queue?.close();
  }
}
