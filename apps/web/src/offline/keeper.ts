import { tokyo } from '../i18n/dates';
import { database, hasDatabase, type KeptDraft } from './database';
import { forgetConnection } from './connection';
import { dropShell } from './shell';

/** Kept no longer than this: what is older misleads. */
export const DAYS_KEPT = 14;
const DAY_MS = 86_400_000;

/** Who reads and writes here now; null until the server has said so, or the phone remembers. */
let owner: string | null = null;

export const keeps = (): boolean => owner !== null;

/** A specialist has signed in, or is still: what somebody else left is gone before anything is read. */
export async function belongTo(person: string): Promise<void> {
  const db = await database();
  if (!db) return;
  const before = await db.get('owner', 'owner');
  if (before !== undefined && before !== person) await empty();
  await db.put('owner', person, 'owner');
  owner = person;
  await dropOld();
}

/** Nobody is signed in. What waits stays for its owner; nothing of it is shown. */
export function closeKeeper(): void {
  owner = null;
}

/** Without a line nobody can say who reads; the phone knows whose it is. */
export async function openForItsOwner(): Promise<void> {
  const db = (await hasDatabase()) ? await database() : null;
  owner = (await db?.get('owner', 'owner')) ?? null;
  if (owner !== null) await dropOld();
}

/** Signed out, or somebody of another role: nothing stays on the device. */
export async function wipe(): Promise<void> {
  owner = null;
  forgetConnection();
  if (await hasDatabase()) await empty();
  await dropShell();
}

/** Whether something waits for somebody to sign in. */
export async function waiting(): Promise<number> {
  const db = (await hasDatabase()) ? await database() : null;
  return (await db?.count('wishes')) ?? 0;
}

export async function keep(key: string, data: unknown): Promise<void> {
  if (owner === null) return;
  await quietly(async () => (await database())?.put('answers', { data, at: Date.now() }, key));
}

export async function recall(key: string): Promise<{ data: unknown; at: Date } | null> {
  if (owner === null) return null;
  const kept = await (await database())?.get('answers', key);
  return kept && kept.at > oldest() ? { data: kept.data, at: new Date(kept.at) } : null;
}

export async function keepDraft(visitId: string, draft: Omit<KeptDraft, 'at'>): Promise<void> {
  if (owner === null) return;
  await quietly(async () => (await database())?.put('drafts', { ...draft, at: Date.now() }, visitId));
}

export async function recallDraft(visitId: string): Promise<KeptDraft | null> {
  if (owner === null) return null;
  return (await (await database())?.get('drafts', visitId)) ?? null;
}

export async function dropDraft(visitId: string): Promise<void> {
  if (owner === null) return;
  await quietly(async () => (await database())?.delete('drafts', visitId));
}

const oldest = (): number => Date.now() - DAYS_KEPT * DAY_MS;

async function dropOld(): Promise<void> {
  const db = await database();
  if (!db) return;
  // What somebody wrote and has not sent is theirs to throw away.
  const range = IDBKeyRange.upperBound(oldest());
  for (const key of await db.getAllKeysFromIndex('answers', 'at', range)) await db.delete('answers', key);
}

async function empty(): Promise<void> {
  const db = await database();
  if (!db) return;
  const stores = ['owner', 'answers', 'wishes', 'drafts'] as const;
  const all = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((store) => all.objectStore(store).clear()), all.done]);
}

/** A phone that is full loses the comfort, not the work at hand. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // Said by nobody: the next answer is kept again.
  }
}

/** Today in Japan, by the clock of the phone. */
export const todayHere = (): string => tokyo(new Date().toISOString()).date;
