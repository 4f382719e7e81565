import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../../test/browser/system.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { temporaryFolder } from '../../../../test/folder.js';
import { loginUrlOf, urlOf, withMaintenance } from '../../../../test/template.js';
import { gatherFacts } from './gather.js';
import { askRedis } from './reach.js';

let database: FreshDatabase;
const folder = temporaryFolder();
let settings: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase([]);
  settings = {
    DATABASE_URL: loginUrlOf(database.url),
    PORT: String(await freePort()),
    BANSO_RUN_DIR: folder,
    BANSO_BACKUPS: join(folder, 'backups'),
  };
}, 60_000);
afterAll(() => database.drop());

describe('what the doctor finds', () => {
  it('of a database that is set up, as the login that owns nothing', async () => {
    await database.dataSource.query(`
      INSERT INTO outbox (job, payload, run_after) VALUES ('test.late', '{}', now() - interval '90 seconds');
      INSERT INTO outbox (job, payload, failures, dead_at) VALUES ('test.dead', '{}', 10, now());
      INSERT INTO schedule (name, job, every_seconds, next_run_at) VALUES ('late', 'x', 60, now() - interval '1 hour');
      INSERT INTO worker_sighting (id, version, started_at, seen_at, hands, busy) VALUES (gen_random_uuid(), '1', now(), now(), 16, 0)`);
    const facts = await gatherFacts(settings);
    expect(facts).toMatchObject({
      settings: null,
      inEarnest: true,
      mail: null,
      redis: null,
      secretKey: 'none',
    });
    expect(facts.port.state).toBe('free');
    expect(facts.folders).toMatchObject([
      { use: 'run', writable: true, freeMb: expect.any(Number) },
      { use: 'files', writable: true },
    ]);
    expect(facts.database).toMatchObject({
      away: null,
      encoding: 'UTF8',
      knowsLetters: true,
      extension: true,
      user: { superuser: false, owner: false, mayAct: true },
      pending: 0,
      dead: 1,
      lateSchedules: ['late'],
      workers: 1,
    });
    expect(facts.database?.version).toBeGreaterThan(140_000);
    expect(facts.database?.lagSeconds).toBeGreaterThanOrEqual(90);
    expect(Math.abs(facts.database?.skew ?? 99)).toBeLessThan(5);
    const asOwner = await gatherFacts({ ...settings, DATABASE_URL: database.url });
    expect(asOwner.database?.user).toMatchObject({ superuser: true, owner: true });
  });

  it('of a server that is away, of an empty database, and of none', async () => {
    const away = await gatherFacts({
      ...settings,
      DATABASE_URL: `postgres://x:y@127.0.0.1:${await freePort()}/z`,
    });
    expect(away.database?.away).toBe('ECONNREFUSED');
    const name = `t_${randomBytes(6).toString('hex')}`;
    const url = await withMaintenance(async (client, maintenance) => {
      await client.query(`CREATE DATABASE ${name}`);
      return urlOf(name, maintenance);
    });
    expect((await gatherFacts({ ...settings, DATABASE_URL: url })).database).toMatchObject({
      away: null,
      extension: false,
      pending: 1,
    });
    await withMaintenance((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    expect((await gatherFacts({ ...settings, DATABASE_URL: '' })).database).toBeNull();
  });

  it('of settings that are wrong, a port that is taken, an open key and old backups', async () => {
    expect((await gatherFacts({ ...settings, BANSO_PLANNING_MINUTES: 'soon' })).settings).toContain(
      'BANSO_PLANNING_MINUTES',
    );
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    other.on('connection', (socket) => socket.destroy());
    writeFileSync(join(folder, 'secret-key'), 'x');
    chmodSync(join(folder, 'secret-key'), 0o644);
    mkdirSync(join(folder, 'backups'));
    const file = join(folder, 'backups', 'old.banso');
    writeFileSync(file, '');
    const then = new Date(Date.now() - 30 * 3_600_000);
    utimesSync(file, then, then);
    const facts = await gatherFacts({
      ...settings,
      PORT: String(port),
      BANSO_SMTP_URL: `smtp://127.0.0.1:${port}`,
      BANSO_MAIL_FROM: 'a@b.example',
    });
    await new Promise((resolve) => other.close(resolve));
    expect(facts).toMatchObject({
      port: { state: 'taken' },
      secretKey: 'open-file',
      mail: { reachable: true },
    });
    expect(facts.backups?.newestHours).toBeCloseTo(30, 1);
  });

  it('of a Redis that forgets, refuses or is not there', async () => {
    const answering = async (answer: string) => {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => socket.write(answer));
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      const facts = await askRedis(`redis://:secret@127.0.0.1:${port}`);
      server.close();
      return facts;
    };
    const info = '# Server\r\nredis_version:8.0.1\r\nmaxmemory_policy:allkeys-lru\r\naof_enabled:1\r\n';
    expect(await answering(`+OK\r\n$${info.length}\r\n${info}\r\n+PONG\r\n`)).toEqual({
      away: null,
      version: '8.0.1',
      policy: 'allkeys-lru',
      persistent: true,
    });
    expect(await answering('-WRONGPASS no\r\n')).toMatchObject({ away: 'WRONGPASS' });
    expect(await askRedis(`redis://127.0.0.1:${await freePort()}`)).toMatchObject({ away: 'ECONNREFUSED' });
  });
});
