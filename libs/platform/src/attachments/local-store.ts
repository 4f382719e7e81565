import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  codeOf,
  FileGone,
  type FileStore,
  OBJECT_KEY,
  type SpooledFile,
  type StoredObject,
} from './file-store.js';

const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));

/** A folder: `objects/3f/3f2b…`. The spool lies beside it, so that keeping a file is one rename. */
export class LocalFileStore implements FileStore {
  private readonly objects: string;

  constructor(folder: string) {
    this.objects = join(folder, 'objects');
  }

  async put(key: string, { path }: SpooledFile): Promise<void> {
    const place = this.placeOf(key);
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    // What was spooled has reached the disk; now its name has to.
    await rename(path, place.path);
    await syncFolder(place.folder);
  }

  async open(key: string): Promise<Readable> {
    const { path } = this.placeOf(key);
    try {
      const handle = await open(path, 'r');
      return handle.createReadStream();
    } catch (error) {
      throw isGone(error) ? new FileGone() : error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key).path, { force: true });
  }

  async *list(): AsyncIterable<StoredObject> {
    for (const folder of await namesIn(this.objects))
      for (const key of await namesIn(join(this.objects, folder))) {
        if (!OBJECT_KEY.test(key)) continue;
        const found = await stat(join(this.objects, folder, key)).catch(() => null);
        if (found) yield { key, modifiedAt: found.mtime };
      }
  }

  private placeOf(key: string): { readonly folder: string; readonly path: string } {
    if (!OBJECT_KEY.test(key)) throw new Error('This is no key of the store');
    const folder = join(this.objects, key.slice(0, 2));
    return { folder, path: join(folder, key) };
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** A rename is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  // Windows knows no such thing, and needs none.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
