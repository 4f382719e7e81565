import { createHash } from 'node:crypto';
import type { Tx } from '@banso/platform';

/** A person has so long to touch a key, in minutes. */
export const CHALLENGE_MINUTES = 5;

const digest = (challenge: string): string => createHash('sha256').update(challenge).digest('hex');

/** Notes what was asked; of an account when it registers a key, of anybody at the door. */
export async function noteChallenge(
  tx: Tx,
  challenge: string,
  { accountId, now }: { accountId: string | null; now: Date },
): Promise<void> {
  await purgeChallenges(tx, now);
  await tx.query(
    'INSERT INTO passkey_challenge (challenge_hash, account_id, expires_at) VALUES ($1, $2, $3)',
    [digest(challenge), accountId, new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)],
  );
}

/** Takes what was asked, once: false for what was never asked, was answered already or is too old. */
export async function takeChallenge(
  tx: Tx,
  challenge: string,
  { accountId, now }: { accountId: string | null; now: Date },
): Promise<boolean> {
  const [, count] = await tx.query<[unknown[], number]>(
    `DELETE FROM passkey_challenge
     WHERE challenge_hash = $1 AND account_id IS NOT DISTINCT FROM $2::uuid AND expires_at > $3`,
    [digest(challenge), accountId, now],
  );
  return count === 1;
}

/** Forgets what nobody answered. */
export async function purgeChallenges(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM passkey_challenge WHERE expires_at <= $1', [now]);
}
