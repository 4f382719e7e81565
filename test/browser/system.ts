import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../database.js';

/** The built platform as a newcomer runs it: an API and a worker process on a database of their own. */
export interface RunningSystem {
  readonly url: string;
  readonly database: FreshDatabase;
  startWorker(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

interface Around {
  /** Hears every word that the processes print. */
  readonly onOutput?: (words: string) => void;
  /** Done before the first process starts: a worker would take what is planned meanwhile for its own work. */
  readonly fill?: (databaseUrl: string) => Promise<void>;
}

export async function startSystem(
  settings: Record<string, string> = {},
  { onOutput, fill }: Around = {},
): Promise<RunningSystem> {
  const database = await freshDatabase(ENTITIES);
  await fill?.(database.url);
  const port = await freePort();
  const redis = process.env['BANSO_TEST_QUEUE'] === 'redis' ? process.env['BANSO_TEST_REDIS_URL'] : undefined;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    BANSO_QUEUE: `b-${randomBytes(4).toString('hex')}`,
    BANSO_DEMO: 'on',
    // As for real people: the screens have to do with the operations that they were built with.
    BANSO_TRUSTED_DOCUMENTS: 'on',
    HOST: '127.0.0.1',
    PORT: String(port),
    REDIS_URL: redis,
    ...settings,
  };
  const children: ChildProcess[] = [];
  const start = async (app: 'api' | 'worker'): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      env,
      stdio: onOutput ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (words: string) => onOutput?.(words));
    children.push(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`The ${app} ended with ${code} before it was ready`)));
    });
    return child;
  };
  await start('api');
  await start('worker');

  return {
    url: `http://127.0.0.1:${port}`,
    database,
    startWorker: () => start('worker'),
    async stop() {
      await Promise.all(children.map(ended));
      await database.drop();
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
