import type { Tx } from '@banso/platform';

/**
 * One change at a time of what an agreement costs: days, terms, amounts and bills are each judged by the others.
 * Taken before anything is read that the change depends on.
 */
export async function lockCosts(tx: Tx, agreementId: string): Promise<void> {
  await lock(tx, `costs ${agreementId}`);
}

/** One day of a person at a time: nobody works more than a day in one. Taken after the lock of the agreement. */
export async function lockDaysOf(tx: Tx, specialistId: string): Promise<void> {
  await lock(tx, `days ${specialistId}`);
}

const lock = (tx: Tx, name: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
