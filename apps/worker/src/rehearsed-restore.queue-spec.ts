import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { NoticeSetting, noticesEntities, notify } from '@banso/notices';
import { directoryEntities } from '@banso/directory';
import { checkAudit, createDataSource, Db, restoreBackup, writeBackup } from '@banso/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { temporaryFolder } from '../../../test/folder.js';
import { MailCatcher } from '../../../test/mail-catcher.js';
import { clerk, hub, KURE } from '../../../test/people.js';
import { urlOf, withMaintenance } from '../../../test/template.js';
import { ended } from '../test/planning-workers.js';
import { queueSettings, until } from '../test/workbench.js';

const NAME = `t_${randomBytes(6).toString('hex')}`;
const SENT = 15;
const WAITING = 15;

let database: FreshDatabase;
let catcher: MailCatcher;
let url: string;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...noticesEntities]);
  catcher = await MailCatcher.open();
  url = await withMaintenance(async (client, maintenance) => {
    await client.query(`CREATE DATABASE ${NAME}`);
    return urlOf(NAME, maintenance);
  });
}, 60_000);
afterAll(async () => {
  await catcher.close();
  await database.drop();
  await withMaintenance((client) => client.query(`DROP DATABASE ${NAME} WITH (FORCE)`));
});

async function start(databaseUrl: string): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      ...queueSettings(databaseUrl),
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

describe('a restore in earnest', () => {
  it('takes up the work where the backup left it, and sends nothing twice that was sent before it', async () => {
    const staff = await hub(database.db);
    const { accountId } = await clerk(database.db, KURE);
    await database.dataSource.manager.save(
      NoticeSetting,
      Object.assign(NoticeSetting.unchosen(accountId), {
        address: 'kure@example.lg.jp',
        confirmedAt: new Date(),
      }),
    );
    const tell = (from: number, to: number) =>
      database.db.write(staff, async (tx) => {
        for (let i = from; i < to; i++)
          await notify(
            tx,
            { actor: staff, at: new Date() },
            {
              kind: 'VISIT_MOVED',
              about: { type: 'VISIT', id: `${i}` },
              to: { municipalityId: KURE },
              facts: { number: `R8-${String(i).padStart(4, '0')}`, place: '呉市' },
              key: `${i}`,
            },
          );
      });
    const countIn = async (source: FreshDatabase['dataSource'], what: string): Promise<number> => {
      const [row]: { n: number }[] = await source.query(`SELECT count(*)::int AS n FROM ${what}`);
      return row?.n ?? 0;
    };

    const before = await start(database.url);
    await tell(0, SENT);
    await until('the first mails', () => Promise.resolve(catcher.caught.length === SENT));
    await until(
      'their marks',
      async () => (await countIn(database.dataSource, `mail WHERE status = 'SENT'`)) === SENT,
    );
    // Killed in the middle: what it had leased stays leased.
    await ended(before, 'SIGKILL');
    await tell(SENT, SENT + WAITING);
    await database.dataSource.query(
      `UPDATE outbox SET lease_until = now() + interval '1 hour', running_until = now() + interval '1 hour', sends = sends + 1
       WHERE done_at IS NULL`,
    );
    const file = join(temporaryFolder(), 'rehearsal.banso');
    await writeBackup({ url: database.url, file, store: null });
    // What comes later is in no backup.
    await tell(900, 905);

    const { audit, manifest } = await restoreBackup({ url, file, store: null });
    expect(audit.broken).toEqual([]);
    expect(audit.heads).toEqual(manifest.auditHeads);
    const dataSource = createDataSource({ url, pool: 4, entities: [], onPoolError: () => {} });
    const db = new Db(await dataSource.initialize());
    try {
      expect(await countIn(dataSource, 'outbox WHERE done_at IS NULL')).toBeGreaterThanOrEqual(WAITING);
      const after = await start(url);
      await until(
        'every mail of the backup',
        async () => (await countIn(dataSource, `mail WHERE status = 'SENT'`)) === SENT + WAITING,
        60,
      );
      await until(
        'an empty outbox',
        async () =>
          (await countIn(
            dataSource,
            `outbox WHERE done_at IS NULL AND run_after < now() - interval '1 second'`,
          )) === 0,
        60,
      );
      await ended(after, 'SIGTERM');
      const numbers = (await catcher.read()).map(({ subject }) => /R8-\d{4}/.exec(subject ?? '')?.[0]);
      expect(numbers).toHaveLength(SENT + WAITING);
      expect(new Set(numbers).size).toBe(SENT + WAITING);
      expect(await countIn(dataSource, 'mail WHERE doubts > 0')).toBe(0);
      expect(await countIn(dataSource, 'outbox WHERE dead_at IS NOT NULL')).toBe(0);
      expect((await checkAudit(db)).broken).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  }, 240_000);
});
