import type { FileHandle } from 'node:fs/promises';
import { BackupFault } from './backup-fault.js';

/** One archive that the usual tools can list and unpack (POSIX ustar); nothing in it is a link or a folder. */
const BLOCK = 512;
const CHUNK = 1 << 16;
/** What eleven octal digits hold. */
const LARGEST = 8 ** 11 - 1;

/** Where the content of a member lies in the archive. */
export interface Member {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

function headerOf(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) > 99 || bytes > LARGEST)
    throw new BackupFault(
      `書庫に入らない大きさです (${name}, ${bytes} バイト)`,
      `Too large for the archive (${name}, ${bytes} bytes)`,
    );
  const header = Buffer.alloc(BLOCK);
  const put = (text: string, at: number): void => void header.write(text, at, 'latin1');
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(name, 0);
  put(octal(0o600, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(bytes, 11), 124);
  put(octal(0, 11), 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\x0000', 257);
  let sum = 0;
  for (const byte of header) sum += byte;
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Writes members one after another; of each the size is known only at its end. */
export class TarWriter {
  private at = 0;

  constructor(private readonly file: FileHandle) {}

  async add(name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const start = this.at;
    this.at += BLOCK;
    let bytes = 0;
    for await (const chunk of content) {
      await this.append(chunk);
      bytes += chunk.length;
    }
    await this.append(Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK));
    await this.file.write(headerOf(name, bytes), 0, BLOCK, start);
  }

  /** Two empty blocks end an archive. */
  async end(): Promise<number> {
    await this.append(Buffer.alloc(BLOCK * 2));
    return this.at;
  }

  private async append(chunk: Uint8Array): Promise<void> {
    for (let done = 0; done < chunk.length;) {
      const { bytesWritten } = await this.file.write(chunk, done, chunk.length - done, this.at);
      done += bytesWritten;
      this.at += bytesWritten;
    }
  }
}

/** The members of an archive, without reading what is in them. */
export async function membersOf(file: FileHandle): Promise<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  const header = Buffer.alloc(BLOCK);
  const { size } = await file.stat();
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(header, 0, BLOCK, at);
    if (bytesRead < BLOCK) throw damaged();
    if (header.every((byte) => byte === 0)) return members;
    const text = (start: number, length: number): string =>
      header.toString('latin1', start, start + length).replace(/[\0 ].*$/s, '');
    const name = text(0, 100);
    const bytes = Number.parseInt(text(124, 12), 8);
    if (!headerOf(name, Number.isNaN(bytes) ? 0 : bytes).equals(header)) throw damaged();
    members.set(name, { name, offset: at + BLOCK, bytes });
    at += BLOCK + Math.ceil(bytes / BLOCK) * BLOCK;
    if (at > size) throw damaged();
  }
}

export async function* contentOf(file: FileHandle, { offset, bytes }: Member): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes;) {
    const chunk = Buffer.alloc(Math.min(CHUNK, bytes - done));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, offset + done);
    if (bytesRead === 0) throw damaged();
    done += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

export const damaged = (): BackupFault =>
  new BackupFault(
    'このファイルはバックアップではないか、壊れています。別のバックアップを使ってください',
    'This file is no backup, or it is damaged. Use another backup',
  );
