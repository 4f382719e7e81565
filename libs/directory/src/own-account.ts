import type { Actor } from '@banso/kernel';
import { beyondOwnRows, type Db, type Tx } from '@banso/platform';

/**
 * A person's change to what they sign in with. The rows are nobody's but background work's, so that no other way leads
 * to them; the log names the person. The work must keep to rows of `actor.accountId`.
 */
export const changeOwnAccount = <T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.write(actor, (tx) => beyondOwnRows(tx, () => work(tx)));
