import { open, rename, rm } from 'node:fs/promises';
import { createGzip } from 'node:zlib';
import { codeOf, FileGone, type FileStore } from '../attachments/file-store.js';
import { VERSION } from '../version.js';
import { BackupFault } from './backup-fault.js';
import { copyOut } from './copy.js';
import {
  type BackedUpTable,
  copyOf,
  fileMember,
  FORMAT,
  type Manifest,
  MANIFEST,
  MANIFEST_SUM,
  sha256,
  tableMember,
  Tally,
} from './manifest.js';
import { asOwner, requireOwner, type Session, tablesOf } from './session.js';
import { TarWriter } from './tar.js';

export interface BackupOrder {
  readonly url: string;
  /** Where the backup is to lie; written beside it first, so that it is there whole or not at all. */
  readonly file: string;
  /** Where attachments lie; null where a bucket keeps them. */
  readonly store: FileStore | null;
}

/** Writes everything that one moment held, while work goes on. */
export async function writeBackup({ url, file, store }: BackupOrder): Promise<Manifest & { bytes: number }> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'wx', 0o600).catch((error: unknown) => {
    throw notWritable(file, error);
  });
  try {
    const tar = new TarWriter(handle);
    const manifest = await asOwner(url, (session) => inOneMoment(session, (at) => fill(tar, at, store)));
    const text = JSON.stringify(manifest, null, 1);
    await tar.add(MANIFEST, only(text));
    await tar.add(MANIFEST_SUM, only(`${sha256(text)}  ${MANIFEST}\n`));
    const bytes = await tar.end();
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
    return { ...manifest, bytes };
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

function notWritable(file: string, error: unknown): unknown {
  const code = String(codeOf(error));
  if (code === 'EEXIST')
    return new BackupFault(
      `${file}.unfinished があります。別のバックアップが動いていなければ、消してからもう一度実行してください`,
      `There is a ${file}.unfinished. If no other backup is running, delete it and try again`,
    );
  return new BackupFault(`${file} に書き込めません (${code})`, `Cannot write ${file} (${code})`);
}

/** Every statement sees the same moment, however long it takes and whatever is written meanwhile. */
async function inOneMoment<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const done = await work(session);
  await session.query('COMMIT');
  return done;
}

async function fill(tar: TarWriter, session: Session, store: FileStore | null): Promise<Manifest> {
  const tables = await tablesOf(session);
  if (!tables.some(({ name }) => name === 'migration'))
    throw new BackupFault(
      'このデータベースには伴走の表がありません。DATABASE_URL を確かめてください',
      'This database holds no tables of Banso. Check DATABASE_URL',
    );
  requireOwner(tables);
  const written: BackedUpTable[] = [];
  for (const { name } of tables) written.push(await addTable(tar, session, name));
  const files = await addFiles(tar, session, store);
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await session.query<T>(sql)).rows;
  const [server] = await rows<{ at: Date; version: string }>(
    `SELECT now() AS at, current_setting('server_version') AS version`,
  );
  return {
    format: FORMAT,
    version: VERSION,
    postgresVersion: server?.version ?? '',
    takenAt: (server?.at ?? new Date(0)).toISOString(),
    schemaChanges: (await rows<{ name: string }>('SELECT name FROM migration ORDER BY timestamp, id')).map(
      ({ name }) => name,
    ),
    tables: written,
    sequences: await sequencesOf(session),
    ...files,
    auditHeads: (
      await rows<{ chain: string; number: string; hash: string }>(
        'SELECT DISTINCT ON (chain) chain, number, hash FROM audit_seal ORDER BY chain, number DESC',
      )
    ).map(({ number, ...head }) => ({ ...head, number: Number(number) })),
  };
}

async function addTable(tar: TarWriter, session: Session, name: string): Promise<BackedUpTable> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT attname::text AS name FROM pg_attribute
     WHERE attrelid = format('public.%I', $1::text)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [name],
  );
  const table = { name, columns: rows.map((column) => column.name) };
  const tally = new Tally();
  const lines = tally.of(copyOut(session, `${copyOf(table)} TO STDOUT`));
  await tar.add(tableMember(name), zipped(lines));
  return { ...table, rows: tally.rows, sha256: tally.sha256 };
}

async function* zipped(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const zip = createGzip({ level: 6 });
  const feeding = (async () => {
    try {
      for await (const chunk of content)
        if (!zip.write(chunk)) await new Promise((resolve) => zip.once('drain', resolve));
      zip.end();
    } catch (error) {
      zip.destroy(error instanceof Error ? error : new Error('unknown'));
    }
  })();
  yield* zip;
  await feeding;
}

async function sequencesOf(session: Session): Promise<Manifest['sequences']> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const found = await session.query<{ value: string; used: boolean }>(
      `SELECT last_value AS value, is_called AS used FROM public."${name}"`,
    );
    for (const row of found.rows) sequences.push({ name, ...row });
  }
  return sequences;
}

/** The files that rows of this moment speak of. One that went since, by an erasure say, is named as missing. */
async function addFiles(
  tar: TarWriter,
  session: Session,
  store: FileStore | null,
): Promise<Pick<Manifest, 'files' | 'filesMissing'>> {
  if (!store) return { files: null, filesMissing: [] };
  const { rows } = await session.query<{ key: string; sha256: string }>(
    'SELECT stored_as AS key, sha256 FROM attachment ORDER BY stored_as',
  );
  const files: { key: string; sha256: string }[] = [];
  const filesMissing: string[] = [];
  for (const { key, sha256: known } of rows) {
    const content = await read(store, key);
    if (content && sha256(content) === known) {
      await tar.add(fileMember(key), only(content));
      files.push({ key, sha256: known });
    } else filesMissing.push(key);
  }
  return { files, filesMissing };
}

/** None is larger than an upload may be. */
async function read(store: FileStore, key: string): Promise<Buffer | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await store.open(key)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof FileGone) return null;
    throw error;
  }
}

async function* only(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}
