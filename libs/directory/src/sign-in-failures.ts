import { createHash } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { networkOf } from './network.js';

/** Who guesses: counting by name alone would let anybody lock anybody out. */
export interface Guesser {
  /** The sign-in name, known or not. */
  readonly loginId: string;
  /** The network address that asks. */
  readonly from: string;
}

/** Wrong passwords for one sign-in name from one address before they have to wait. */
export const MAX_SIGN_IN_FAILURES = 10;
/** Counted from the first of them. */
export const SIGN_IN_WAIT_MINUTES = 15;

/** People type their password into the wrong field: what was typed is not kept. */
const digest = ({ loginId, from }: Guesser): string =>
  createHash('sha256')
    .update(JSON.stringify([loginId, networkOf(from)]))
    .digest('hex');

const endOfWait = (now: Date): Date => new Date(now.getTime() - SIGN_IN_WAIT_MINUTES * 60_000);

/** Refuses somebody who guessed too often: guessing must not be fast. */
export async function requireFewFailures(tx: Tx, guesser: Guesser, now: Date): Promise<void> {
  const tooMany = await tx.query<unknown[]>(
    'SELECT 1 FROM sign_in_failure WHERE guesser_digest = $1 AND failures >= $2 AND since > $3',
    [digest(guesser), MAX_SIGN_IN_FAILURES, endOfWait(now)],
  );
  if (tooMany.length > 0)
    throw new DomainError('SIGN_IN_FAILED', 'sign-in.too-many', { minutes: SIGN_IN_WAIT_MINUTES });
}

export async function noteFailure(tx: Tx, guesser: Guesser, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in_failure AS known (guesser_digest, failures, since) VALUES ($1, 1, $2)
     ON CONFLICT (guesser_digest) DO UPDATE SET
       failures = CASE WHEN known.since > $3 THEN known.failures + 1 ELSE 1 END,
       since = CASE WHEN known.since > $3 THEN known.since ELSE EXCLUDED.since END`,
    [digest(guesser), now, endOfWait(now)],
  );
}

export async function forgetFailures(tx: Tx, guesser: Guesser): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE guesser_digest = $1', [digest(guesser)]);
}

/** Forgets those whose wait is over. */
export async function purgeFailures(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE since <= $1', [endOfWait(now)]);
}
