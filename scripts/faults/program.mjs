/** One of our programs under a supervisor that starts it again at once, as systemd or Docker would. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../lib/paths.mjs';
import { waitUntil } from '../lib/processes.mjs';

const AGAIN_MS = 200;
const READY_MS = 120_000;

export class Program {
  #child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined);
  #over = false;
  ready = false;
  starts = 0;

  /** @param {{ file: string, log: string, env: NodeJS.ProcessEnv, preload?: string }} options */
  constructor(options) {
    this.options = options;
  }

  async start() {
    this.#over = false;
    void this.#keep();
    if (!(await waitUntil(() => this.ready, READY_MS)))
      throw new Error(`${this.options.file} did not get ready; its log: ${this.options.log}`);
  }

  async #keep() {
    while (!this.#over) {
      await this.#run();
      this.ready = false;
      await sleep(AGAIN_MS);
    }
  }

  #run() {
    const { file, log, env, preload } = this.options;
    const output = openSync(log, 'a', 0o600);
    this.starts += 1;
    const child = spawn(process.execPath, [...(preload ? ['--import', preload] : []), file], {
      cwd: root,
      env,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.#child = child;
    child.on('message', () => (this.ready = true));
    child.on('error', () => {});
    return new Promise((resolve) => child.once('close', resolve));
  }

  /** @param {NodeJS.Signals} signal */
  signal(signal) {
    this.#child?.kill(signal);
  }

  /**
   * Asks it to finish, and waits until it is there again.
   * @returns {Promise<number>} milliseconds until it had ended
   */
  async restart() {
    const child = this.#child;
    const begun = performance.now();
    child?.kill('SIGTERM');
    await waitUntil(() => child?.exitCode !== null || child?.signalCode !== null, 60_000, 20);
    const took = performance.now() - begun;
    await waitUntil(() => this.#child !== child && this.ready, READY_MS, 20);
    return took;
  }

  async stop() {
    this.#over = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    if (!(await waitUntil(() => child.exitCode !== null || child.signalCode !== null, 35_000)))
      child.kill('SIGKILL');
  }
}
