import { createHash } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/** Wrong passwords for one sign-in name, known or not, before it has to wait. */
export const MAX_SIGN_IN_FAILURES = 10;
/** Counted from the first of them. */
export const SIGN_IN_WAIT_MINUTES = 15;

/** People type their password into the wrong field: what was typed is not kept. */
const digest = (loginId: string): string => createHash('sha256').update(loginId).digest('hex');

const endOfWait = (now: Date): Date => new Date(now.getTime() - SIGN_IN_WAIT_MINUTES * 60_000);

/** Refuses a name that was tried too often, whoever tries: guessing must not be fast. */
export async function requireFewFailures(tx: Tx, loginId: string, now: Date): Promise<void> {
  const tooMany = await tx.query<unknown[]>(
    'SELECT 1 FROM sign_in_failure WHERE login_id_digest = $1 AND failures >= $2 AND since > $3',
    [digest(loginId), MAX_SIGN_IN_FAILURES, endOfWait(now)],
  );
  if (tooMany.length > 0)
    throw new DomainError('SIGN_IN_FAILED', 'sign-in.too-many', { minutes: SIGN_IN_WAIT_MINUTES });
}

export async function noteFailure(tx: Tx, loginId: string, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in_failure AS known (login_id_digest, failures, since) VALUES ($1, 1, $2)
     ON CONFLICT (login_id_digest) DO UPDATE SET
       failures = CASE WHEN known.since > $3 THEN known.failures + 1 ELSE 1 END,
       since = CASE WHEN known.since > $3 THEN known.since ELSE EXCLUDED.since END`,
    [digest(loginId), now, endOfWait(now)],
  );
}

export async function forgetFailures(tx: Tx, loginId: string): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE login_id_digest = $1', [digest(loginId)]);
}

/** Forgets those whose wait is over. */
export async function purgeFailures(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE since <= $1', [endOfWait(now)]);
}
