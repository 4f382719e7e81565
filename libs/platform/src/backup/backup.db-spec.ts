import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '@banso/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { temporaryFolder } from '../../../../test/folder.js';
import { loginUrlOf, urlOf, withMaintenance } from '../../../../test/template.js';
import { LocalFileStore } from '../attachments/local-store.js';
import { sealEntries } from '../audit/audit-chain.js';
import { createDataSource, migrate } from '../data-source.js';
import { Db } from '../db.js';
import { sha256 } from './manifest.js';
import { restoreBackup } from './restore.js';
import { writeBackup } from './write-backup.js';

const folder = temporaryFolder();
const made: string[] = [];
let source: FreshDatabase;
let files: string;
let file: string;

const statement = async <T extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
};

async function emptyDatabase(owner?: string): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  made.push(name);
  return withMaintenance(async (client, url) => {
    await client.query(`CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ''}`);
    return urlOf(name, url);
  });
}

/** Row for row, whatever the order. */
async function digests(url: string): Promise<Record<string, string>> {
  const tables = await statement<{ name: string }>(
    url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM public."${name}" t`,
  );
  const rows = await statement<{ name: string; sum: string }>(url, sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

const refused = (en: RegExp) => ({
  name: 'BackupFault',
  en: expect.stringMatching(en),
  ja: expect.stringMatching(/[ぁ-ん]/),
});

beforeAll(async () => {
  source = await freshDatabase([]);
  files = join(folder, 'files');
  const { db } = source;
  const key = randomUUID();
  const content = Buffer.from('two boats\tand a "line"\nof 写真\0');
  mkdirSync(join(folder, 'spool'));
  writeFileSync(join(folder, 'spool', key), content);
  await new LocalFileStore(files).put(key, {
    path: join(folder, 'spool', key),
    bytes: content.length,
    sha256: sha256(content),
  });
  await db.write(systemActor('34'), async (tx) => {
    const attachment = (storedAs: string, digest: string) =>
      tx.query(
        `INSERT INTO attachment (id, prefecture_id, owner_type, owner_id, name, kind, bytes, sha256, stored_as, scan, added_by_name, added_role, added_at)
         VALUES ($1, '34', 'SUPPORT_REQUEST', $1, E'a\\\\b \u20ac.txt', 'TEXT', 3, $3, $2, 'NOT_SCANNED', 'x', 'HUB_STAFF', now())`,
        [randomUUID(), storedAs, digest],
      );
    await attachment(key, sha256(content));
    await attachment(randomUUID(), sha256('gone'));
    for (let i = 0; i < 3_000; i++)
      await tx.query(
        `INSERT INTO outbox (prefecture_id, job, payload, lease_until, sends) VALUES ('34', 'test.n', $1, now() + interval '1 hour', 1)`,
        [JSON.stringify({ i, words: `line\n\\N ${i}\ttab` })],
      );
  });
  await db.system(null, (tx) => sealEntries(tx));
  file = join(folder, 'a.banso');
}, 120_000);
afterEach(async () => {
  for (const name of made.splice(0))
    await withMaintenance((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
});
afterAll(() => source.drop());

describe('a backup', () => {
  it('is one moment, while others write, and comes back row for row', async () => {
    const before = await digests(source.url);
    const writing = (async () => {
      for (let i = 0; i < 40; i++)
        await source.dataSource.query(`INSERT INTO outbox (job, payload) VALUES ('test.later', '{}')`);
    })();
    const backup = await writeBackup({ url: source.url, file, store: new LocalFileStore(files) });
    await writing;
    expect(backup.files).toHaveLength(1);
    expect(backup.filesMissing).toHaveLength(1);
    expect(backup.tables.find(({ name }) => name === 'municipality')?.rows).toBeGreaterThan(1_700);
    // The usual tools read it.
    const members = execFileSync('tar', ['tf', file], { encoding: 'utf8' }).split('\n');
    expect(members).toEqual(expect.arrayContaining(['manifest.json', 'tables/outbox.copy.gz']));

    const url = await emptyDatabase();
    const elsewhere = join(folder, 'elsewhere');
    const done = await restoreBackup({ url, file, store: new LocalFileStore(elsewhere) });
    expect(done).toMatchObject({ upgraded: [], filesWritten: 1, audit: { broken: [] } });
    expect(done.audit.sealed).toBeGreaterThan(0);
    const after = await digests(url);
    const { outbox: _, ...quiet } = before;
    expect(after).toMatchObject(quiet);
    // Nobody holds anything any more.
    const [open] = await statement<{ n: number; held: number }>(
      url,
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE lease_until > now())::int AS held FROM outbox WHERE job = 'test.n'`,
    );
    expect(open).toEqual({ n: 3_000, held: 0 });
    const key = backup.files?.[0]?.key ?? '';
    expect(sha256(readFileSync(join(elsewhere, 'objects', key.slice(0, 2), key)))).toBe(
      backup.files?.[0]?.sha256,
    );

    // It is a database to work with: walls, log, numbers that go on.
    const [rls] = await statement<{ n: number }>(
      url,
      `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
    );
    expect(rls?.n).toBeGreaterThan(90);
    const dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {} });
    const db = new Db(await dataSource.initialize());
    await db.write(systemActor('34'), (tx) =>
      tx.query(`UPDATE attachment SET scan = 'CLEAN', scanned_at = now()`),
    );
    const logged = await dataSource.query<object[]>(
      `SELECT 1 FROM audit_entry WHERE table_name = 'attachment' AND kind = 'UPDATE'`,
    );
    expect(logged).toHaveLength(2);
    await dataSource.destroy();
  }, 180_000);

  it('goes nowhere but into an empty database, unless that may go', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await statement(url, `INSERT INTO outbox (job, payload) VALUES ('test.old', '{}')`);
    await expect(restoreBackup({ url, file, store: null })).rejects.toMatchObject(refused(/--replace/));
    expect(await statement(url, `SELECT job FROM outbox`)).toEqual([{ job: 'test.old' }]);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await expect(restoreBackup({ url, file, store: null, replace: true })).rejects.toMatchObject(
      refused(/Stop the API/),
    );
    await other.end();
    await restoreBackup({ url, file, store: null, replace: true });
    expect(await statement(url, `SELECT 1 FROM outbox WHERE job = 'test.old'`)).toEqual([]);
  }, 180_000);

  it('that was cut, changed in a byte or made by a newer version changes nothing', async () => {
    const whole = readFileSync(file);
    const url = await emptyDatabase();
    const broken = async (bytes: Buffer, en: RegExp): Promise<void> => {
      const path = join(folder, `${randomUUID()}.banso`);
      writeFileSync(path, bytes);
      await expect(restoreBackup({ url, file: path, store: null })).rejects.toMatchObject(refused(en));
      expect(await statement(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    };
    await broken(whole.subarray(0, whole.length - 5_000), /damaged/);
    await broken(Buffer.from('no archive'), /damaged/);
    for (const at of [0.2, 0.5, 0.8]) {
      const changed = Buffer.from(whole);
      const place = Math.floor(whole.length * at);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await broken(changed, /damaged/);
    }
    await expect(restoreBackup({ url, file: join(folder, 'none'), store: null })).rejects.toMatchObject(
      refused(/Cannot read/),
    );
    // A change of the schema that this software does not know.
    await statement(
      source.url,
      `INSERT INTO migration (timestamp, name) VALUES (2767232800000, 'Newer2767232800000')`,
    );
    const newer = join(folder, 'newer.banso');
    await writeBackup({ url: source.url, file: newer, store: null });
    await statement(source.url, `DELETE FROM migration WHERE name = 'Newer2767232800000'`);
    await expect(restoreBackup({ url, file: newer, store: null })).rejects.toMatchObject(
      refused(/newer version/),
    );
  }, 180_000);

  it('of an older version is brought up to date', async () => {
    const old = await emptyDatabase();
    const { SCHEMA_CHANGES, tablesAsOf } = await import('../data-source.js');
    await tablesAsOf(old, SCHEMA_CHANGES.slice(0, -1));
    await statement(old, `INSERT INTO outbox (job, payload) VALUES ('test.old', '{}')`);
    const older = join(folder, 'older.banso');
    await writeBackup({ url: old, file: older, store: null });
    const url = await emptyDatabase();
    const { upgraded } = await restoreBackup({ url, file: older, store: null });
    expect(upgraded).toEqual([SCHEMA_CHANGES.at(-1)]);
    expect(await statement(url, `SELECT job, request_id FROM outbox`)).toEqual([
      { job: 'test.old', request_id: null },
    ]);
  }, 180_000);

  it('is made and put back by an owner who is no superuser, and by nobody who owns nothing', async () => {
    await expect(
      writeBackup({ url: loginUrlOf(source.url), file: join(folder, 'x'), store: null }),
    ).rejects.toMatchObject(refused(/does not own/));
    const owner = `o_${randomBytes(4).toString('hex')}`;
    await withMaintenance(async (client) => {
      await client.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'owner of a test'`);
      for (const role of ['app', 'hub', 'town', 'specialist', 'operator', 'system'])
        await client.query(`GRANT banso_${role} TO ${owner}`);
    });
    const asOwner = (url: string): string => {
      const own = new URL(url);
      own.username = owner;
      own.password = 'owner of a test';
      return own.href;
    };
    const [url, second] = [await emptyDatabase(owner), await emptyDatabase(owner)];
    const first = await restoreBackup({ url: asOwner(url), file, store: null });
    // What row-level security hides from an owner would be missing here.
    const again = join(folder, 'again.banso');
    const backup = await writeBackup({ url: asOwner(url), file: again, store: null });
    const changed = new Set(['outbox', 'session', 'queue_epoch', 'worker_sighting', 'mail', 'audit_entry']);
    for (const { name, sha256: digest } of first.manifest.tables.filter((table) => !changed.has(table.name)))
      expect([name, backup.tables.find((table) => table.name === name)?.sha256]).toEqual([name, digest]);
    await restoreBackup({ url: asOwner(second), file: again, store: null });
    await withMaintenance(async (client) => {
      for (const name of made.splice(0)) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.query(`DROP ROLE ${owner}`);
    });
  }, 240_000);
});
