import { constants } from 'node:fs';
import { access, mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { codeOf } from '../attachments/file-store.js';
import { type Config, readConfig } from '../config.js';
import { createDataSource } from '../data-source.js';
import { Db } from '../db.js';
import { pendingChanges } from '../health/readiness.js';
import { outboxLag } from '../outbox-lag.js';
import { workState } from '../work-state.js';
import type { DatabaseFacts, Facts, Folder } from './facts.js';
import { answers, askRedis } from './reach.js';

/** Names a backup, whoever wrote it. */
export const BACKUP_NAME = /\.banso$/;

/** Where a built platform has its parts. */
const BUILT = ['dist/apps/api/src/main.js', 'dist/apps/worker/src/main.js'];

/** Looks at everything once; nothing is changed but an empty file that is written and taken away. */
export async function gatherFacts(env: NodeJS.ProcessEnv): Promise<Facts> {
  const url = env['DATABASE_URL'] || undefined;
  const { config, fault } = settingsIn({ ...env, DATABASE_URL: url ?? 'postgres://not-set' });
  const version = process.versions.node;
  return {
    node: { version, major: Number(version.split('.')[0]) },
    settings: fault,
    built: await Promise.all(
      [...BUILT, join(config.BANSO_WEB_DIR, 'index.html')].map(async (file) => ({
        file,
        there: await isThere(file),
      })),
    ),
    port: { number: config.PORT, state: await portState(config) },
    folders: [await folderOf('run', config.BANSO_RUN_DIR), await folderOf('files', config.BANSO_FILES)],
    secretKey: await keyOf(config),
    inEarnest: !config.BANSO_DEMO,
    mail: await mailOf(config),
    database: url ? await databaseOf(url, env['BANSO_BUNDLED_DATABASE'] === 'on') : null,
    redis: config.REDIS_URL ? await askRedis(config.REDIS_URL) : null,
    backups: await backupsOf(config),
  };
}

/** With the settings that are wrong left out, so that the rest can be looked at. */
function settingsIn(env: NodeJS.ProcessEnv): { config: Config; fault: string | null } {
  try {
    return { config: readConfig(env), fault: null };
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'unknown';
    return { config: readConfig({ DATABASE_URL: env['DATABASE_URL'], NODE_ENV: env['NODE_ENV'] }), fault };
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );

async function portState({ PORT, HOST }: Config): Promise<Facts['port']['state']> {
  const trouble = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ port: PORT, host: HOST, exclusive: true }, () => server.close(() => resolve(null)));
  });
  if (trouble === null) return 'free';
  if (trouble === 'EACCES') return 'forbidden';
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/healthz`;
  const ours = await fetch(address, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.headers.has('x-request-id'),
    () => false,
  );
  return ours ? 'ours' : 'taken';
}

async function folderOf(use: Folder['use'], path: string): Promise<Folder> {
  // One that is made when it is first needed is judged by the one that it will lie in.
  let there = path;
  while (!(await isThere(there)) && dirname(there) !== there) there = dirname(there);
  const trial = join(there, `.banso-doctor-${process.pid}`);
  const writable = await writeFile(trial, '', { flag: 'wx' }).then(
    () => true,
    () => false,
  );
  await rm(trial, { force: true }).catch(() => undefined);
  const free = await statfs(there).catch(() => null);
  return { use, path, writable, freeMb: free && Math.floor((free.bavail * free.bsize) / 1_048_576) };
}

async function keyOf({ BANSO_SECRET_KEY, BANSO_RUN_DIR }: Config): Promise<Facts['secretKey']> {
  if (BANSO_SECRET_KEY) return 'setting';
  const file = await stat(join(BANSO_RUN_DIR, 'secret-key')).catch(() => null);
  if (!file) return 'none';
  return (file.mode & 0o077) === 0 || process.platform === 'win32' ? 'file' : 'open-file';
}

async function mailOf({ BANSO_SMTP_URL }: Config): Promise<Facts['mail']> {
  if (!BANSO_SMTP_URL) return null;
  const { hostname, port, protocol } = new URL(BANSO_SMTP_URL);
  const number = Number(port) || (protocol === 'smtps:' ? 465 : 587);
  return { host: `${hostname}:${number}`, reachable: (await answers(hostname, number)) === null };
}

async function backupsOf({ BANSO_BACKUPS: folder }: Config): Promise<Facts['backups']> {
  if (!folder) return null;
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    names
      .filter((name) => BACKUP_NAME.test(name))
      .map(async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  const newest = Math.max(0, ...times);
  return { folder, newestHours: newest === 0 ? null : (Date.now() - newest) / 3_600_000 };
}

const AWAY: Omit<DatabaseFacts, 'away' | 'bundled'> = {
  version: 0,
  encoding: '',
  knowsLetters: false,
  collationMoved: false,
  extension: false,
  user: { superuser: false, owner: false, mayAct: false },
  pending: 0,
  skew: 0,
  lagSeconds: 0,
  dead: 0,
  lateSchedules: [],
  workers: 0,
};

async function databaseOf(url: string, bundled: boolean): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return { away: null, bundled, ...(await serverOf(client)), ...(await workOf(url)) };
  } catch (error) {
    const code = codeOf(error);
    return { away: typeof code === 'string' ? code : 'timeout', bundled, ...AWAY };
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Server = Pick<
  DatabaseFacts,
  'version' | 'encoding' | 'knowsLetters' | 'collationMoved' | 'extension' | 'user' | 'skew'
>;

async function serverOf(client: InstanceType<typeof pg.Client>): Promise<Server> {
  const before = Date.now();
  const { rows } = await client.query<{
    version: number;
    encoding: string;
    letters: boolean;
    extension: boolean;
    superuser: boolean;
    owner: boolean;
    may_act: boolean;
    now: number;
  }>(SERVER);
  const middle = (before + Date.now()) / 2;
  const [row] = rows;
  if (!row) throw new Error('no answer');
  // Noted by Postgres from version 15 on.
  const moved =
    row.version < 150_000
      ? false
      : ((
          await client.query<{ moved: boolean }>(
            `SELECT COALESCE(datcollversion <> pg_database_collation_actual_version(oid), false) AS moved
             FROM pg_database WHERE datname = current_database()`,
          )
        ).rows[0]?.moved ?? false);
  return {
    version: row.version,
    encoding: row.encoding,
    knowsLetters: row.letters,
    collationMoved: moved,
    extension: row.extension,
    user: { superuser: row.superuser, owner: row.owner, mayAct: row.may_act },
    skew: (row.now - middle) / 1000,
  };
}

const SERVER = `
  SELECT current_setting('server_version_num')::int AS version,
    pg_encoding_to_char(encoding) AS encoding,
    'あ' ~ '[[:alpha:]]' AS letters,
    EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') AS extension,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
    EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'outbox'
      AND pg_has_role(tableowner, 'USAGE')) AS owner,
    COALESCE((SELECT bool_and(pg_has_role(oid, 'MEMBER')) FROM pg_roles
      WHERE rolname IN ('banso_hub', 'banso_town', 'banso_specialist', 'banso_operator', 'banso_system')), false) AS may_act,
    EXTRACT(EPOCH FROM clock_timestamp())::float8 * 1000 AS now
  FROM pg_database WHERE datname = current_database()`;

type Work = Pick<DatabaseFacts, 'pending' | 'lagSeconds' | 'dead' | 'lateSchedules' | 'workers'>;

/** Of an empty database: everything is still to be made. */
async function workOf(url: string): Promise<Work> {
  const dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {} });
  const db = new Db(await dataSource.initialize());
  try {
    const pending = (await pendingChanges(db)).length;
    if (pending > 0) return { ...AWAY, pending };
    const { seconds, dead } = await outboxLag(db);
    const { schedules, workers } = await db.system(null, workState);
    return {
      pending,
      lagSeconds: seconds,
      dead,
      lateSchedules: schedules.filter(({ late }) => late).map(({ name }) => name),
      workers: workers.filter(({ silent }) => !silent).length,
    };
  } catch {
    // No function tells the changes, or no role may ask: the set-up has not run here.
    return { ...AWAY, pending: 1 };
  } finally {
    await dataSource.destroy();
  }
}

/** Where the next backup goes when nobody says; the folder is made. */
export async function nextBackupIn(folder: string, now: Date): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, `banso-${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.banso`);
}
