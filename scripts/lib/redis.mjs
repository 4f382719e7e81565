/** A Redis of our own for tests: nothing on disk, never evicting, gone afterwards. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Problem } from './messages.mjs';
import { inData } from './paths.mjs';
import { freePort, portTrouble } from './ports.mjs';
import { lastLines, signalProcess, waitUntil } from './processes.mjs';
import { aptInstall, findOnPath } from './programs.mjs';

const NAMES = ['redis-server', 'valkey-server'];
/** Milliseconds. */
const START_TIMEOUT = 10_000;
const STOP_TIMEOUT = 5000;

/** @returns {Promise<string>} the program, installed when that is possible */
async function findServer() {
  const found = findOnPath(NAMES);
  if (found) return found;
  await aptInstall(
    ['redis-server'],
    new Problem(
      'テストには Redis が必要です。入れてください: sudo apt-get install redis-server (macOS: brew install redis)。または BANSO_TEST_REDIS_URL を指定してください。',
      'The tests need Redis. Install it: sudo apt-get install redis-server (macOS: brew install redis). Or set BANSO_TEST_REDIS_URL.',
    ),
  );
  const installed = findOnPath(NAMES);
  if (!installed)
    throw new Problem('redis-server が見つかりません。', 'redis-server was not found after installing it.');
  return installed;
}

/**
 * @param {{ port?: number, more?: string[], sentinel?: string }} [options] port: a free one by default.
 *   more: further arguments. sentinel: the file of settings of one that watches others and keeps nothing itself
 * @returns {Promise<{ url: string, port: number, kill: () => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startRedis({ port: wanted, more = [], sentinel } = {}) {
  const program = await findServer();
  const port = await freePort(wanted);
  const settings = [
    ['--port', String(port)],
    ['--bind', '127.0.0.1'],
    ['--save', ''],
    ['--appendonly', 'no'],
    ['--maxmemory-policy', 'noeviction'],
  ];
  // A replica writes what it was sent where it stands.
  const cwd = inData('redis');
  mkdirSync(cwd, { recursive: true });
  const child = spawn(program, sentinel ? [sentinel, '--sentinel'] : [...settings.flat(), ...more], { cwd });
  let output = '';
  const take = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  child.once('error', (error) => (output += error.message));
  const gone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  await waitUntil(async () => gone() || (await portTrouble(port)) === 'EADDRINUSE', START_TIMEOUT);
  if (gone()) {
    throw new Problem('Redis を起動できませんでした。', 'Redis could not be started.', {
      details: lastLines(output, 5),
    });
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async kill() {
      child.kill('SIGKILL');
      await waitUntil(gone, STOP_TIMEOUT, 10);
    },
    async stop() {
      if (child.pid) signalProcess(child.pid, 'SIGTERM');
      if (!(await waitUntil(gone, STOP_TIMEOUT))) child.kill('SIGKILL');
    },
  };
}
