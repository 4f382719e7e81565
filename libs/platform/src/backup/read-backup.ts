import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../attachments/file-store.js';
import { SCHEMA_CHANGES } from '../data-source.js';
import { BackupFault } from './backup-fault.js';
import {
  type BackedUpTable,
  fileMember,
  FORMAT,
  type Manifest,
  MANIFEST,
  MANIFEST_SUM,
  manifestSchema,
  sha256,
  tableMember,
  Tally,
} from './manifest.js';
import { contentOf, damaged, type Member, membersOf } from './tar.js';

/** A backup that was opened: its digests can be trusted, its rows and files are read when they are wanted. */
export class OpenBackup {
  private constructor(
    private readonly file: FileHandle,
    private readonly members: ReadonlyMap<string, Member>,
    readonly manifest: Manifest,
  ) {}

  static async open(path: string): Promise<OpenBackup> {
    const file = await open(path, 'r').catch((error: unknown) => {
      const code = String(codeOf(error));
      throw new BackupFault(`${path} が読めません (${code})`, `Cannot read ${path} (${code})`);
    });
    try {
      const members = await membersOf(file);
      return new OpenBackup(file, members, await manifestIn(file, members));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** The rows of a table as COPY writes them. */
  rowsOf({ name }: BackedUpTable): AsyncIterable<Buffer> {
    const unzip = createGunzip();
    pipeline(contentOf(this.file, this.member(tableMember(name))), unzip, () => {});
    return unzip;
  }

  async fileOf(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of contentOf(this.file, this.member(fileMember(key)))) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Reads all of it before anything is done with it. */
  async check(): Promise<void> {
    for (const table of this.manifest.tables) {
      const tally = new Tally();
      try {
        for await (const _ of tally.of(this.rowsOf(table)));
      } catch {
        throw damaged();
      }
      if (tally.rows !== table.rows || tally.sha256 !== table.sha256) throw damaged();
    }
    for (const { key, sha256: known } of this.manifest.files ?? [])
      if (sha256(await this.fileOf(key)) !== known) throw damaged();
  }

  private member(name: string): Member {
    const member = this.members.get(name);
    if (!member) throw damaged();
    return member;
  }
}

async function manifestIn(file: FileHandle, members: ReadonlyMap<string, Member>): Promise<Manifest> {
  const read = async (name: string): Promise<string> => {
    const member = members.get(name);
    if (!member) throw damaged();
    const chunks: Buffer[] = [];
    for await (const chunk of contentOf(file, member)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  const text = await read(MANIFEST);
  if (!(await read(MANIFEST_SUM)).startsWith(sha256(text))) throw damaged();
  const json: unknown = JSON.parse(text);
  if (typeof json === 'object' && json !== null && 'format' in json && Number(json.format) > FORMAT)
    throw newer('format' in json ? String(json.format) : '');
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw damaged();
  const unknown = manifest.data.schemaChanges.filter((name) => !SCHEMA_CHANGES.includes(name));
  if (unknown.length > 0) throw newer(manifest.data.version);
  return manifest.data;
}

const newer = (version: string): BackupFault =>
  new BackupFault(
    `このバックアップは新しい版 (${version}) のものです。その版の伴走で復元してください`,
    `This backup was made by a newer version (${version}). Restore it with that version of Banso`,
  );
