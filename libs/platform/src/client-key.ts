import { type Actor, DomainError } from '@banso/kernel';
import type { EntityManager } from 'typeorm';
import { keyDigest, opened, sealed, wishDigest } from './sealed-answer.js';

/** So long a wish may be repeated and is answered as the first time. */
export const CLIENT_KEY_HOURS = 24;

/** The same key in another role, or for another town, is another wish. */
const asWhom = (actor: Actor): string => {
  switch (actor.role) {
    case 'MUNICIPALITY_STAFF':
      return `${actor.role} ${actor.municipalityId}`;
    case 'SPECIALIST':
      return `${actor.role} ${actor.specialistId}`;
    default:
      return actor.role;
  }
};

type Row = { readonly wish_digest: Buffer; readonly answer: Buffer | null };

const kindsOf = (tx: EntityManager): ReadonlyMap<string, new () => object> =>
  new Map(
    tx.connection.entityMetadatas.flatMap(({ target }) =>
      typeof target === 'function' ? [[target.name, target as new () => object] as const] : [],
    ),
  );

/**
 * Does the work unless the actor's wish was fulfilled before; then its answer of that time. The key and the effect
 * are one commit: of several at once the first works and the others wait for it; what was refused leaves nothing.
 */
export async function onceFor<X extends EntityManager, T>(
  tx: X,
  actor: Actor,
  work: (tx: X) => Promise<T>,
): Promise<T> {
  if (actor.role === 'SYSTEM' || !actor.wish) return work(tx);
  const { wish, accountId, prefectureId } = actor;
  const digest = wishDigest(wish, asWhom(actor));
  const place = [prefectureId, accountId, keyDigest(wish)];
  const fresh = await tx.query<unknown[]>(
    `INSERT INTO client_key (prefecture_id, account_id, key_digest, operation, wish_digest)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING operation`,
    [...place, wish.operation, digest],
  );
  if (fresh.length === 0) {
    const [row] = await tx.query<Row[]>(
      `SELECT wish_digest, answer FROM client_key
       WHERE prefecture_id IS NOT DISTINCT FROM $1 AND account_id = $2 AND key_digest = $3`,
      place,
    );
    if (!row?.answer) throw new DomainError('CONFLICT', 'service.busy');
    if (!row.wish_digest.equals(digest)) throw new DomainError('CONFLICT', 'client-key.used-otherwise');
    return opened(row.answer, { wish, accountId, kinds: kindsOf(tx) }) as T;
  }
  const answer = await work(tx);
  await tx.query(
    `UPDATE client_key SET answer = $4
     WHERE prefecture_id IS NOT DISTINCT FROM $1 AND account_id = $2 AND key_digest = $3`,
    [...place, sealed(answer, wish, accountId)],
  );
  return answer;
}

/** Forgets what nobody repeats any more; returns how many wishes. */
export async function forgetClientKeys(tx: EntityManager, now: Date): Promise<number> {
  const [, count] = await tx.query<[unknown[], number]>(
    `DELETE FROM client_key WHERE made_at < $1::timestamptz - make_interval(hours => $2)`,
    [now, CLIENT_KEY_HOURS],
  );
  return count;
}
