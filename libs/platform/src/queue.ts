import { createPostgresBackend, type Job, Queue, withBackend, Worker } from 'bullmq';
import type { Config } from './config.js';

/** What travels through the queue: which outbox row to run, and which sending of it this is. */
export interface Doorbell {
  readonly outboxId: string;
  readonly send: number;
}

/** A queue that may lose everything at any time: Postgres holds the work, this only rings. */
export interface DoorbellQueue {
  ring(doorbells: readonly Doorbell[]): Promise<void>;
  /** False once the queue has lost its memory since `plantMarker(epoch)`. */
  hasMarker(epoch: string): Promise<boolean>;
  plantMarker(epoch: string): Promise<void>;
  /** Answers rings until closed. */
  answer(handle: (doorbell: Doorbell) => Promise<void>, concurrency: number): Promise<void>;
  close(): Promise<void>;
}

type RedisSettings = Partial<
  Pick<Config, 'REDIS_URL' | 'REDIS_SENTINELS' | 'REDIS_SENTINEL_NAME' | 'REDIS_SENTINEL_PASSWORD'>
>;

/** Whether Redis carries the queue. */
export const hasRedis = ({ REDIS_URL, REDIS_SENTINELS = [] }: RedisSettings): boolean =>
  REDIS_URL !== undefined || REDIS_SENTINELS.length > 0;

const MARKER = 'marker';
const DOORBELL = 'doorbell';
const A_YEAR_MS = 365 * 24 * 3600 * 1000;

/** A finished job leaves nothing behind, or its id could never be used again. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true } as const;

const WORKER_OPTIONS = {
  lockDuration: 30_000,
  stalledInterval: 10_000,
  // Postgres counts attempts; the queue only has to go on delivering.
  maxStalledCount: 50,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const;

/** Delivery errors end here: the outbox sends again, and readiness shows the lag. */
const ignore = () => {};

/** How long a call may wait for a connection; a client alone would wait for ever. */
const PATIENCE_MS = 5_000;

/** The queue cannot be reached now. */
export class QueueAway extends Error {}

async function inTime<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueAway('The queue does not answer')), PATIENCE_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Ring = (job: Job<Doorbell>) => Promise<void>;

/** What both backends have in common. */
interface QueueParts {
  readonly queue: () => QueuePart;
  readonly worker: (ring: Ring, concurrency: number) => WorkerPart;
}

type QueuePart = Pick<Queue, 'add' | 'addBulk' | 'getJob' | 'close'> & {
  on(event: 'error', listener: () => void): unknown;
};

type WorkerPart = Pick<Worker, 'waitUntilReady' | 'close'> & {
  on(event: 'error', listener: () => void): unknown;
};

/** Where Redis is: at an address, or where its sentinels say that the master is now. */
function placeOf({ REDIS_URL, ...settings }: RedisSettings) {
  const { hostname, port, username, password, pathname, protocol } = new URL(
    REDIS_URL ?? 'redis://localhost',
  );
  const sentinels = settings.REDIS_SENTINELS ?? [];
  return {
    ...(sentinels.length > 0
      ? {
          sentinels: [...sentinels],
          name: settings.REDIS_SENTINEL_NAME ?? 'banso',
          ...(settings.REDIS_SENTINEL_PASSWORD && { sentinelPassword: settings.REDIS_SENTINEL_PASSWORD }),
          sentinelRetryStrategy: retryStrategy,
          sentinelCommandTimeout: 2_000,
        }
      : { host: hostname, port: Number(port || 6379) }),
    db: Number(pathname.slice(1) || 0),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

const retryStrategy = (attempt: number): number => Math.min(100 * attempt, 1_000);

function onRedis(settings: RedisSettings, name: string): QueueParts {
  const base = {
    ...placeOf(settings),
    connectTimeout: 3_000,
    // Without these two a half-open connection or a long outage stops the worker for minutes.
    retryStrategy,
    socketTimeout: 15_000,
  };
  const producer = { connection: { ...base, maxRetriesPerRequest: 1, commandTimeout: 2_000 } };
  const consumer = { connection: { ...base, maxRetriesPerRequest: null } };
  return {
    queue: () => new Queue(name, producer),
    worker: (process, concurrency) =>
      new Worker(name, process, { ...WORKER_OPTIONS, ...consumer, concurrency }),
  };
}

function onPostgres(url: string, name: string): QueueParts {
  const postgres = withBackend(createPostgresBackend);
  const connection = { connectionString: url, max: 4, migrate: true };
  return {
    queue: () => new postgres.Queue(name, { connection }),
    worker: (process, concurrency) =>
      new postgres.Worker(name, process, { ...WORKER_OPTIONS, connection, concurrency }),
  };
}

/** Redis when `REDIS_URL` or `REDIS_SENTINELS` is set, BullMQ's own Postgres backend otherwise. */
export function openQueue(
  config: Pick<Config, 'DATABASE_URL' | 'BANSO_QUEUE'> & RedisSettings,
): DoorbellQueue {
  const parts = hasRedis(config)
    ? onRedis(config, config.BANSO_QUEUE)
    : onPostgres(config.DATABASE_URL, config.BANSO_QUEUE);
  let queue = opened(parts.queue());
  let worker: WorkerPart | null = null;

  /** A queue object whose first connection failed stays broken for ever: after any failure there is a new one. */
  async function withQueue<T>(work: (part: QueuePart) => Promise<T>): Promise<T> {
    const used = queue;
    try {
      return await inTime(work(used));
    } catch (error) {
      // A client that merely waits for its connection is sound.
      if (queue === used && !(error instanceof QueueAway)) {
        queue = opened(parts.queue());
        used.close().catch(ignore);
      }
      throw error;
    }
  }

  return {
    async ring(doorbells) {
      const jobs = doorbells.map((data) => ({
        name: DOORBELL,
        data,
        // Never used twice: a queue silently ignores an id that it still holds.
        opts: { ...KEEP_NOTHING, jobId: `o-${data.outboxId}-${data.send}` },
      }));
      await withQueue((part) => part.addBulk(jobs));
    },
    async hasMarker(epoch) {
      return (await withQueue((part) => part.getJob(`epoch-${epoch}`))) !== undefined;
    },
    async plantMarker(epoch) {
      const options = { ...KEEP_NOTHING, jobId: `epoch-${epoch}`, delay: A_YEAR_MS };
      await withQueue((part) => part.add(MARKER, {}, options));
    },
    async answer(handle, concurrency) {
      worker = parts.worker(async (job) => {
        if (job.name === DOORBELL) await handle(job.data);
      }, concurrency);
      worker.on('error', ignore);
      await worker.waitUntilReady();
    },
    async close() {
      await worker?.close();
      await queue.close();
    },
  };
}

/** Without a listener an error event would end the process. */
function opened<Part extends QueuePart>(part: Part): Part {
  part.on('error', ignore);
  return part;
}
