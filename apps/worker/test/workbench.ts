import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import {
  type Config,
  createDataSource,
  Db,
  type DoorbellQueue,
  type Handling,
  openQueue,
  OutboxDispatcher,
  OutboxExecutor,
  type Schedule,
  Scheduler,
  WorkLoop,
} from '@banso/platform';
import pg from 'pg';
import { loginUrlOf } from '../../../test/template.js';

export type QueueSettings = Pick<Config, 'DATABASE_URL' | 'REDIS_URL' | 'BANSO_QUEUE'>;

/** The queue backend that this pass of the tests is about; Redis in a database of this test process alone. */
export function queueSettings(databaseUrl: string): QueueSettings {
  const redis = process.env['BANSO_TEST_QUEUE'] === 'redis' ? process.env['BANSO_TEST_REDIS_URL'] : undefined;
  return {
    // With Redis as its queue a worker needs no more than the login that owns nothing.
    DATABASE_URL: redis ? loginUrlOf(databaseUrl) : databaseUrl,
    BANSO_QUEUE: `q-${randomBytes(4).toString('hex')}`,
    ...(redis && { REDIS_URL: `${redis.replace(/\/\d*$/, '')}/${process.env['JEST_WORKER_ID'] ?? '1'}` }),
  };
}

/** The queue loses everything it ever knew. */
export async function wipeQueue({ DATABASE_URL, REDIS_URL }: QueueSettings): Promise<void> {
  if (REDIS_URL) {
    await flushRedis(new URL(REDIS_URL));
    return;
  }
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('bullmq.%I', tablename) AS name FROM pg_tables
       WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    if (rows.length > 0)
      await insist(() => client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`));
  } finally {
    await client.end();
  }
}

/** Two words of the protocol: only platform knows a Redis client. */
function flushRedis({ hostname, port, pathname, password }: URL): Promise<void> {
  const words = [
    ...(password ? [`AUTH ${decodeURIComponent(password)}`] : []),
    `SELECT ${pathname.slice(1)}`,
    'FLUSHDB',
  ];
  return new Promise((resolve, reject) => {
    let answers = '';
    const socket = connect(Number(port || 6379), hostname, () => socket.write(`${words.join('\r\n')}\r\n`));
    socket.on('error', reject);
    socket.on('data', (data) => {
      answers += data.toString();
      if (answers !== '+OK\r\n'.repeat(words.length)) return;
      socket.destroy();
      resolve();
    });
  });
}

/** A worker in the middle of its work can win a deadlock against the wipe. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

export interface Workbench {
  readonly executor: OutboxExecutor;
  readonly dispatcher: OutboxDispatcher;
  readonly queue: DoorbellQueue;
  /** Begins to listen to the queue and to send what is due. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A worker inside the test, with connections of its own. */
export async function workbench(
  settings: QueueSettings,
  handlings: readonly Handling[],
  schedules: readonly Schedule[] = [],
): Promise<Workbench> {
  const dataSource = createDataSource({
    url: settings.DATABASE_URL,
    pool: 6,
    entities: [],
    onPoolError: () => {},
  });
  const db = new Db(await dataSource.initialize());
  const queue = openQueue(settings);
  const executor = new OutboxExecutor(db, handlings, () => {});
  const dispatcher = new OutboxDispatcher(db, queue);
  const loop = new WorkLoop(dispatcher, new Scheduler(db, schedules));
  return {
    executor,
    dispatcher,
    queue,
    async start() {
      await queue.answer((doorbell) => executor.execute(doorbell), 4);
      loop.start();
    },
    async stop() {
      await loop.stop();
      const closed = queue.close();
      executor.close();
      await closed;
      await dataSource.destroy();
    },
  };
}

/** Looks again and again until it is so. The deadline only ends a test that hangs. */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
