/**
 * A real PostgreSQL server without any installation, for development, demonstrations and tests.
 * It listens on 127.0.0.1 only, has no Unix socket, and outlives a killed starter: the next start adopts it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode } from './errors.mjs';
import { Problem } from './messages.mjs';
import { root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { findPrograms, findRunner } from './postgres-binaries.mjs';
import { postgresProblem } from './postgres-problems.mjs';
import { readPostmasterPid } from './postmaster-pid.mjs';
import { isAlive, isPostgresOf, processesIn, run, signalProcess, waitUntil } from './processes.mjs';

const MAJOR = '18';
/** Recovery after a crash may take a while on a slow disk. Milliseconds. */
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 20_000;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=off',
  'log_destination=stderr',
];
const FAST_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
];

/**
 * @typedef {object} Server
 * @property {string} url postgres://… of the superuser's maintenance database
 * @property {number} port
 * @property {number} pid
 * @property {boolean} adopted it was running already
 * @property {Promise<void>} ended resolves when the server is gone, whatever the reason
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ dataDir: string, port?: number, fast?: boolean, log?: string, settings?: string[] }} options
 *   dataDir: absolute; password and port are kept beside it. fast: no durability, for data that is thrown away.
 *   log: the file Postgres writes to (default: beside dataDir). settings: more of them, as name=value.
 * @returns {Promise<Server>}
 */
export async function startPostgres({ dataDir, port, fast = false, log = `${dataDir}.log`, settings = [] }) {
  const runner = await findRunner(await findPrograms());
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dirname(log), { recursive: true });
  /** @type {Place} */
  const place = {
    dataDir,
    log,
    fast,
    settings,
    runner,
    passwordFile: `${dataDir}-password`,
    portFile: `${dataDir}-port`,
  };

  if (isFresh(dataDir)) await initialise(place);
  refuseUnusable(place);
  if (!existsSync(place.passwordFile)) await replacePassword(place);

  const running = await adoptable(dataDir);
  if (running) return server(place, running, true);
  return launch(place, port ?? readPort(place.portFile));
}

/**
 * @typedef {object} Place
 * @property {string} dataDir
 * @property {string} log
 * @property {boolean} fast
 * @property {string[]} settings
 * @property {import('./postgres-binaries.mjs').Runner} runner
 * @property {string} passwordFile
 * @property {string} portFile
 */

/** @param {string} dataDir */
function isFresh(dataDir) {
  if (!existsSync(dataDir)) return true;
  try {
    return readdirSync(dataDir).length === 0;
  } catch {
    return false;
  }
}

/**
 * Builds the data folder under another name first, so that an interrupted first start leaves nothing half-made.
 * @param {Place} place
 */
