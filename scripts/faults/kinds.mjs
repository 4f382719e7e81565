/** What goes wrong, one at a time: how often, and by when all must be well again. */
import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../lib/processes.mjs';
import { nth, oneOf } from './chance.mjs';
import { dayBegins, dayEnds, halfHour } from './day.mjs';
import { tellRedis } from './ground.mjs';
import { Ringer } from './ringer.mjs';

/** @typedef {import('./ground.mjs').Ground} Ground */

/**
 * @typedef {object} Scene
 * @property {Ground} ground
 * @property {import('./load.mjs').Load} load
 * @property {() => number} random
 * @property {string[]} notes what went wrong besides the books
 * @property {Ringer} [ringer]
 */

/**
 * @typedef {object} Kind
 * @property {string} name as given to --only
 * @property {string} title
 * @property {[number, number]} pause seconds between two, at least and at most
 * @property {number} within seconds after the last one until new changes are accepted and all work is done
 * @property {number} [most] times, whatever the seconds
 * @property {boolean} [redis] there is nothing to break without Redis
 * @property {import('./ground.mjs').Extra} [on] an installation that has more, or less, than the usual one
 * @property {boolean} [poisonous] each time one piece of work is set aside, and has to be
 * @property {boolean} [seamless] nobody may notice: no request without its answer
 * @property {(scene: Scene, time: number) => Promise<void>} hit returns when it is over
 * @property {(scene: Scene) => Promise<void>} [before]
 * @property {(scene: Scene) => Promise<void>} [after]
 */

/**
 * @template T
 * @param {...readonly T[]} lists
 */
const firstOf = (...lists) => lists.map((list) => nth(list, 0));

/** @param {Ground} ground */
const linesOf = (ground) => Object.values(ground.lines ?? {}).filter((line) => line !== undefined);

/** @param {Ground} ground */
const portOf = (ground) => Number(nth(ground.apis, 0).options.env.PORT);

const HOUR_MS = 3_600_000;

/**
 * A module that is loaded first and shifts the clock of its process.
 * @param {number} ms
 */
const shifted = (ms) =>
  `data:text/javascript,${encodeURIComponent(`const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() + ${ms}) : super(...given); }
  static now() { return Real.now() + ${ms}; }
};`)}`;

