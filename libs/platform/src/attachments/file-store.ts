import type { Readable } from 'node:stream';

/** A file that lies whole on this machine, until it is kept or thrown away. */
export interface SpooledFile {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface StoredObject {
  readonly key: string;
  readonly modifiedAt: Date;
}

/**
 * Where files lie. A key is a random uuid: nothing that somebody typed is ever part of a path or an address. An object
 * is there whole or not at all, and is never rewritten.
 */
export interface FileStore {
  /** Keeps the file; the spooled one may be gone afterwards. */
  put(key: string, file: SpooledFile): Promise<void>;
  /** @throws FileGone when there is no such object */
  open(key: string): Promise<Readable>;
  /** Harmless to repeat. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<StoredObject>;
}

/** A row points to what is no longer there: somebody has tampered with the store. */
export class FileGone extends Error {}

/** The store did not answer, or not as it should: it may do so later. */
export class StoreAway extends Error {}

/** What Node calls an error; it may come from elsewhere than this module's own world. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export const OBJECT_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
