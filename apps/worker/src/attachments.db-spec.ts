import { randomUUID } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Clock, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import {
  type Attachment,
  AttachmentService,
  type Db,
  type FileKeeping,
  type Handling,
  openFileKeeping,
  OutboxExecutor,
  ORPHAN_DAYS,
  sweepAttachments,
} from '@banso/platform';
import { SupportRequestIntakeService, supportAttachmentOwners } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClamdServer, startClamd, VIRUS } from '../../../test/clamd-server.js';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { pdf } from '../../../test/files.js';
import { temporaryFolder } from '../../../test/folder.js';
import { clerk, hub } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';
import { type S3Server, S3_KEYS, startS3 } from '../../../test/s3-server.js';
import { ENTITIES } from './entities.js';
import { handlersOf } from './handlers.js';

const DAY = 86_400_000;

/** Does once what is waiting, as a worker would that has just been sent each of it. */
async function workOff(db: Db, handlings: readonly Handling[]): Promise<void> {
  const failures: string[] = [];
  const executor = new OutboxExecutor(db, handlings, (job, what) => failures.push(`${job}: ${what}`));
  const [open]: [{ id: string }[], number] = await db.system(null, (tx) =>
    tx.query(
      `UPDATE outbox SET sends = 1, running_until = '-infinity' WHERE done_at IS NULL AND dead_at IS NULL RETURNING id`,
    ),
  );
  for (const { id } of open) await executor.execute({ outboxId: id, send: 1 });
  if (failures.length > 0) throw new Error(failures.join('; '));
}

let database: FreshDatabase;
let town: MunicipalityStaff;
let staff: HubStaff;
let s3: S3Server;
let clamd: ClamdServer;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  [town, staff] = [await clerk(database.db), await hub(database.db)];
  [s3, clamd] = [await startS3('banso'), await startClamd()];
}, 60_000);
afterAll(async () => {
  await Promise.all([s3.close(), clamd.close()]);
  await database.drop();
});

const stores = {
  'a folder': () => ({ BANSO_FILES: temporaryFolder() }),
  'a bucket': () => ({
    BANSO_FILES: temporaryFolder(),
    BANSO_S3: { endpoint: s3.endpoint, bucket: 'banso', ...S3_KEYS },
  }),
};

