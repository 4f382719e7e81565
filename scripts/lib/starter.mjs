/** The whole of npm start, in the order a person sees it. */
import { ensureBuilt } from './build.mjs';
import { DatabaseService } from './database-service.mjs';
import { errorCode } from './errors.mjs';
import { asProblem, diskFull } from './fs-problems.mjs';
import { ensureInstalled } from './install.mjs';
import { openLog } from './logs.mjs';
import { Problem, explain, say, sayPlain, seconds } from './messages.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { classify, postgresProblem } from './postgres-problems.mjs';
import { run } from './processes.mjs';
import { Service } from './service.mjs';
import { readSettings, requireFreePort, requireReachable } from './settings.mjs';
import { Shutdown } from './shutdown.mjs';
import { readSignIns, signInTable } from './sign-ins.mjs';
import { takeStartLock } from './start-lock.mjs';

/** Milliseconds for a killed predecessor's programs to notice and close their port. */
const PREDECESSOR_GRACE = 12_000;
const SIGN_INS = inData('demo-sign-ins.json');

/** @type {[ja: string, en: string, time: string][]} */
const phases = [];

/**
 * @template T
 * @param {string} ja
 * @param {string} en
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function phase(ja, en, work) {
  const begun = Date.now();
  const result = await work();
  phases.push([ja, en, seconds(Date.now() - begun)]);
  return result;
}

export async function start() {
  const shutdown = new Shutdown();
  try {
    await bringUp(shutdown);
  } catch (error) {
    if (shutdown.begun) return;
    explain(asProblem(error));
    await shutdown.run(1);
  }
}

/** @param {Shutdown} shutdown */
async function bringUp(shutdown) {
  const settings = readSettings(process.env);
  const lock = await takeStartLock(settings.address);
  shutdown.add(async () => lock.release());
  await requireFreePort(settings, { grace: lock.takenOver ? PREDECESSOR_GRACE : 0 });
  await requireReachable(settings.databaseUrl, 'DATABASE_URL');
  await requireReachable(settings.redisUrl, 'REDIS_URL');

  await phase('取り込み', 'install', ensureInstalled);
  await phase('ビルド', 'build', () => ensureBuilt());
  const databaseUrl =
    settings.databaseUrl ?? (await phase('データベース', 'database', () => embeddedDatabase(shutdown)));

  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    BANSO_DEMO: settings.demo,
  };
  if (!settings.redisUrl) delete env.REDIS_URL;
  await phase('準備', 'setup', () => setUp(env));
  await phase('起動', 'launch', () => launch(env, settings, shutdown));

  announce(settings);
}

/**
 * @param {Shutdown} shutdown
 * @returns {Promise<string>}
 */
async function embeddedDatabase(shutdown) {
  const { ensureDatabase } = await import('./databases.mjs');
  const database = new DatabaseService({ dataDir: inData('postgres'), log: openLog('postgres') });
  shutdown.add(() => database.stop());
  return ensureDatabase(await database.start(), 'banso').catch(refuse);
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function refuse(error) {
  if (errorCode(error) !== '28P01') {
    const text = error instanceof Error ? error.message : '';
    throw classify(text) === 'other' ? error : postgresProblem(text, { dataDir: inData('postgres') });
  }
  throw new Problem(
    'データベースのパスワードが .data/postgres-password と合いません。このファイルを消してもう一度起動すると、新しいパスワードが設定されます (データは残ります): rm .data/postgres-password',
    'The database password differs from .data/postgres-password. Delete that file and start again; a new one is set and the data is kept: rm .data/postgres-password',
  );
}

/** @param {NodeJS.ProcessEnv} env */
async function setUp(env) {
  const { code, output } = await run(process.execPath, [inRoot('dist/apps/worker/src/setup.js')], {
    cwd: root,
    env,
    onLine: (line) => /^\s+at |^\s*$/.test(line) || sayPlain(line),
  });
  if (code === 0) return;
  if (/ENOSPC|No space left on device|could not extend file/i.test(output)) throw diskFull();
  const where = process.env.DATABASE_URL
    ? [
        'DATABASE_URL の宛先、ユーザー、権限を確かめてください。',
        'Check address, user and rights of DATABASE_URL.',
      ]
    : ['データベースの記録: .data/logs/postgres.log', 'The log of the database: .data/logs/postgres.log'];
  throw new Problem(
    `データベースの準備に失敗しました (上の行を見てください)。${where[0]}`,
    `Preparing the database failed (see the lines above). ${where[1]}`,
    { details: [`exit code ${code}`] },
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./settings.mjs').Settings} settings
 * @param {Shutdown} shutdown
 */
async function launch(env, settings, shutdown) {
  const services = ['api', 'worker'].map(
    (name, place) =>
      new Service({
        name,
        file: inRoot('dist/apps', name, 'src/main.js'),
        log: openLog(name),
        env: withOwnPort(env, place),
      }),
  );
  shutdown.add(async () => void (await Promise.all(services.map((service) => service.stop()))));
  shutdown.onImpatience(() => services.forEach((service) => service.kill()));
  await Promise.all(services.map((service) => service.start()));
  const response = await fetch(`${settings.address}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  );
  if (response?.status !== 200) {
    throw new Problem(
      `${settings.address}/healthz が応答しません。記録: .data/logs/api.log`,
      `${settings.address}/healthz does not answer. Log: .data/logs/api.log`,
    );
  }
}

/**
 * Two processes on one machine: each has a page of metrics of its own, on neighbouring ports.
 * @param {NodeJS.ProcessEnv} env
 * @param {number} place
 */
function withOwnPort(env, place) {
  const port = Number(env.BANSO_METRICS_PORT);
  return port > 0 ? { ...env, BANSO_METRICS_PORT: String(port + place) } : env;
}

/** @param {import('./settings.mjs').Settings} settings */
function announce({ address, demo }) {
  say(
    `時間: ${phases.map(([ja, , time]) => `${ja} ${time}`).join('、')}`,
    `Time: ${phases.map(([, en, time]) => `${en} ${time}`).join(', ')}`,
  );
  sayPlain('');
  say(`✓ 伴走 (Banso) が動いています: ${address}`, `Banso is running: ${address}`);
  const signIns = demo === 'off' ? [] : readSignIns(SIGN_INS);
  if (signIns.length > 0) {
    sayPlain('');
    say('デモ用のログイン (登場する人物はすべて架空です)', 'Demo sign-ins (all people are fictitious)');
    signInTable(signIns).forEach(sayPlain);
  }
  sayPlain('');
  say('止めるには Ctrl-C。記録は .data/logs/ にあります。', 'Ctrl-C stops it. Logs are in .data/logs/.');
}