/** @type {Kind[]} */
export const KINDS = [
  {
    name: 'worker-killed',
    title: 'kill -9 of a worker',
    pause: [0.5, 1.5],
    within: 45,
    hit: async ({ ground, random }) => oneOf(ground.workers, random).signal('SIGKILL'),
  },
  {
    name: 'api-killed',
    title: 'kill -9 of an API process',
    pause: [0.8, 2],
    within: 45,
    hit: async ({ ground, random }) => oneOf(ground.apis, random).signal('SIGKILL'),
  },
  {
    name: 'postgres-crashed',
    title: 'Postgres ended in the middle (immediate, kill -9)',
    pause: [5, 9],
    within: 45,
    async hit({ ground, random }) {
      await ground.crashPostgres(random() < 0.5 ? 'SIGQUIT' : 'SIGKILL');
      await ground.startPostgres();
    },
  },
  {
    name: 'redis-killed',
    title: 'kill -9 of Redis, away for 1 to 5 s, empty afterwards',
    pause: [4, 8],
    within: 10,
    redis: true,
    async hit({ ground, random }) {
      await ground.redis?.kill();
      await sleep(1_000 + random() * 4_000);
      await ground.startRedis();
    },
  },
  {
    name: 'redis-away',
    title: 'Redis away for 60 s',
    pause: [5, 5],
    most: 4,
    // The work of a minute waits by then.
    within: 45,
    redis: true,
    async hit({ ground, notes }) {
      await ground.redis?.kill();
      await sleep(60_000);
      await ground.startRedis();
      const seconds = await untilWorkIsDone(ground);
      notes.push(`work again after ${seconds.toFixed(1)} s`);
      if (seconds > 5) notes.push('✗ that is later than 5 s');
    },
  },
  {
    name: 'queue-flushed',
    title: 'the queue loses all it knew (FLUSHALL, TRUNCATE)',
    pause: [1, 3],
    within: 10,
    hit: async ({ ground }) => void (await ground.flushQueue().catch(() => {})),
  },
  {
    name: 'worker-frozen',
    title: 'a worker stands still for 20 s (SIGSTOP)',
    pause: [1, 2],
    within: 30,
    async hit({ ground, random }) {
      const worker = oneOf(ground.workers, random);
      worker.signal('SIGSTOP');
      await sleep(20_000);
      worker.signal('SIGCONT');
    },
  },
  {
    name: 'line-cut',
    title: 'connections to Postgres or Redis cut in the middle',
    pause: [0.5, 2],
    within: 30,
    hit: async ({ ground, random }) => oneOf(linesOf(ground), random).cut(),
  },
  {
    name: 'line-swallows',
    title: 'a line swallows everything for 30 s, and forgets its connections',
    pause: [2, 4],
    within: 60,
    hit: (scene, time) => swallow(scene, time, 30_000),
  },
  {
    name: 'line-swallows-long',
    title: 'the same for 90 s',
    pause: [2, 4],
    within: 60,
    hit: (scene, time) => swallow(scene, time, 90_000),
  },
  {
    name: 'postgres-full',
    title: 'the disk of Postgres is full for 8 s',
    pause: [6, 9],
    most: 3,
    within: 45,
    on: 'small-disk',
    async hit({ ground, load, notes }) {
      const ballast = `${ground.wish.folder}/../ballast`;
      fill(ballast);
      const before = load.met.answered;
      await sleep(8_000);
      if (load.met.answered === before) notes.push('nothing was answered while the disk was full');
      rmSync(ballast);
      if (!isAlive(ground.postgres?.pid ?? 0)) await ground.startPostgres();
    },
  },
  {
    name: 'redis-failover',
    title: 'kill -9 of the Redis that three sentinels call master',
    pause: [15, 20],
    most: 1,
    within: 60,
    redis: true,
    on: 'sentinels',
    async hit({ ground, notes }) {
      const before = await ground.redisMaster();
      await ground.killRedisMaster();
      for (let i = 0; i < 300 && (await ground.redisMaster()) === before; i += 1) await sleep(100);
      if ((await ground.redisMaster()) === before) notes.push('✗ the sentinels chose no other master');
      else await ground.sentinels?.revive(before);
    },
  },
  {
    name: 'standby-behind',
    title: 'the standby stands still for 8 s, then is killed',
    pause: [3, 5],
    most: 1,
    within: 30,
    on: 'standby',
    async before({ ground }) {
      // Until it has shown that it keeps up, nobody asks it.
      await sleep(4_000);
      await ground.onStandby('SELECT pg_stat_clear_snapshot()');
    },
    async hit({ ground, load, notes }) {
      const asked = 'SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = current_database()';
      const [{ n: before }] = await ground.onStandby(asked);
      await load.look(40);
      await sleep(1_500);
      const [{ n: after }] = await ground.onStandby(asked);
      notes.push(`${after - before} transactions on the standby while it kept up`);
      if (after - before < 20) notes.push('✗ the standby was not asked');
      await ground.onStandby('SELECT pg_wal_replay_pause()');
      const missed = await load.findOwn(8_000);
      if (missed > 0) notes.push(`✗ ${missed} people did not find what they had just written`);
      await ground.onStandby('SELECT pg_wal_replay_resume()');
      await ground.restartStandby();
    },
  },
  {
    name: 'redis-full',
    title: 'Redis takes nothing more for 6 s (maxmemory)',
    pause: [3, 5],
    within: 30,
    redis: true,
    async hit({ ground }) {
      const port = ground.redis?.port ?? 0;
      await tellRedis(port, 'CONFIG SET maxmemory 1');
      await sleep(6_000);
      await tellRedis(port, 'CONFIG SET maxmemory 0');
    },
  },
  {
    name: 'clock-jumps',
    title: 'an API and a worker whose machine is 2 h ahead, then 1 h behind',
    pause: [1, 1],
    most: 2,
    within: 45,
    async hit({ ground, load, notes }, time) {
      const { apis, workers } = ground;
      for (const program of firstOf(apis, workers)) {
        program.options.preload = shifted(time % 2 === 0 ? 2 * HOUR_MS : -HOUR_MS);
        program.signal('SIGKILL');
      }
      await sleep(15_000);
      if (await isAliveAgain(ground, load)) notes.push('a session that had ended was valid again');
      for (const program of firstOf(apis, workers)) {
        program.options.preload = undefined;
        program.signal('SIGKILL');
      }
    },
    async after({ ground, load, notes }) {
      const [{ n }] = await ground.query(
        `SELECT count(*)::int AS n FROM support_request_event e JOIN audit_entry a
           ON a.table_name = 'support_request' AND a.row_id = e.support_request_id::text
          AND a.operation = 'submitSupportRequest' AND a.kind = 'UPDATE'
         WHERE e.support_request_id = ANY ($1::uuid[]) AND e.to_status = 'AWAITING_INTAKE'
           AND abs(extract(epoch FROM e.at - a.at)) > 60`,
        [[...load.acknowledged.requests.values()]],
      );
      if (n > 0) notes.push(`${n} times of day are wrong by more than a minute`);
    },
  },
  {
    name: 'slow-clients',
    title: '300 connections that send or read hardly anything',
    pause: [1, 1],
    most: 1,
    within: 45,
    async hit({ ground, load, notes }) {
      const quiet = await latencyOver(load, 8_000);
      const slow = Array.from({ length: 300 }, (_, i) => dawdle(portOf(ground), i % 3));
      const beside = await latencyOver(load, 20_000);
      slow.forEach((end) => end());
      notes.push(`p95 of the others ${Math.round(quiet)} ms before, ${Math.round(beside)} ms beside them`);
      if (beside > 2 * quiet + 200) notes.push('✗ others were slowed down');
    },
  },
  {
    name: 'poison',
    title: 'work that fails whenever it is tried',
    pause: [1, 2],
    most: 5,
    within: 30,
    poisonous: true,
    async hit({ ground, notes }) {
      const [{ id }] = await ground.query(
        `INSERT INTO outbox (prefecture_id, job, payload) VALUES ('34', 'support.assign-consultation', '{"consultationId": "none"}') RETURNING id`,
      );
      // The waits between the attempts, up to five minutes each, are skipped.
      for (let i = 0; i < 400; i += 1) {
        await sleep(150);
        const [row] = await ground.query(
          `UPDATE outbox SET run_after = least(run_after, now()) WHERE id = $1 RETURNING failures, dead_at IS NOT NULL AS dead`,
          [id],
        );
        if (!row.dead) continue;
        if (row.failures !== 10) notes.push(`set aside after ${row.failures} attempts`);
        return;
      }
      notes.push('✗ poison was never set aside');
    },
  },
  {
    name: 'rung-again',
    title: 'every doorbell rung three times more, late and at once',
    pause: [0.2, 0.5],
    within: 30,
    async before(scene) {
      scene.ringer = new Ringer(scene.ground);
    },
    hit: async ({ ringer }) => ringer?.again(),
    after: async ({ ringer }) => ringer?.close(),
  },
  {
    name: 'day-passes',
    title: 'a day in half-hours; at each a worker is killed, the queue flushed or a line cut',
    pause: [0.2, 0.5],
    most: 47,
    within: 45,
    before: dayBegins,
    hit: halfHour,
    after: dayEnds,
  },
  {
    name: 'rolling-restart',
    title: 'SIGTERM of each process in turn',
    pause: [0.5, 1],
    within: 45,
    seamless: true,
    async hit({ ground, notes }, time) {
      const all = [...ground.apis, ...ground.workers];
      const took = await nth(all, time).restart();
      if (took > 30_000) notes.push(`✗ one took ${Math.round(took / 1_000)} s to end`);
      // As an orchestrator: the next one when this one is taken in again.
      for (let i = 0; i < 100 && (ground.front?.ready().length ?? 0) < ground.apis.length; i += 1)
        await sleep(100);
    },
  },
];

