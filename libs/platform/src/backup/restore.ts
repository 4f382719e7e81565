import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore } from '../attachments/file-store.js';
import { type AuditCheck, checkAudit } from '../audit/audit-check.js';
import { createDataSource, migrate, tablesAsOf } from '../data-source.js';
import { Db } from '../db.js';
import { BackupFault } from './backup-fault.js';
import { copyIn, copyOut } from './copy.js';
import { type BackedUpTable, copyOf, type Manifest, sha256, Tally } from './manifest.js';
import { OpenBackup } from './read-backup.js';
import { asOwner, type Session, tablesOf } from './session.js';

export interface RestoreOrder {
  readonly url: string;
  readonly file: string;
  /** Where attachments are to lie; null where a bucket keeps them, or for a rehearsal. */
  readonly store: FileStore | null;
  /** What is in the database now may go. */
  readonly replace?: boolean;
  /** Mail that was waiting when the backup was made stays unsent: it may have left since. */
  readonly dropMail?: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Changes of the schema that the backup had not had. */
  readonly upgraded: readonly string[];
  readonly filesWritten: number;
  readonly audit: AuditCheck;
}

/**
 * Puts a backup into a database. Before anything is touched, all of the backup is read and checked; before anything is
 * committed, all rows are read back and compared.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const backup = await OpenBackup.open(order.file);
  const { url } = order;
  const { manifest } = backup;
  try {
    await backup.check();
    await asOwner(url, (session) => makeRoom(session, order.replace ?? false));
    await tablesAsOf(url, manifest.schemaChanges);
    await asOwner(url, (session) => load(session, backup));
    const upgraded = await migrate(url, undefined, { anew: true });
    const filesWritten = order.store ? await restoreFiles(order.store, backup) : 0;
    return { manifest, upgraded, filesWritten, audit: await settle(order, manifest) };
  } finally {
    await backup.close();
  }
}

/** Nobody else is there, and nothing that anybody wants to keep. */
async function makeRoom(session: Session, replace: boolean): Promise<void> {
  const { rows } = await session.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0)
    throw new BackupFault(
      `データベースに他の接続が ${others} 件あります。API とワーカーを止めてから実行してください`,
      `${others} other connections are open to the database. Stop the API and the workers first`,
    );
  const tables = await tablesOf(session);
  if (tables.length === 0) return;
  if (!replace)
    throw new BackupFault(
      `データベースは空ではありません (表 ${tables.length} 件)。今の内容を消してよければ --replace を付けてください`,
      `The database is not empty (${tables.length} tables). If what is there may go, add --replace`,
    );
  await session.query(EMPTIED);
}

/** All that is ours, and not what belongs to an extension or to the server; the queue is a doorbell and starts anew. */
const EMPTIED = `
DO $$
DECLARE thing record;
BEGIN
  DROP SCHEMA IF EXISTS app CASCADE;
  DROP SCHEMA IF EXISTS bullmq CASCADE;
  FOR thing IN SELECT c.oid::regclass AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e') LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', thing.name);
  END LOOP;
  FOR thing IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e') LOOP
    EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', thing.name);
  END LOOP;
END $$`;

/** All rows in one transaction; references are put on again afterwards, so that Postgres itself checks every one. */
async function load(session: Session, backup: OpenBackup): Promise<void> {
  const { tables, sequences } = backup.manifest;
  await session.query('BEGIN');
  const here = (await tablesOf(session)).map(({ name }) => name);
  const missing = tables.filter(({ name }) => !here.includes(name));
  if (missing.length > 0)
    throw new BackupFault(
      `表 ${missing.map(({ name }) => name).join(', ')} を用意できません`,
      `There is no place for the tables ${missing.map(({ name }) => name).join(', ')}`,
    );
  const references = await takeReferencesOff(session);
  for (const name of here) await session.query(`ALTER TABLE public."${name}" DISABLE TRIGGER USER`);
  await session.query(`TRUNCATE ${here.map((name) => `public."${name}"`).join(', ')}`);
  for (const table of tables) await copyIn(session, `${copyOf(table)} FROM STDIN`, backup.rowsOf(table));
  for (const { name, value, used } of sequences)
    await session.query('SELECT setval(to_regclass($1), $2, $3)', [`public.${name}`, value, used]);
  for (const reference of references) await session.query(reference);
  for (const name of here) await session.query(`ALTER TABLE public."${name}" ENABLE TRIGGER USER`);
  for (const table of tables) await compare(session, table);
  await session.query('COMMIT');
  await session.query('ANALYZE');
}

/** Drops all foreign keys; the statements that bring them back, those of other tables after those they rest on. */
async function takeReferencesOff(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
     ORDER BY conrelid, conname`,
  );
  for (const { drop } of rows) await session.query(drop);
  return rows.map(({ add }) => add);
}

/** What lies in the table now is what the backup says, row by row. */
async function compare(session: Session, table: BackedUpTable): Promise<void> {
  const tally = new Tally();
  for await (const _ of tally.of(copyOut(session, `${copyOf(table)} TO STDOUT`)));
  if (tally.rows !== table.rows || tally.sha256 !== table.sha256)
    throw new BackupFault(
      `表 ${table.name} の復元後の内容がバックアップと一致しません。何も確定していません`,
      `After the restore the table ${table.name} differs from the backup. Nothing was committed`,
    );
}

async function restoreFiles(store: FileStore, backup: OpenBackup): Promise<number> {
  const there = new Set<string>();
  for await (const { key } of store.list()) there.add(key);
  const spool = await mkdtemp(join(tmpdir(), 'banso-restore-'));
  let written = 0;
  try {
    for (const { key, sha256: digest } of backup.manifest.files ?? []) {
      if (there.has(key)) continue;
      const content = await backup.fileOf(key);
      const path = join(spool, key);
      await writeFile(path, content, { mode: 0o600 });
      await store.put(key, { path, bytes: content.length, sha256: sha256(content) || digest });
      written++;
    }
  } finally {
    await rm(spool, { recursive: true, force: true });
  }
  return written;
}

/**
 * What was true of processes and browsers then is not true now: nobody holds a lease, no queue knows a marker, and nobody
 * is signed in, least of all somebody who had signed out since. Then the audit log is checked link by link.
 */
async function settle({ url, dropMail }: RestoreOrder, { auditHeads }: Manifest): Promise<AuditCheck> {
  const dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {}, patient: true });
  const db = new Db(await dataSource.initialize());
  try {
    await db.system(null, async (tx) => {
      await tx.query(
        `UPDATE outbox SET lease_until = '-infinity', running_until = '-infinity' WHERE done_at IS NULL`,
      );
      await tx.query('DELETE FROM queue_epoch');
      await tx.query('DELETE FROM worker_sighting');
      await tx.query('DELETE FROM session');
      await tx.query(
        `UPDATE mail SET lease_until = '-infinity', holder = NULL WHERE status IN ('QUEUED', 'HANDING')`,
      );
      if (dropMail)
        await tx.query(
          `UPDATE mail SET status = 'DROPPED', answer = 'restore' WHERE status IN ('QUEUED', 'HANDING')`,
        );
    });
    return await checkAudit(db, auditHeads);
  } finally {
    await dataSource.destroy();
  }
}
