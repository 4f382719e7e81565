/** npm run bench -- load: the morning burst, an even load and an overload on running API processes. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  databaseOf,
  endServer,
  machine,
  startApi,
  startCountingPostgres,
  trustedDocuments,
} from '../bench-server.mjs';
import { withClient } from '../databases.mjs';
import { sayPlain } from '../messages.mjs';
import { inRoot } from '../paths.mjs';
import { drive, summed, throughput } from './drive.mjs';
import { morning, MORNING, OVERLOAD, STEADY, steady } from './model.mjs';
import { actions, signedIn } from './people.mjs';

const SEED = 20261122;
/** Clients at once and seconds, where throughput is held against a bare handler. */
const FLAT_OUT = { atOnce: 16, seconds: 10 };
/** R15 and R16, in milliseconds; RSS in parts. */
const TARGETS = {
  p50: 50,
  reads: 400,
  writes: 600,
  statements: 50,
  rss: 0.05,
  accepted: 2_000,
  backSeconds: 30,
};
const WRITES = ['request drafted', 'request sent', 'sign-in'];
const STATEMENTS = `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
  WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND r.rolname LIKE 'banso%'
    AND s.query !~ '^(BEGIN|START|COMMIT|ROLLBACK)'`;

/** @param {string[]} args --scale=0.1, --api=1, --seconds=180 and --rate=50 of the even load, --json, --keep */
export async function benchLoad(args) {
  const option = (/** @type {string} */ name, /** @type {number} */ usual) =>
    Number(args.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
  const scale = option('scale', 0.1);
  const processes = option('api', 1);
  const seconds = option('seconds', STEADY.seconds);
  const perSecond = option('rate', STEADY.perSecond);
  const documents = trustedDocuments();
  const server = await startCountingPostgres();
  try {
    const { url, loginUrl, rows } = await databaseOf(server.url, scale);
    const apis = [];
    for (let n = 0; n < processes; n++)
      apis.push(await startApi({ loginUrl, preload: inRoot('scripts/lib/load/watch.mjs') }));
    try {
      const people = await signedIn(url);
      const addresses = apis.map(({ address }) => address);
      const world = { url, apis, act: actions({ addresses, documents, people }) };
      await drive(steady({ seed: 1, perSecond: 10, seconds: 10 }), world.act);
      const result = {
        inputs: {
          machine: machine(),
          scale,
          requests: rows.support_request,
          visits: rows.visit,
          processes,
          pool: 10,
          morning: MORNING,
          steady: { ...STEADY, seconds, perSecond },
          overload: OVERLOAD,
          seed: SEED,
        },
        morning: await phase(world, morning(SEED)),
        steady: await phase(world, steady({ seed: SEED, perSecond, seconds })),
        overload: await overloaded(world, perSecond),
        flatOut: await flatOut(loginUrl, url, { addresses, documents, people }),
        loadAfter: machine().load,
      };
      if (args.includes('--json'))
        sayPlain(JSON.stringify(result, (key, value) => (key === 'done' ? undefined : value), 1));
      else print(result);
    } finally {
      await Promise.all(apis.map((api) => api.stop()));
    }
  } finally {
    await endServer(server, args.includes('--keep'));
  }
  return 0;
}

/** @typedef {{ url: string, apis: Awaited<ReturnType<typeof startApi>>[], act: ReturnType<typeof actions> }} World */

/** @param {World} world @param {import('./model.mjs').Arrival[]} arrivals */
async function phase({ url, apis, act }, arrivals) {
  await watched(apis);
  const before = await withClient(url, async (client) => {
    await client.query(
      'SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()',
    );
    return machine().load;
  });
  const rssBefore = (await watched(apis)).map(({ rssMb }) => rssMb);
  const begun = performance.now();
  const done = await drive(arrivals, act);
  const took = (performance.now() - begun) / 1000;
  const { rows } = await withClient(url, (client) => client.query(STATEMENTS));
  const seen = await watched(apis);
  return {
    arrivals: arrivals.length,
    operations: summed(done),
    perSecond: done.length / took,
    failed: done.filter(({ ok }) => !ok).length,
    statementsPerOperation: rows[0].calls / done.length,
    rss: seen.map(({ rssMb }, n) => ({
      beforeMb: rssBefore[n] ?? 0,
      afterMb: rssMb,
      growth: rssMb / (rssBefore[n] ?? rssMb) - 1,
    })),
    lag: seen.map(({ lagP99Ms, lagMaxMs }) => ({ lagP99Ms, lagMaxMs })),
    load: { before, after: machine().load },
    done,
  };
}

/** @param {World['apis']} apis @returns {Promise<{ rssMb: number, lagP99Ms: number, lagMaxMs: number }[]>} */
async function watched(apis) {
  for (const api of apis) api.tell('watch');
  await sleep(300);
  return apis.map(({ seen: { rssMb = 0, lagP99Ms = 0, lagMaxMs = 0 } }) => ({ rssMb, lagP99Ms, lagMaxMs }));
}

/** @param {World} world @param {number} perSecond */
async function overloaded(world, perSecond) {
  const { times, seconds, afterSeconds } = OVERLOAD;
  const result = await phase(world, [
    ...steady({ seed: SEED + 1, perSecond: perSecond * times, seconds }),
    ...steady({ seed: SEED + 2, perSecond, seconds: afterSeconds, from: seconds * 1000 }),
  ]);
  const during = result.done.filter(({ at }) => at < seconds * 1000);
  const accepted = during
    .filter(({ ok }) => ok)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  /** @type {Record<string, number>} */
  const refused = {};
  for (const { code } of during.filter(({ ok }) => !ok)) refused[code] = (refused[code] ?? 0) + 1;
  // Normal again: the first second after which no whole five have a refusal or a slow answer.
  let back = 0;
  for (let second = 0; second < afterSeconds; second++) {
    const of = result.done.filter(({ at }) => Math.floor(at / 1000) === seconds + second);
    const slow = of.filter(({ ok, ms }) => !ok || ms > TARGETS.writes).length;
    if (slow > of.length * 0.05) back = second + 1;
  }
  return {
    ...result,
    asked: during.length,
    accepted: accepted.length,
    acceptedP50: accepted[Math.floor(accepted.length * 0.5)] ?? 0,
    acceptedP99: accepted[Math.floor(accepted.length * 0.99)] ?? 0,
    refused,
    backAfterSeconds: back,
  };
}

/** @param {string} loginUrl @param {string} url @param {Parameters<typeof actions>[0]} world */
async function flatOut(loginUrl, url, { addresses, documents, people }) {
  // Without a rule of any kind, so as the owner of the tables.
  const child = spawn(process.execPath, [inRoot('scripts/lib/load/bare.mjs')], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise((resolve) =>
    child.once('message', (/** @type {any} */ message) => resolve(message.port)),
  );
  const town = (/** @type {number} */ n) => people.towns[n % people.towns.length];
  const bare = await throughput(async (n) => {
    const response = await fetch(`http://127.0.0.1:${port}/?town=${town(n)?.town}`);
    await response.text();
    return response.ok;
  }, FLAT_OUT);
  child.disconnect();
  const body = { documentId: documents.get('RequestList')?.id, variables: { first: 20 } };
  const api = await throughput(async (n) => {
    const response = await fetch(`${addresses[n % addresses.length]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: town(n)?.cookie ?? '' },
      body: JSON.stringify(body),
    });
    await response.text();
    return response.ok;
  }, FLAT_OUT);
  return { ...FLAT_OUT, barePerSecond: bare, apiPerSecond: api, part: api / bare };
}

/** @param {any} result */
function print({ inputs, morning: burst, steady: even, overload, flatOut: flat, loadAfter }) {
  const ms = (/** @type {number} */ value) => value.toFixed(0).padStart(8);
  const table = (/** @type {string} */ title, /** @type {any} */ part) => {
    sayPlain(
      `\n${title}: ${part.arrivals} arrivals, ${part.perSecond.toFixed(1)} operations/s, ${part.failed} failed, ${part.statementsPerOperation.toFixed(1)} SQL statements each; load ${part.load.before[0]} → ${part.load.after[0]}`,
    );
    sayPlain(`${'operation'.padEnd(22)}   count  p50 ms  p95 ms  p99 ms  max ms  failed`);
    for (const one of part.operations)
      sayPlain(
        `${one.name.padEnd(22)}${String(one.count).padStart(8)}${ms(one.p50)}${ms(one.p95)}${ms(one.p99)}${ms(one.max)}  ${Object.entries(
          one.failed,
        )
          .map(([code, count]) => `${code}: ${count}`)
          .join(', ')}`,
      );
    part.rss.forEach((/** @type {any} */ { beforeMb, afterMb, growth }, /** @type {number} */ n) =>
      sayPlain(
        `process ${n + 1}: memory ${beforeMb.toFixed(0)} → ${afterMb.toFixed(0)} MB (${(growth * 100).toFixed(1)} %), event loop held up p99 ${part.lag[n].lagP99Ms.toFixed(0)} ms, most ${part.lag[n].lagMaxMs.toFixed(0)} ms`,
      ),
    );
  };
  sayPlain(`inputs: ${JSON.stringify(inputs)}`);
  table('morning burst', burst);
  table('even load (R15)', even);
  const worst = (/** @type {boolean} */ writes) =>
    Math.max(
      0,
      ...even.operations
        .filter((/** @type {any} */ { name }) => WRITES.includes(name) === writes)
        .map((/** @type {any} */ { p99 }) => p99),
    );
  sayPlain(
    `R15: slowest p99 of reads ${worst(false).toFixed(0)} ms (${TARGETS.reads}), of writes ${worst(true).toFixed(0)} ms (${TARGETS.writes}), ${even.failed} failed (0)`,
  );
  table(`overload ×${OVERLOAD.times}, then the even load`, overload);
  sayPlain(
    `R16: of ${overload.asked} asked ${overload.accepted} accepted, their p50 ${overload.acceptedP50.toFixed(0)} and p99 ${overload.acceptedP99.toFixed(0)} ms (${TARGETS.accepted}); refused ${JSON.stringify(overload.refused)}; normal after ${overload.backAfterSeconds} s (${TARGETS.backSeconds})`,
  );
  sayPlain(
    `\nflat out, ${flat.atOnce} at once: a town's list ${flat.apiPerSecond.toFixed(0)}/s, the bare handler ${flat.barePerSecond.toFixed(0)}/s: ×${flat.part.toFixed(3)}; load ${loadAfter[0]}`,
  );
}
