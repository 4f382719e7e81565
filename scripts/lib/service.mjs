/** Keeps one of our programs running: starts it, notices when it is ready, restarts it when it dies. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tailOfLog } from './logs.mjs';
import { Problem, say } from './messages.mjs';
import { root } from './paths.mjs';
import { signalProcess, waitUntil } from './processes.mjs';

/** All in milliseconds. */
const READY_TIMEOUT = 90_000;
/** A little more than the API and the worker give themselves for what is under way. */
const STOP_GRACE = 30_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** Whoever ran this long is given the short pause again. */
const HEALTHY = 60_000;

/**
 * @param {number} failures in a row, counted from 1
 * @returns {number} milliseconds: 1 s, 2 s, 4 s … at most 30 s
 */
export function restartPause(failures) {
  return Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
}

/** @param {unknown} message */
function isReady(message) {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

export class Service {
  #child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined);
  #stopping = false;
  #failures = 0;

  /** @param {{ name: string, file: string, log: string, env: NodeJS.ProcessEnv }} options file: absolute */
  constructor(options) {
    this.options = options;
  }

  /** Resolves when the program has said that it is ready; from then on it is restarted whenever it ends. */
  async start() {
    const { name, log } = this.options;
    const outcome = await this.#launch();
    if (outcome === 'ready') return;
    throw new Problem(
      `${name} が起動しませんでした${outcome === 'late' ? ' (時間切れ)' : ''}。記録: ${log}`,
      `${name} did not start${outcome === 'late' ? ' in time' : ''}. Its log: ${log}`,
      { details: tailOfLog(log, 8) },
    );
  }

  /** @returns {Promise<'ready' | 'ended' | 'late'>} */
  #launch() {
    const { file, log, env } = this.options;
    const output = openSync(log, 'a', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: root,
      env,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true, // Ctrl-C reaches it through us, in order.
    });
    closeSync(output);
    this.#child = child;
    const begun = Date.now();
    return new Promise((resolve) => {
      let ready = false;
      const timer = setTimeout(() => resolve('late'), READY_TIMEOUT).unref();
      child.on('error', () => {});
      child.on('message', (message) => {
        if (!isReady(message)) return;
        ready = true;
        clearTimeout(timer);
        resolve('ready');
      });
      child.once('close', (code, signal) => {
        clearTimeout(timer);
        resolve('ended');
        if (Date.now() - begun > HEALTHY) this.#failures = 0;
        if (ready || this.#failures > 0) void this.#restart(signal ?? `code ${code}`);
      });
    });
  }

  /** @param {string} reason */
  async #restart(reason) {
    if (this.#stopping) return;
    const { name } = this.options;
    const pause = restartPause((this.#failures += 1));
    say(
      `! ${name} が止まりました (${reason})。${pause / 1000} 秒後に起動し直します。`,
      `${name} ended (${reason}). Restarting in ${pause / 1000} s.`,
    );
    await sleep(pause);
    if (this.#stopping) return;
    const outcome = await this.#launch();
    if (outcome === 'ready') say(`✓ ${name} は再び動いています。`, `${name} is running again.`);
    if (outcome === 'late') this.kill();
  }

  /** Asks the program to finish, and ends it when it does not within the grace period. */
  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child?.pid) return;
    const gone = () => child.exitCode !== null || child.signalCode !== null;
    signalProcess(child.pid, 'SIGTERM');
    if (!(await waitUntil(gone, STOP_GRACE))) {
      this.kill();
      await waitUntil(gone, STOP_GRACE);
    }
  }

  kill() {
    if (this.#child?.pid) signalProcess(this.#child.pid, 'SIGKILL');
  }
}
