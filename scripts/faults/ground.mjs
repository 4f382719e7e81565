/** A whole installation to break: Postgres that keeps what it says, Redis, two API and two worker processes, a front. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { ensureDatabase, withClient } from '../lib/databases.mjs';
import { inData, inRoot, root } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { isAlive, run, signalProcess, waitUntil } from '../lib/processes.mjs';
import { startRedis } from '../lib/redis.mjs';
import { nth } from './chance.mjs';
import { openFront } from './front.mjs';
import { openLine } from './line.mjs';
import { Program } from './program.mjs';
import { Sentinels } from './sentinels.mjs';

const LOGIN_PASSWORD = 'of-the-fault-tests';
const NO_LIMIT = '100000000';

/** @typedef {import('../lib/sign-ins.mjs').SignIn} SignIn */
/** @typedef {import('pg').Client} Client */

/**
 * @typedef {object} Wish
 * @property {'redis' | 'postgres'} queue
 * @property {string} [dist] another build of the server than the usual one
 * @property {number} [apis]
 * @property {number} [workers]
 * @property {string} [folder] where Postgres keeps its data
 * @property {Extra} [on]
 */

/** @typedef {'small-disk' | 'sentinels' | 'standby'} Extra */

export class Ground {
  /** @param {Wish} wish */
  constructor(wish) {
    const usual = { dist: inRoot('dist'), apis: 2, workers: 2, folder: inData('faults', 'postgres') };
    this.wish = { ...usual, ...wish };
    this.apis = /** @type {Program[]} */ ([]);
    this.workers = /** @type {Program[]} */ ([]);
    this.signIns = /** @type {SignIn[]} */ ([]);
    this.runFolder = inData('faults', 'run');
  }

  async open() {
    const { queue, folder } = this.wish;
    rmSync(inData('faults'), { recursive: true, force: true });
    mkdirSync(this.runFolder, { recursive: true });
    /** @type {import('../lib/postgres.mjs').Server} */
    this.postgres = await startPostgres({ dataDir: folder, log: inData('faults', 'postgres.log') });
    /** @type {number} */
    this.port = this.postgres.port;
    this.owner = await ensureDatabase(this.postgres.url, 'banso');
    await this.#setUp();
    if (this.wish.on === 'standby') await this.#addStandby();
    this.lines = {
      apiPostgres: await openLine(this.postgres.port),
      workerPostgres: await openLine(this.postgres.port),
      workerRedis: /** @type {import('./line.mjs').Line | undefined} */ (undefined),
    };
    if (this.wish.on === 'sentinels') this.sentinels = await Sentinels.open();
    else if (queue === 'redis') {
      this.redis = await startRedis();
      this.lines.workerRedis = await openLine(this.redis.port);
    }
    const ports = [];
    for (let i = 0; i < this.wish.apis; i += 1) ports.push(await freePort());
    this.apis = ports.map((port, i) =>
      this.program('api', i, { PORT: String(port), BANSO_DRAIN_SECONDS: '2' }),
    );
    this.workers = Array.from({ length: this.wish.workers }, (_, i) => this.program('worker', i));
    await Promise.all([...this.apis, ...this.workers].map((program) => program.start()));
    this.front = await openFront(ports);
    this.books = await this.connect();
  }