async function initialise(place) {
  // A name of its own: the initdb of a killed start may still be writing into its own one.
  const building = `${place.dataDir}.new-${process.pid}`;
  removeUnfinished(place.dataDir);
  // Kept when it exists: a folder that was moved away can then be moved back.
  if (!existsSync(place.passwordFile)) writePassword(place.passwordFile);
  mkdirSync(building, { mode: 0o700 });
  if (process.getuid?.() === 0) chownSync(building, place.runner.owner, place.runner.owner);
  const args = [
    `--pgdata=${building}`,
    '--username=postgres',
    `--pwfile=${place.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // It matters beside the provider: pg_trgm asks it what a letter is.
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  ];
  if (place.fast) args.push('--no-sync');
  const { code, output } = await runProgram(place, place.runner.programs.initdb, args);
  if (code !== 0) {
    rmSync(building, { recursive: true, force: true });
    throw postgresProblem(output, place);
  }
  if (existsSync(place.dataDir)) rmSync(place.dataDir, { recursive: true });
  renameSync(building, place.dataDir);
}

/** @param {string} dataDir */
function removeUnfinished(dataDir) {
  const prefix = `${basename(dataDir)}.new-`;
  const names = readdirSync(dirname(dataDir)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    rmSync(join(dirname(dataDir), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** @param {string} file */
function writePassword(file) {
  writeFileSync(`${file}.new`, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

/** @param {Place} place */
function refuseUnusable({ dataDir, runner }) {
  const name = relative(root, dataDir);
  let version;
  try {
    version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    if (errorCode(cause) === 'EACCES') throw foreignOwner(name);
    throw postgresProblem('PG_VERSION is missing', { dataDir });
  }
  if (version !== MAJOR) {
    throw new Problem(
      `${name} は PostgreSQL ${version} のデータで、同梱の PostgreSQL ${MAJOR} では開けません。何も変更していません。フォルダーを別の場所へ移すと、新しいデータで始められます。`,
      `${name} holds data of PostgreSQL ${version}, which the bundled PostgreSQL ${MAJOR} cannot open. Nothing was changed. Move the folder away to begin with new data.`,
      { code: 'version' },
    );
  }
  const { uid } = statSync(dataDir);
  if (process.getuid?.() === 0) {
    if (uid !== runner.owner) chownAll(dataDir, runner.owner);
  } else if (process.getuid && uid !== process.getuid()) {
    throw foreignOwner(name);
  }
}

/** @param {string} name */
function foreignOwner(name) {
  return new Problem(
    `${name} は別のユーザーのものです。そのユーザーで起動するか、所有者を変えてください: sudo chown -R "$(id -un)" .data`,
    `${name} belongs to another user. Start as that user, or change the owner: sudo chown -R "$(id -un)" .data`,
    { code: 'owner' },
  );
}

/**
 * @param {string} path
 * @param {number} owner user and group id
 */
function chownAll(path, owner) {
  const info = lstatSync(path);
  if (info.isDirectory()) readdirSync(path).forEach((name) => chownAll(join(path, name), owner));
  if (!info.isSymbolicLink()) chownSync(path, owner, owner);
}

/**
 * The password file was lost: Postgres in single-user mode needs none and can set another.
 * @param {Place} place
 */
async function replacePassword(place) {
  const running = await adoptable(place.dataDir);
  if (running) await stopPid(running.pid);
  writePassword(place.passwordFile);
  const statement = `ALTER ROLE postgres PASSWORD '${readPassword(place.passwordFile)}'\n`;
  const { code, output } = await runProgram(
    place,
    place.runner.programs.postgres,
    ['--single', '-D', place.dataDir, 'postgres'],
    statement,
  );
  if (code !== 0) {
    rmSync(place.passwordFile, { force: true });
    throw postgresProblem(output, place);
  }
}

/**
 * @param {Place} place
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
function runProgram({ runner }, program, args, input) {
  const [command, wrapped] = runner.wrap(program, args);
  return run(command, wrapped, { env: environment(), cwd: dirname(program), input });
}

/** Without the caller's locale and PG… variables, which would change what the programs do and say. */
function environment() {
  return { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' };
}

/**
 * @param {string} dataDir
 * @returns {Promise<import('./postmaster-pid.mjs').Postmaster | undefined>} a server that runs on this folder and is usable
 */
async function adoptable(dataDir) {
  const found = readPostmasterPid(dataDir);
  if (!found) return undefined;
  if (!isPostgresOf(found.pid, dataDir)) {
    // The number went to a stranger (after a reboot, say): only then is the file in the way of a start.
    if (isAlive(found.pid) && (processesIn(dataDir) ?? []).length === 0) {
      rmSync(join(dataDir, 'postmaster.pid'), { force: true });
    }
    return undefined;
  }
  await waitUntil(
    () => !isPostgresOf(found.pid, dataDir) || readPostmasterPid(dataDir)?.status === 'ready',
    START_TIMEOUT,
  );
  const now = readPostmasterPid(dataDir);
  return now?.status === 'ready' && isPostgresOf(now.pid, dataDir) ? now : undefined;
}

/**
 * @param {Place} place
 * @param {number | undefined} wantedPort
 * @returns {Promise<Server>}
 */
async function launch(place, wantedPort) {
  const args = ['-D', place.dataDir];
  for (const setting of [...SETTINGS, ...(place.fast ? FAST_SETTINGS : []), ...place.settings])
    args.push('-c', setting);
  let preferred = wantedPort;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferred);
    const outcome = await tryLaunch(place, [...args, '-p', String(port)]);
    if (typeof outcome !== 'string') {
      writeFileSync(place.portFile, `${port}\n`);
      return server(place, outcome, false);
    }
    const portTaken = /could not bind|Address already in use/.test(outcome);
    // Backends of a killed server need a moment to notice and go.
    const ghosts = /pre-existing shared memory block|lock file .* already exists/.test(outcome);
    if (attempt === 20 || !(portTaken || ghosts)) throw postgresProblem(outcome, place);
    if (portTaken) preferred = undefined;
    await waitUntil(() => false, 500);
  }
}

/**
 * @param {Place} place
 * @param {string[]} args
 * @returns {Promise<import('./postmaster-pid.mjs').Postmaster | string>} what the server wrote when it did not start
 */
async function tryLaunch({ dataDir, log, runner }, args) {
  const before = existsSync(log) ? statSync(log).size : 0;
  const [command, wrapped] = runner.wrap(runner.programs.postgres, args);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, wrapped, {
    env: environment(),
    cwd: dirname(runner.programs.postgres),
    stdio: ['ignore', output, output],
    detached: true, // Ctrl-C in the terminal must not reach Postgres before the applications are down.
  });
  closeSync(output);
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  child.unref();
  const ready = () => {
    const now = readPostmasterPid(dataDir);
    return now?.status === 'ready' && now.pid === child.pid ? now : undefined;
  };
  const inTime = await waitUntil(() => gone || ready() !== undefined, START_TIMEOUT, 20);
  const postmaster = ready();
  if (postmaster && !gone) return postmaster;
  if (!inTime && child.pid) signalProcess(child.pid, 'SIGQUIT');
  return (
    readFileSync(log).subarray(before).toString('utf8') ||
    `PostgreSQL did not get ready within ${START_TIMEOUT / 1000} s`
  );
}

/**
 * @param {Place} place
 * @param {import('./postmaster-pid.mjs').Postmaster} postmaster
 * @param {boolean} adopted
 * @returns {Server}
 */
function server(place, { pid, port }, adopted) {
  let over = () => {};
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => (over = resolve));
  const watch = setInterval(() => isAlive(pid) || finish(), 250).unref();
  const finish = () => {
    clearInterval(watch);
    over();
  };
  return {
    url: `postgres://postgres:${readPassword(place.passwordFile)}@127.0.0.1:${port}/postgres`,
    port,
    pid,
    adopted,
    ended,
    async stop() {
      await stopPid(pid);
      finish();
    },
  };
}

/**
 * Fast shutdown; then, only if it hangs, immediate shutdown (the next start recovers from the log); then force.
 * @param {number} pid
 */
async function stopPid(pid) {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    signalProcess(pid, signal);
    if (await waitUntil(() => !isAlive(pid), STOP_TIMEOUT, 20)) return;
  }
}

/** @param {string} file */
function readPassword(file) {
  return readFileSync(file, 'utf8').trim();
}

/** @param {string} file */
function readPort(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
