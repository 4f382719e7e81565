import type { Tx } from '@banso/platform';

/** A mail that this carrier holds. */
export interface HeldMail {
  readonly id: string;
  readonly accountId: string;
  readonly prefectureId: string | null;
  readonly purpose: 'ACTION' | 'DIGEST' | 'CONFIRM';
  readonly digestOn: string | null;
  readonly attempts: number;
  readonly doubts: number;
}

/** How long one carrier alone may hold a mail, in seconds: longer than a handing over can take. */
export const LEASE_SECONDS = 180;
/** About three days of trying. */
export const MAX_ATTEMPTS = 80;

/**
 * The next mail that is due, for this carrier alone. One that was being handed over when its carrier died is in doubt:
 * it goes out again under the same id, and is counted.
 */
export async function takeMail(tx: Tx, holder: string): Promise<HeldMail | null> {
  const [rows]: [HeldMail[], number] = await tx.query(
    `UPDATE mail SET holder = $1, lease_until = now() + interval '1 second' * $2, attempts = attempts + 1,
       doubts = doubts + (status = 'HANDING')::int, status = 'QUEUED'
     WHERE id = (SELECT id FROM mail WHERE status IN ('QUEUED', 'HANDING') AND next_at <= now() AND lease_until < now()
       ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, account_id AS "accountId", prefecture_id AS "prefectureId", purpose,
       digest_on::text AS "digestOn", attempts, doubts`,
    [holder, LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

/** Everything but the last dot has been sent. False: the mail is somebody else's by now, and must not end here. */
export async function markHanding(tx: Tx, id: string, holder: string, address: string): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `UPDATE mail SET status = 'HANDING', address = $3
     WHERE id = $1 AND holder = $2 AND status = 'QUEUED' AND lease_until > now()`,
    [id, holder, address],
  );
  return count === 1;
}

export async function markSent(tx: Tx, id: string, holder: string): Promise<void> {
  await tx.query(
    `UPDATE mail SET status = 'SENT', sent_at = now(), answer = NULL, lease_until = '-infinity'
     WHERE id = $1 AND holder = $2 AND status = 'HANDING'`,
    [id, holder],
  );
}

/** It never leaves: nobody is there to read it, or nothing is left to say. */
export async function markDropped(tx: Tx, id: string, holder: string, why: string): Promise<void> {
  await tx.query(
    `UPDATE mail SET status = 'DROPPED', answer = $3, lease_until = '-infinity' WHERE id = $1 AND holder = $2`,
    [id, holder, why],
  );
}

/** The server refuses it for good. */
export async function markFailed(tx: Tx, id: string, holder: string, answer: string): Promise<void> {
  await tx.query(
    `UPDATE mail SET status = 'FAILED', answer = $3, lease_until = '-infinity' WHERE id = $1 AND holder = $2`,
    [id, holder, answer],
  );
}

/**
 * Tried again after 1, 2, 4 … minutes, at most an hour; given up after some days. A handing over that nobody answered is
 * in doubt from now on.
 */
export async function markAgain(tx: Tx, id: string, holder: string, answer: string | null): Promise<void> {
  await tx.query(
    `UPDATE mail SET doubts = doubts + (status = 'HANDING' AND $3::text IS NULL)::int,
       status = CASE WHEN attempts >= $4 THEN 'FAILED' ELSE 'QUEUED' END, answer = coalesce($3, 'no answer'),
       lease_until = '-infinity', next_at = now() + least(interval '1 hour', interval '1 minute' * 2 ^ least(attempts - 1, 6))
     WHERE id = $1 AND holder = $2`,
    [id, holder, answer, MAX_ATTEMPTS],
  );
}

export async function suppress(
  tx: Tx,
  address: string,
  reason: 'REFUSED' | 'BOUNCED',
  answer: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO mail_suppression (id, address, reason, answer) VALUES (gen_random_uuid(), $1, $2, $3)
     ON CONFLICT (lower(address)) WHERE lifted_at IS NULL DO NOTHING`,
    [address, reason, answer],
  );
}

export async function isSuppressed(tx: Tx, address: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    'SELECT 1 FROM mail_suppression WHERE lower(address) = lower($1) AND lifted_at IS NULL',
    [address],
  );
  return found.length > 0;
}