  async #setUp() {
    const { code, output } = await run(process.execPath, [`${this.wish.dist}/apps/worker/src/setup.js`], {
      cwd: root,
      env: {
        ...this.environment(),
        DATABASE_URL: this.owner,
        BANSO_LOGIN_PASSWORD: LOGIN_PASSWORD,
      },
    });
    if (code !== 0) throw new Error(`The set-up failed: ${output}`);
    this.signIns = JSON.parse(readFileSync(`${this.runFolder}/demo-sign-ins.json`, 'utf8'));
  }

  /** Of anybody. */
  get signIn() {
    return nth(this.signIns, 0);
  }

  environment() {
    return {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      BANSO_DEMO: 'on',
      BANSO_RUN_DIR: this.runFolder,
      BANSO_SECRET_KEY: 'a key that only the fault tests know',
      BANSO_RATE_ACCOUNT: NO_LIMIT,
      BANSO_RATE_ADDRESS: NO_LIMIT,
      BANSO_PLANNING_MINUTES: '0.2',
    };
  }

  /**
   * @param {'api' | 'worker'} kind
   * @param {number} number
   * @param {NodeJS.ProcessEnv} [more]
   */
  program(kind, number, more = {}) {
    const line = kind === 'api' ? this.lines?.apiPostgres : this.lines?.workerPostgres;
    const redis = this.lines?.workerRedis;
    // The queue in Postgres makes its own tables, so it needs the owner.
    const url = new URL(this.owner ?? '');
    if (this.wish.queue === 'redis') [url.username, url.password] = ['banso_login', LOGIN_PASSWORD];
    url.port = String(line?.port);
    return new Program({
      file: `${this.wish.dist}/apps/${kind}/src/main.js`,
      log: inData('faults', `${kind}-${number}.log`),
      env: {
        ...this.environment(),
        DATABASE_URL: url.href,
        ...(redis && { REDIS_URL: `redis://127.0.0.1:${redis.port}` }),
        ...this.sentinels?.environment,
        ...(kind === 'api' && this.standby && { DATABASE_READ_URL: this.#readUrl() }),
        ...more,
      },
    });
  }

  /** @returns {Promise<Client>} as the owner, past the application; it outlives no crash of Postgres */
  async connect() {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: this.owner });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  /**
   * Asks Postgres itself, also when it crashed meanwhile.
   * @param {string} sql
   * @param {unknown[]} [values]
   * @returns {Promise<any[]>}
   */
  async query(sql, values = []) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await /** @type {Client} */ (this.books).query(sql, values)).rows;
      } catch (error) {
        if (attempt === 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
        this.books = await this.connect().catch(() => this.books);
      }
    }
  }

  /** @param {NodeJS.Signals} signal SIGQUIT is Postgres' own `immediate`; SIGKILL spares not even its first process */
  async crashPostgres(signal) {
    const pid = this.postgres?.pid ?? 0;
    signalProcess(pid, signal);
    await waitUntil(() => !isAlive(pid), 20_000, 10);
  }

  async startPostgres() {
    const { folder } = this.wish;
    this.postgres = await startPostgres({
      dataDir: folder,
      port: this.port,
      log: inData('faults', 'postgres.log'),
    });
  }

  /** A copy of Postgres that follows it: made of its files while it is down, which needs no program but itself. */
  async #addStandby() {
    const { folder } = this.wish;
    const copy = `${folder}-standby`;
    await this.postgres?.stop();
    for (const suffix of ['', '-password']) await run('cp', ['-a', `${folder}${suffix}`, `${copy}${suffix}`]);
    await this.startPostgres();
    const { password, port } = new URL(this.postgres?.url ?? '');
    writeFileSync(`${copy}/standby.signal`, '');
    appendFileSync(
      `${copy}/postgresql.auto.conf`,
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres password=${password}'\n`,
    );
    await this.#startStandby();
  }

  async #startStandby() {
    this.standby = await startPostgres({
      dataDir: `${this.wish.folder}-standby`,
      port: this.standby?.port,
      log: inData('faults', 'standby.log'),
    });
  }

  #readUrl() {
    const url = new URL(this.owner ?? '');
    [url.username, url.password] = ['banso_login', LOGIN_PASSWORD];
    url.port = String(this.standby?.port);
    return url.href;
  }

  /**
   * @param {string} sql
   * @returns {Promise<any[]>}
   */
  onStandby(sql) {
    const url = new URL(this.owner ?? '');
    url.port = String(this.standby?.port);
    return withClient(url.href, async (client) => (await client.query(sql)).rows);
  }

  async restartStandby() {
    const pid = this.standby?.pid ?? 0;
    signalProcess(pid, 'SIGQUIT');
    await waitUntil(() => !isAlive(pid), 20_000, 10);
    await this.#startStandby();
  }

  async redisMaster() {
    return this.sentinels?.master();
  }

  async killRedisMaster() {
    await this.sentinels?.killMaster();
  }

  async startRedis() {
    this.redis = await startRedis({ port: this.redis?.port });
  }

  /** The queue loses everything it ever knew. */
  async flushQueue() {
    if (this.redis) return tellRedis(this.redis.port, 'FLUSHALL');
    const tables = await this.query(
      `SELECT format('bullmq.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    await this.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  }

  async close() {
    this.front?.close();
    await Promise.all([...this.apis, ...this.workers].map((program) => program.stop()));
    await this.books?.end().catch(() => {});
    for (const line of Object.values(this.lines ?? {})) line?.close();
    await this.redis?.stop();
    await this.sentinels?.close();
    await this.standby?.stop();
    await this.postgres?.stop();
  }
}

/**
 * @param {number} port
 * @param {string} words
 * @returns {Promise<string>} the first line of the answer
 */
export function tellRedis(port, words) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${words}\r\n`));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
  });
}
