import { useSyncExternalStore } from 'react';
import { database } from './database';
import { dropDraft, keeps } from './keeper';
import type { Trouble, Wish } from './wish';

/** What has not been sent yet, oldest first. Screens are told when it changes, in other tabs at the next look. */
let wishes: readonly Wish[] = [];
const ears = new Set<() => void>();

const subscribe = (ear: () => void) => {
  ears.add(ear);
  return () => ears.delete(ear);
};

export const useWishes = (): readonly Wish[] => useSyncExternalStore(subscribe, () => wishes);

export async function readWishes(): Promise<readonly Wish[]> {
  const db = keeps() ? await database() : null;
  const rows = (await db?.getAll('wishes')) ?? [];
  wishes = rows.flatMap((row) => (row.no === undefined ? [] : [{ ...row, no: row.no }]));
  for (const ear of ears) ear();
  return wishes;
}

/** Kept before it is sent: a phone that goes dark between the two loses nothing. Null where nothing can be kept. */
export async function addWish(wish: Omit<Wish, 'no' | 'trouble' | 'at'>): Promise<Wish | null> {
  const db = keeps() ? await database() : null;
  if (!db) return null;
  const whole = { ...wish, at: Date.now(), trouble: null };
  const no = await db.add('wishes', whole);
  await readWishes();
  return { ...whole, no };
}

/** Granted, or thrown away by whoever made it. */
export async function dropWish({ no, kind, visitId }: Wish, withDraft = true): Promise<void> {
  await (await database())?.delete('wishes', no);
  if (kind === 'REPORT' && withDraft) await dropDraft(visitId);
  await readWishes();
}

/** Refused: it stays until the person has decided. */
export async function holdWish(wish: Wish, trouble: Trouble): Promise<void> {
  await (await database())?.put('wishes', { ...wish, trouble });
  await readWishes();
}

/** The person has decided: it goes out again, as a new wish. */
export async function sendAnew(
  wish: Wish,
  { key, variables }: Pick<Wish, 'key' | 'variables'>,
): Promise<void> {
  await (await database())?.put('wishes', { ...wish, key, variables, trouble: null });
  await readWishes();
}
