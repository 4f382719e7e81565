import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/**
 * One at a time per prefecture, until the transaction ends: asking for a run, publishing, cancelling and
 * completing all count or move visits that the others must not see half-moved.
 */
export async function lockCalendar(tx: Tx, actor: Actor): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('banso.calendar'), $1::int)`, [
    actor.prefectureId ?? '0',
  ]);
}