describe.each(Object.keys(stores) as (keyof typeof stores)[])('files in %s', (which) => {
  const clock = new FixedClock(new Date());
  let settings: { BANSO_FILES: string };
  let keeping: FileKeeping;
  let files: AttachmentService;

  beforeEach(async () => {
    settings = stores[which]();
    keeping = openFileKeeping(settings);
    files = serviceOf(keeping);
    s3.objects.clear();
    await database.dataSource.query('DELETE FROM attachment');
    await database.dataSource.query('DELETE FROM outbox');
  });

  const serviceOf = (kept: FileKeeping) =>
    new AttachmentService(database.db, new Clock(), kept, {
      owners: supportAttachmentOwners,
      mostOfPrefecture: 1e9,
    });
  const draft = async () => {
    const { id } = await new SupportRequestIntakeService(database.db, new Clock()).draft(
      town,
      requestInput(),
    );
    return { ownerType: 'SUPPORT_REQUEST', ownerId: id } as const;
  };
  const put = async (
    content: Buffer,
    owner?: Awaited<ReturnType<typeof draft>>,
    by = files,
  ): Promise<Attachment> =>
    by.add(town, owner ?? (await draft()), { name: 'a.pdf', content: Readable.from([content]), key: null });
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { key } of keeping.store.list()) found.push(key);
    return found.sort();
  };
  const sweep = async (kept = keeping) => {
    const at = new FixedClock(clock.now());
    await database.db.system(null, (tx) =>
      tx.query(`INSERT INTO outbox (job, payload) VALUES ($1, '{}')`, [sweepAttachments.name]),
    );
    await workOff(database.db, handlersOf(database.db, at, { files: kept }));
  };

  it('come back as they went in', async () => {
    const content = pdf('x'.repeat(200_000));
    const { id, storedAs } = await put(content);
    expect(await keys()).toEqual([storedAs]);
    expect(await buffer((await files.open(town, id)).content)).toEqual(content);
  });

  it('go with their row: by hand, and by whatever else takes it', async () => {
    const [first, second] = [await put(pdf()), await put(pdf())];
    await files.remove(town, first.id);
    await expect(files.remove(town, first.id)).rejects.toMatchObject({ reason: 'attachment.not-found' });
    await database.db.system('34', (tx) => tx.query('DELETE FROM attachment WHERE id = $1', [second.id]));
    expect(await keys()).toHaveLength(2);
    await workOff(database.db, handlersOf(database.db, clock, { files: keeping }));
    expect(await keys()).toEqual([]);
  });

  it('are swept when no row knows them, after a week; the others stay', async () => {
    const known = await put(pdf());
    const orphan = await orphaned();
    const left = join(settings.BANSO_FILES, 'incoming', 'left.part');
    writeFileSync(left, 'x');
    utimesSync(left, new Date(0), new Date(0));
    await sweep();
    expect(await keys()).toEqual([known.storedAs, orphan].sort());
    expect(readdirSync(join(settings.BANSO_FILES, 'incoming'))).toEqual([]);
    clock.moveTo(new Date(Date.now() + (ORPHAN_DAYS + 1) * DAY));
    await sweep();
    expect(await keys()).toEqual([known.storedAs]);
  });

  /** The connection dies between the object and the row: nobody can say whether the row is there. */
  async function orphaned(): Promise<string> {
    const before = await keys();
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('attachment'), hashtext('34'))`);
    const owner = await draft();
    const adding = put(pdf(), owner).then(
      () => 'kept',
      () => 'failed',
    );
    const waiting = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    for (;;) {
      const [found] = await database.dataSource.query(waiting);
      if (found) {
        await database.dataSource.query('SELECT pg_terminate_backend($1)', [found.pid]);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await adding).toBe('failed');
    await runner.rollbackTransaction();
    await runner.release();
    expect((await files.list(town, owner)).files).toEqual([]);
    const [key] = (await keys()).filter((one) => !before.includes(one));
    return String(key);
  }

  it('are refused, and leave nothing, when the record is not the caller’s or all of it is said again', async () => {
    const owner = await draft();
    await expect(
      files.add(staff, owner, { name: 'a.pdf', content: Readable.from([pdf()]), key: null }),
    ).rejects.toMatchObject({ reason: 'request.not-found' });
    expect(await keys()).toEqual([]);
    const wish = { name: 'a.pdf', key: randomUUID() };
    const [one, two] = [
      await files.add(town, owner, { ...wish, content: Readable.from([pdf()]) }),
      await files.add(town, owner, { ...wish, content: Readable.from([pdf()]) }),
    ];
    expect(two.id).toBe(one.id);
    expect(await keys()).toEqual([one.storedAs]);
  });

  it('are shown to the scanner: what it finds is locked away, and what it has not seen yet waits', async () => {
    const [before, owner] = [await put(pdf('before')), await draft()];
    const scanned = openFileKeeping({
      ...settings,
      BANSO_CLAMD: { host: '127.0.0.1', port: Number(clamd.address.split(':')[1]) },
    });
    const service = serviceOf(scanned);
    const [clean, virus] = [
      await put(pdf('x'.repeat(150_000)), owner, service),
      await put(pdf(VIRUS), owner, service),
    ];
    await expect(service.open(town, clean.id)).rejects.toMatchObject({
      reason: 'attachment.not-scanned-yet',
    });
    const work = () => workOff(database.db, handlersOf(database.db, clock, { files: scanned }));
    clamd.broken = true;
    await expect(work()).rejects.toThrow('attachment.scan');
    clamd.broken = false;
    await work();
    expect((await service.list(town, owner)).files.map(({ scan }) => scan)).toEqual(['CLEAN', 'QUARANTINED']);
    expect(clamd.seen.some((content) => content.equals(pdf('x'.repeat(150_000))))).toBe(true);
    expect(await buffer((await service.open(town, clean.id)).content)).toHaveLength(clean.bytes);
    await expect(service.open(town, virus.id)).rejects.toMatchObject({ reason: 'attachment.quarantined' });
    // What came before there was a scanner is looked at by and by.
    await database.dataSource.query(
      `UPDATE attachment SET added_at = added_at - interval '2 hours' WHERE id = $1`,
      [before.id],
    );
    await sweep(scanned);
    await work();
    expect(await buffer((await service.open(town, before.id)).content)).toHaveLength(before.bytes);
  });
});

describe('a store that does not answer', () => {
  it('is told in words, and nothing is written', async () => {
    const keeping = openFileKeeping({
      BANSO_FILES: temporaryFolder(),
      BANSO_S3: { endpoint: s3.endpoint, bucket: 'banso', ...S3_KEYS },
    });
    const files = new AttachmentService(database.db, new Clock(), keeping, {
      owners: supportAttachmentOwners,
      mostOfPrefecture: 1e9,
    });
    const { id } = await new SupportRequestIntakeService(database.db, new Clock()).draft(
      town,
      requestInput(),
    );
    const owner = { ownerType: 'SUPPORT_REQUEST', ownerId: id } as const;
    const add = () => files.add(town, owner, { name: 'a.pdf', content: Readable.from([pdf()]), key: null });
    s3.away = true;
    await expect(add()).rejects.toMatchObject({ reason: 'attachment.store-away' });
    s3.away = false;
    expect((await files.list(town, owner)).files).toEqual([]);
    const kept = await add();
    s3.objects.clear();
    await expect(files.open(town, kept.id)).rejects.toMatchObject({ reason: 'attachment.gone' });
    const forged = openFileKeeping({
      BANSO_FILES: temporaryFolder(),
      BANSO_S3: { endpoint: s3.endpoint, bucket: 'banso', ...S3_KEYS, secretKey: 'another' },
    });
    await expect(forged.store.remove(randomUUID())).rejects.toThrow('403');
  });
});
