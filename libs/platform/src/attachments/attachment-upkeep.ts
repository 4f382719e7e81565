import type { Clock } from '@banso/kernel';
import type { Db, Tx } from '../db.js';
import type { LongHandler } from '../outbox-executor.js';
import { enqueue } from '../outbox.js';
import { Attachment } from './attachment.entity.js';
import { scanAttachment } from './attachment.jobs.js';
import type { FileKeeping } from './file-keeping.js';
import { FileGone } from './file-store.js';

type Nothing = Record<string, never>;

/**
 * So long an object may lie in the store without a row. Whoever brings back a database of yesterday beside the files of
 * today has this long to notice.
 */
export const ORPHAN_DAYS = 7;
const DAY_MS = 86_400_000;
/** Keys that are looked up at once. */
const BATCH = 500;

/** Takes an object away whose row is gone. */
export const removeStoredFileHandler = ({
  store,
}: FileKeeping): LongHandler<{ storedAs: string }, string, true> => ({
  // Nobody has brought it back: a row is never given an old key.
  begin: async (tx, _, { storedAs }) => ((await tx.existsBy(Attachment, { storedAs })) ? null : storedAs),
  compute: async (storedAs) => {
    await store.remove(storedAs);
    return true;
  },
  finish: async () => undefined,
});

/** Shows a file to the scanner. One that was taken away meanwhile needs no answer. */
export const scanAttachmentHandler = (
  { store, scanner }: FileKeeping,
  clock: Clock,
): LongHandler<{ attachmentId: string }, string, boolean | null> => ({
  begin: async (tx, _, { attachmentId }) =>
    scanner
      ? ((await tx.findOneBy(Attachment, { id: attachmentId, scan: 'NOT_SCANNED' }))?.storedAs ?? null)
      : null,
  compute: async (storedAs, signal) => {
    try {
      return (await scanner?.isClean(await store.open(storedAs), signal)) ?? null;
    } catch (error) {
      if (error instanceof FileGone) return null;
      throw error;
    }
  },
  finish: async (tx, _, { attachmentId }, clean) => {
    const attachment = await tx.findOneBy(Attachment, { id: attachmentId });
    if (clean === null || !attachment) return;
    attachment.judge(clean, clock.now());
    await tx.save(Attachment, attachment);
  },
});

/** Takes away what no row knows any more, and has looked at what came before there was a scanner. */
export const sweepAttachmentsHandler = (
  { store, spool, scanner }: FileKeeping,
  db: Db,
  clock: Clock,
): LongHandler<Nothing, true, number> => ({
  begin: async (tx) => {
    if (scanner) await askForScans(tx);
    return true;
  },
  compute: async (_, signal) => {
    await spool.sweep(clock.now());
    const before = clock.now().getTime() - ORPHAN_DAYS * DAY_MS;
    let removed = 0;
    let old: string[] = [];
    const removeOrphans = async (): Promise<void> => {
      for (const key of await unknownOf(db, old)) {
        await store.remove(key);
        removed++;
      }
      old = [];
    };
    for await (const { key, modifiedAt } of store.list()) {
      if (signal.aborted) return removed;
      if (modifiedAt.getTime() < before) old.push(key);
      if (old.length === BATCH) await removeOrphans();
    }
    await removeOrphans();
    return removed;
  },
  finish: async () => undefined,
});

const unknownOf = (db: Db, keys: readonly string[]): Promise<string[]> =>
  db.system(null, async (tx) => {
    const rows = await tx.query<{ key: string }[]>(
      `SELECT key FROM unnest($1::uuid[]) key WHERE NOT EXISTS (SELECT FROM attachment a WHERE a.stored_as = key)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  });

/** Once a day for each, until the scanner has answered. */
async function askForScans(tx: Tx): Promise<void> {
  const waiting = await tx.query<{ id: string; prefecture_id: string; day: string }[]>(
    `SELECT id, prefecture_id, to_char(now(), 'YYYY-MM-DD') AS day FROM attachment
     WHERE scan = 'NOT_SCANNED' AND added_at < now() - interval '1 hour' ORDER BY added_at LIMIT ${BATCH}`,
  );
  for (const { id, prefecture_id: prefectureId, day } of waiting)
    await enqueue(tx, scanAttachment, { attachmentId: id }, { prefectureId, dedupKey: `scan ${id} ${day}` });
}
