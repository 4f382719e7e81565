/** A server that counts, and API processes on it, for as long as a measurement takes. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { inDatabase, withClient } from './databases.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { signalProcess, waitUntil } from './processes.mjs';
import { generate, setUp } from './size/generate.mjs';

const LOGIN = 'banso_login';
const LOGIN_PASSWORD = 'of-the-bench-servers';
/** Milliseconds. */
const API_STARTS = 120_000;
const API_STOPS = 15_000;
const folder = inData('bench-size');

/** A Postgres as it comes, but without a word to the disk, and with statements counted. */
export async function startCountingPostgres() {
  mkdirSync(folder, { recursive: true });
  return startPostgres({
    dataDir: inData('bench-size', 'postgres'),
    fast: true,
    settings: [
      'shared_preload_libraries=pg_stat_statements',
      'pg_stat_statements.max=10000',
      'max_wal_size=4GB',
    ],
  });
}

/**
 * Nothing of it stays, unless its databases are to be kept, or it ran already for somebody else.
 * @param {{ stop: () => Promise<void>, adopted: boolean }} server @param {boolean} [keep]
 */
export async function endServer(server, keep = false) {
  if (server.adopted) return;
  await server.stop();
  if (keep) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * A database of that scale; one that is there already is used again.
 * @param {string} server its URL
 * @param {number} scale
 * @returns {Promise<{ url: string, loginUrl: string, rows: Record<string, number>, seconds: number }>}
 */
export async function databaseOf(server, scale) {
  const name = `size_${String(scale).replace('.', '_')}`;
  const url = inDatabase(server, name);
  const made = await withClient(server, async (client) => {
    const { rows } = await client.query(
      `SELECT shobj_description(oid, 'pg_database') AS made FROM pg_database WHERE datname = $1`,
      [name],
    );
    if (rows[0]?.made) return JSON.parse(rows[0].made);
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    const begun = Date.now();
    await setUp(url, { BANSO_LOGIN_PASSWORD: LOGIN_PASSWORD });
    const fresh = { rows: await generate(url, scale), seconds: Math.round((Date.now() - begun) / 1000) };
    await client.query(`COMMENT ON DATABASE ${name} IS '${JSON.stringify(fresh)}'`);
    return fresh;
  });
  await withClient(url, (client) => client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'));
  const login = new URL(url);
  login.username = LOGIN;
  login.password = LOGIN_PASSWORD;
  return { url, loginUrl: login.href, ...made };
}

/**
 * The built API as an office runs it: only its own documents, not as the owner of the tables.
 * @param {{ loginUrl: string, env?: NodeJS.ProcessEnv, preload?: string }} options preload: a module that watches from within
 */
export async function startApi({ loginUrl, env = {}, preload }) {
  const port = await freePort();
  mkdirSync(inData('bench-size'), { recursive: true });
  const log = openSync(inData('bench-size', `api-${port}.log`), 'a', 0o600);
  const child = spawn(
    process.execPath,
    [...(preload ? ['--import', preload] : []), inRoot('dist/apps/api/src/main.js')],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: loginUrl,
        PORT: String(port),
        BANSO_DEMO: 'off',
        BANSO_TRUSTED_DOCUMENTS: 'on',
        BANSO_SECRET_KEY: 'a key that only the measurement knows, and it is long',
        BANSO_RUN_DIR: inData('bench-size'),
        // The queue is not rung here.
        REDIS_URL: undefined,
        ...env,
      },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    },
  );
  closeSync(log);
  /** @type {Record<string, any>} */
  const seen = {};
  let ready = false;
  child.on('message', (/** @type {any} */ message) => {
    if (message?.type === 'ready') ready = true;
    else if (message?.type === 'watch') Object.assign(seen, message);
  });
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  await waitUntil(() => ready || gone(), API_STARTS);
  if (!ready) throw new Error(`The API did not start: ${inData('bench-size', `api-${port}.log`)}`);
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    /** What the watching module said last. */
    seen,
    tell: (/** @type {string} */ word) => void child.send(word),
    async stop() {
      signalProcess(child.pid ?? 0, 'SIGTERM');
      if (!(await waitUntil(gone, API_STOPS))) signalProcess(child.pid ?? 0, 'SIGKILL');
    },
  };
}

/** Id and text of each operation of the built web app, by its name. */
export function trustedDocuments() {
  const file = inRoot('apps/web/dist/trusted-documents.json');
  if (!existsSync(file)) throw new Error('Build the web app first: npm run build');
  /** @type {Record<string, string>} */
  const texts = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(texts).map(([id, text]) => {
      const [, kind = '', name = ''] = /^\s*(query|mutation)\s+(\w+)/.exec(text) ?? [];
      return [name, { id, name, kind, text }];
    }),
  );
}

/** What a figure depends on. */
export const machine = () => ({
  processors: cpus().length,
  model: cpus()[0]?.model ?? '',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: loadavg().map((one) => Number(one.toFixed(1))),
});
