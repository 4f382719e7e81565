/** Ends everything that was started, in reverse order, exactly once, on a signal or on request. */
import { explain, say } from './messages.mjs';
import { endRunning, parentOf } from './processes.mjs';

/** Milliseconds. npm passes a signal on as well, so the same Ctrl-C may arrive twice. */
const SAME_KEYPRESS = 1000;

export class Shutdown {
  begun = false;
  #tasks = /** @type {(() => Promise<void>)[]} */ ([]);
  #impatient = () => {};
  #since = 0;

  constructor() {
    for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => this.#onSignal());
    }
    process.stdout.on('error', () => {}); // The terminal was closed.
    if (process.env.npm_lifecycle_event) this.#followNpm();
  }

  /** @param {() => Promise<void>} task */
  add(task) {
    this.#tasks.push(task);
  }

  /** @param {() => void} action for a second signal while the first is still being obeyed */
  onImpatience(action) {
    this.#impatient = action;
  }

  /** npm itself was killed: nobody is left who could press Ctrl-C. Between npm and us there may be a shell. */
  #followNpm() {
    const parent = process.ppid;
    const grandparent = parentOf(parent);
    setInterval(() => {
      if (process.ppid !== parent || parentOf(parent) !== grandparent) this.#onSignal();
    }, 1000).unref();
  }

  #onSignal() {
    if (this.begun) {
      if (Date.now() - this.#since > SAME_KEYPRESS) this.#impatient();
      return;
    }
    say('終了しています…', 'Stopping…');
    void this.run(0, true);
  }

  /**
   * @param {number} code exit code
   * @param {boolean} [farewell]
   * @returns {Promise<void>} ends the process
   */
  async run(code, farewell = false) {
    if (this.begun) return;
    this.begun = true;
    this.#since = Date.now();
    await endRunning();
    while (this.#tasks.length > 0) await this.#tasks.pop()?.().catch(explain);
    if (farewell) say('終了しました。', 'Stopped.');
    process.exit(code);
  }
}
