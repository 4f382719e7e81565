import { type ChildProcess, spawn } from 'node:child_process';
import { NoticeSetting, noticesEntities, notify } from '@banso/notices';
import { directoryEntities } from '@banso/directory';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { MailCatcher } from '../../../../test/mail-catcher.js';
import { clerk, hub, KURE, MIHARA } from '../../../../test/people.js';
import { ended } from '../../test/planning-workers.js';
import { type QueueSettings, queueSettings, until } from '../../test/workbench.js';

/** Mail does not pass through the queue: beside the other backend a quarter is enough. */
const [NOTICES, KILLS] = process.env['BANSO_TEST_QUEUE'] === 'redis' ? [250, 5] : [1_000, 20];

let database: FreshDatabase;
let catcher: MailCatcher;
let settings: QueueSettings;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...noticesEntities]);
  catcher = await MailCatcher.open();
  settings = queueSettings(database.url);
}, 60_000);
afterAll(async () => {
  await catcher.close();
  await database.drop();
});

async function start(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      ...settings,
      BANSO_SMTP_URL: catcher.url,
      BANSO_MAIL_FROM: 'banso@pref.example.lg.jp',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}: is it built?`)));
  });
  return worker;
}

const count = async (sql: string): Promise<number> => {
  const [row]: { n: number }[] = await database.dataSource.query(`SELECT count(*)::int AS n FROM ${sql}`);
  return row?.n ?? 0;
};

describe(`${NOTICES} notices while the worker is killed ${KILLS} times`, () => {
  it('reach the mail server once each', async () => {
    const staff = await hub(database.db);
    for (const [municipalityId, address] of [
      [KURE, 'kure@example.lg.jp'],
      [MIHARA, 'mihara@example.lg.jp'],
    ] as const) {
      const { accountId } = await clerk(database.db, municipalityId);
      const setting = NoticeSetting.unchosen(accountId);
      await database.dataSource.manager.save(
        NoticeSetting,
        Object.assign(setting, { address, confirmedAt: new Date() }),
      );
    }
    const tell = (from: number, to: number) =>
      database.db.write(staff, async (tx) => {
        for (let i = from; i < to; i++)
          await notify(
            tx,
            { actor: staff, at: new Date() },
            {
              kind: 'VISIT_MOVED',
              about: { type: 'VISIT', id: `${i}` },
              to: { municipalityId: i % 2 === 0 ? KURE : MIHARA },
              facts: { number: `R8-${String(i).padStart(4, '0')}`, place: '呉市' },
              key: `${i}`,
            },
          );
      });
    const began = performance.now();
    // Some work side by side, so that nobody waits for a new process; whoever is killed has work in hand.
    const workers = [start(), start(), start()];
    await Promise.all(workers);
    for (let kill = 0; kill < KILLS; kill++) {
      const told = (kill * NOTICES) / KILLS;
      await tell(told, told + NOTICES / KILLS);
      // What a killed worker had leased comes later: some of the others' is enough to be in the middle.
      const mark = catcher.caught.length + Math.floor((Math.random() * NOTICES) / KILLS / 2);
      await until('some mail', () => Promise.resolve(catcher.caught.length >= mark));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      const worker = await workers.shift();
      if (worker) await ended(worker, 'SIGKILL');
      workers.push(start());
    }
    await until('every mail sent', async () => (await count(`mail WHERE status = 'SENT'`)) === NOTICES, 120);
    for (const worker of await Promise.all(workers)) await ended(worker, 'SIGTERM');
    const seconds = (performance.now() - began) / 1000;

    // Every one that was caught, and none taken out because it looked like another.
    const numbers = (await catcher.read()).map(({ subject }) => /R8-\d{4}/.exec(subject ?? '')?.[0]);
    expect(numbers).toHaveLength(NOTICES);
    expect(new Set(numbers).size).toBe(NOTICES);
    expect(await count('inbox_item')).toBe(NOTICES);
    expect(await count('mail')).toBe(NOTICES);
    expect(await count('mail WHERE doubts > 0')).toBe(0);
    process.stdout.write(`${NOTICES} notices, ${KILLS} workers killed, ${seconds.toFixed(1)} s\n`);
  }, 240_000);
});
