/** The servers tests need, started when the first test asks for them and stopped at the end. */
import { ensureChromium } from './chromium.mjs';
import { startRedis } from './redis.mjs';
import { startTestPostgres } from './test-servers.mjs';

export class TestServices {
  #stops = /** @type {(() => Promise<void>)[]} */ ([]);
  #database = once(async () => {
    const given = process.env.BANSO_TEST_DATABASE_URL;
    if (given) return given;
    const server = await startTestPostgres();
    this.#stops.push(server.stop);
    return server.url;
  });
  #redis = once(async () => {
    const given = process.env.BANSO_TEST_REDIS_URL;
    if (given) return given;
    const server = await startRedis();
    this.#stops.push(server.stop);
    return server.url;
  });
  #chromium = once(ensureChromium);

  /**
   * @param {{ queue: 'postgres' | 'redis', browser: boolean }} needs
   * @returns {Promise<NodeJS.ProcessEnv>} what tests find in their environment
   */
  async environment({ queue, browser }) {
    return {
      BANSO_TEST_DATABASE_URL: await this.#database(),
      BANSO_TEST_QUEUE: queue,
      // Absent for the Postgres queue, so that a test cannot use Redis by mistake.
      BANSO_TEST_REDIS_URL: queue === 'redis' ? await this.#redis() : undefined,
      BANSO_CHROMIUM: browser ? await this.#chromium() : process.env.BANSO_CHROMIUM,
    };
  }

  async stop() {
    await Promise.allSettled(this.#stops.map((stop) => stop()));
  }
}

/**
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}
