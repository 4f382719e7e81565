import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@banso/kernel';
import { ATTACHMENT_LIMITS } from './attachment-limits.js';
import type { SpooledFile } from './file-store.js';

/** A piece of a file that is made from another: bytes of it, from – to (exclusive), or bytes of its own. */
export type Piece = { readonly from: number; readonly to: number } | Buffer;

const CHUNK = 64 * 1024;
/** Whoever left something here for so long is gone. */
export const ABANDONED_MS = 3_600_000;

/** Files on their way in, under names of our own. What is here belongs to nobody yet. */
export class Spool {
  constructor(private readonly folder: string) {}

  /**
   * Takes a stream down to the disk, piece by piece.
   * @throws DomainError as soon as it is more than a file may be, or when it was empty
   */
  take(stream: AsyncIterable<Buffer>): Promise<SpooledFile> {
    return this.write(stream);
  }

  /** The same file without what was left out. */
  rewrite(file: SpooledFile, pieces: readonly Piece[]): Promise<SpooledFile> {
    return this.write(bytesOf(file, pieces));
  }

  async discard({ path }: SpooledFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** Forgets what processes left behind that died; returns how many files. */
  async sweep(now: Date): Promise<number> {
    let count = 0;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (!found || now.getTime() - found.mtimeMs < ABANDONED_MS) continue;
      await rm(path, { force: true });
      count++;
    }
    return count;
  }

  private async write(stream: AsyncIterable<Buffer>): Promise<SpooledFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${randomUUID()}.part`);
    const handle = await open(path, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > ATTACHMENT_LIMITS.bytes) throw tooLarge();
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      if (bytes === 0) throw new DomainError('BAD_INPUT', 'attachment.empty');
      await handle.sync();
      await handle.close();
      return { path, bytes, sha256: hash.digest('hex') };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true });
      throw error;
    }
  }
}

export const tooLarge = (): DomainError =>
  new DomainError('BAD_INPUT', 'attachment.too-large', { limitMb: ATTACHMENT_LIMITS.bytes / 1024 / 1024 });

async function* bytesOf(file: SpooledFile, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  const handle = await open(file.path, 'r');
  try {
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) {
        yield piece;
        continue;
      }
      for (let at = piece.from; at < piece.to;) {
        const { buffer, bytesRead } = await handle.read(
          Buffer.alloc(Math.min(CHUNK, piece.to - at)),
          0,
          Math.min(CHUNK, piece.to - at),
          at,
        );
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        at += bytesRead;
      }
    }
  } finally {
    await handle.close();
  }
}
