/** Keeps the embedded PostgreSQL running for as long as the system runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { asProblem } from './fs-problems.mjs';
import { explain, say } from './messages.mjs';
import { startPostgres } from './postgres.mjs';
import { restartPause } from './service.mjs';

/** Milliseconds after which a server counts as healthy again. */
const HEALTHY = 60_000;

export class DatabaseService {
  #starting = /** @type {Promise<import('./postgres.mjs').Server> | undefined} */ (undefined);
  #stopping = false;

  /** @param {{ dataDir: string, log: string }} options */
  constructor(options) {
    this.options = options;
  }

  /** @returns {Promise<string>} the URL of the maintenance database */
  async start() {
    this.#starting = startPostgres(this.options);
    const server = await this.#starting;
    if (server.adopted) {
      say(
        '動いていたデータベースを引き継ぎました。',
        'Took over the database server that was still running.',
      );
    }
    void this.#watch(server);
    return server.url;
  }

  /** @param {import('./postgres.mjs').Server} first */
  async #watch(first) {
    let server = first;
    for (let failures = 1; ; failures += 1) {
      const begun = Date.now();
      await server.ended;
      if (Date.now() - begun > HEALTHY) failures = 1;
      const pause = restartPause(failures);
      if (this.#stopping) return;
      say(
        `! データベースが止まりました。${pause / 1000} 秒後に起動し直します。`,
        `The database ended. Restarting in ${pause / 1000} s.`,
      );
      await sleep(pause);
      if (this.#stopping) return;
      try {
        this.#starting = startPostgres({ ...this.options, port: server.port });
        server = await this.#starting;
        say('✓ データベースは再び動いています。', 'The database is running again.');
      } catch (error) {
        if (!this.#stopping) explain(asProblem(error));
      }
    }
  }

  /** Also waits for a start that is under way, so that no server is left behind. */
  async stop() {
    this.#stopping = true;
    const server = await this.#starting?.catch(() => undefined);
    await server?.stop();
  }
}