/** @param {Ground} ground @returns {Promise<number>} seconds until a piece of work is done */
async function untilWorkIsDone(ground) {
  const begun = performance.now();
  const [{ now }] = await ground.query('SELECT clock_timestamp() AS now');
  const done = 'SELECT EXISTS (SELECT FROM fault.done WHERE at > $1) AS yes';
  while (!(await ground.query(done, [now]))[0].yes && performance.now() - begun < 60_000) await sleep(50);
  return (performance.now() - begun) / 1_000;
}

/** @param {Scene} scene @param {number} time which of the lines @param {number} ms */
async function swallow({ ground }, time, ms) {
  const line = nth(linesOf(ground), time);
  line.swallow(true);
  await sleep(ms);
  line.swallow(false);
}

/** @param {string} file takes what is left of its disk */
function fill(file) {
  const block = Buffer.alloc(4 * 1024 * 1024);
  for (const size of [block.length, 4_096])
    try {
      for (;;) writeFileSync(file, block.subarray(0, size), { flag: 'a' });
    } catch {
      // Full, or as good as.
    }
}

/**
 * The time that 95 of 100 answers take at most.
 * @param {import('./load.mjs').Load} load
 * @param {number} ms
 */
async function latencyOver(load, ms) {
  const from = load.met.latencies.length;
  await sleep(ms);
  const seen = load.met.latencies.slice(from).sort((a, b) => a - b);
  return seen[Math.floor(seen.length * 0.95)] ?? 0;
}

/**
 * @param {number} port
 * @param {number} how 0: heads that never end; 1: bodies that never end; 2: answers that nobody reads
 * @returns {() => void} ends it
 */
function dawdle(port, how) {
  const body = JSON.stringify({ query: '{ __typename }' });
  const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n`;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  if (how === 2) socket.pause();
  socket.write(how === 0 ? head : `${head}content-length: ${body.length}\r\n\r\n`);
  if (how === 2) socket.write(`${body}GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`.repeat(1));
  let sent = 0;
  const timer = setInterval(() => {
    if (how === 0) socket.write(`x-slow-${(sent += 1)}: 1\r\n`);
    if (how === 1 && sent < body.length - 1) socket.write(body.charAt(sent++));
  }, 1_000);
  return () => {
    clearInterval(timer);
    socket.destroy();
  };
}

/**
 * Ends somebody's session by age, and looks whether the process with the late clock lets them in.
 * @param {Ground} ground
 * @param {import('./load.mjs').Load} load
 */
async function isAliveAgain(ground, load) {
  const { Person } = await import('./client.mjs');
  const person = new Person(`http://127.0.0.1:${portOf(ground)}`, nth(ground.signIns, 0), load.met);
  await person.arrive();
  await ground.query(
    `UPDATE session SET last_seen_at = now() - interval '8 hours 30 minutes', created_at = now() - interval '9 hours'
     WHERE token_hash = $1`,
    [person.tokenHash],
  );
  return person.say('{ viewer { name } }', {}, null).then(
    (data) => data.viewer !== null,
    () => false,
  );
}
