/** Throw-away servers for tests, and the removal of those whose owner was killed. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { inData } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { readPostmasterPid } from './postmaster-pid.mjs';
import { isAlive, isPostgresOf, signalProcess, waitUntil } from './processes.mjs';

const folder = inData('test');
/** Milliseconds. */
const STOP_TIMEOUT = 10_000;

/**
 * @returns {Promise<{ url: string, stop: () => Promise<void>, stopNow: () => void }>}
 *   stopNow: for the last moment of a process, when nothing can be waited for any more
 */
export async function startTestPostgres() {
  mkdirSync(folder, { recursive: true });
  await sweep();
  const name = `postgres-${process.pid}`;
  const server = await startPostgres({ dataDir: inData('test', name), fast: true });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      remove(name);
    },
    stopNow() {
      signalProcess(server.pid, 'SIGQUIT');
    },
  };
}

/** The number in a name is the process that owned it. */
async function sweep() {
  const names = readdirSync(folder).filter((name) => /^postgres-\d+$/.test(name));
  for (const name of names.filter((one) => !isAlive(Number(one.split('-')[1])))) {
    const dataDir = inData('test', name);
    const pid = readPostmasterPid(dataDir)?.pid;
    if (pid && isPostgresOf(pid, dataDir)) {
      signalProcess(pid, 'SIGQUIT');
      await waitUntil(() => !isAlive(pid), STOP_TIMEOUT);
    }
    remove(name);
  }
}

/** @param {string} name */
function remove(name) {
  for (const suffix of ['', '-password', '-port', '.log']) {
    rmSync(inData('test', name + suffix), { recursive: true, force: true, maxRetries: 5 });
  }
}
