import type { DBSchema, IDBPDatabase } from 'idb';
import type { Wish } from './wish';

/** What the phone of one specialist keeps; nothing of anybody else, and nothing on a shared PC. */
export interface Kept extends DBSchema {
  /** Whose it is: one row. */
  owner: { key: 'owner'; value: string };
  answers: { key: string; value: KeptAnswer; indexes: { at: number } };
  /** Changes on their way, in the order in which they were asked for. */
  wishes: { key: number; value: StoredWish };
  /** What is being written, by the visit that it is about. */
  drafts: { key: string; value: KeptDraft; indexes: { at: number } };
}

/** Its number comes from the store. */
export type StoredWish = Omit<Wish, 'no'> & { readonly no?: number };

/** An answer of the server as it was. */
export interface KeptAnswer {
  readonly data: unknown;
  /** When it was read; milliseconds. */
  readonly at: number;
}

export interface KeptDraft {
  readonly content: unknown;
  /** Which version of the server's draft was read before. */
  readonly seen: string | null;
  readonly at: number;
}

const NAME = 'banso';
const VERSION = 1;

let opened: Promise<IDBPDatabase<Kept> | null> | null = null;

async function open(): Promise<IDBPDatabase<Kept> | null> {
  try {
    const { openDB } = await import('idb');
    return await openDB<Kept>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('owner');
        db.createObjectStore('answers').createIndex('at', 'at');
        db.createObjectStore('wishes', { keyPath: 'no', autoIncrement: true });
        db.createObjectStore('drafts').createIndex('at', 'at');
      },
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        opened = null;
      },
      terminated() {
        opened = null;
      },
    });
  } catch {
    // A private window, or a full phone: everything works but without a line.
    return null;
  }
}

/** Null where the browser keeps nothing for us. */
export function database(): Promise<IDBPDatabase<Kept> | null> {
  opened ??= open();
  return opened;
}

/** Whether there is anything to look into: who never was a specialist here gets no empty database either. */
export async function hasDatabase(): Promise<boolean> {
  if (!('indexedDB' in window)) return false;
  // Firefox before 126 does not list them.
  if (!('databases' in indexedDB)) return true;
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return false;
  }
}
