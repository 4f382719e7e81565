import { createHash, randomBytes } from 'node:crypto';
import type { SecretBox, Tx } from '@banso/platform';
import { z } from 'zod';
import type { Checks } from './oidc-provider.js';

/** Somebody may take so long to sign in elsewhere, in minutes. */
const JOURNEY_MINUTES = 10;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const random = (): string => randomBytes(32).toString('base64url');

/** Somebody on the way to an identity provider and back. */
export interface Journey {
  readonly prefectureId: string;
  /** Who wants to link the identity; null for whoever signs in. */
  readonly accountId: string | null;
  /** What is to be accepted on the way back; null for whoever has an account. */
  readonly joining: Joining | null;
  readonly checks: Checks;
}

/** Somebody who accepts an invitation, in their own words. */
export interface Joining {
  readonly token: string;
  readonly loginId: string;
  readonly displayName: string;
  readonly nameEn: string;
}

const joiningSchema = z.object({
  token: z.string(),
  loginId: z.string(),
  displayName: z.string(),
  nameEn: z.string(),
});
const boxSchema = z.object({ nonce: z.string(), verifier: z.string(), joining: joiningSchema.nullable() });

/** Sets out; the browser's token shows later that the same browser comes back. */
export async function setOut(
  tx: Tx,
  { prefectureId, accountId, joining }: Omit<Journey, 'checks'>,
  { secrets, now }: { secrets: SecretBox; now: Date },
): Promise<{ checks: Checks; browserToken: string }> {
  const checks = { state: random(), nonce: random(), verifier: random() };
  const browserToken = random();
  const stateHash = digest(checks.state);
  const box = secrets.seal(
    JSON.stringify({ nonce: checks.nonce, verifier: checks.verifier, joining }),
    stateHash,
  );
  await purgeJourneys(tx, now);
  await tx.query(
    `INSERT INTO oidc_journey (state_hash, browser_hash, prefecture_id, account_id, secret_box, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      stateHash,
      digest(browserToken),
      prefectureId,
      accountId,
      box,
      new Date(now.getTime() + JOURNEY_MINUTES * 60_000),
    ],
  );
  return { checks, browserToken };
}

interface Row {
  readonly prefecture_id: string;
  readonly account_id: string | null;
  readonly secret_box: Buffer;
}

/** Ends a journey, once; null when this browser is on none with that state, or has taken too long. */
export async function comeBack(
  tx: Tx,
  { state, browserToken }: { state: string; browserToken: string },
  { secrets, now }: { secrets: SecretBox; now: Date },
): Promise<Journey | null> {
  const stateHash = digest(state);
  const [rows] = await tx.query<[Row[], number]>(
    `DELETE FROM oidc_journey WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
     RETURNING prefecture_id, account_id, secret_box`,
    [stateHash, digest(browserToken), now],
  );
  const row = rows[0];
  const opened = row && secrets.open(row.secret_box, stateHash);
  if (!row || typeof opened !== 'string') return null;
  const { nonce, verifier, joining } = boxSchema.parse(JSON.parse(opened));
  return {
    prefectureId: row.prefecture_id,
    accountId: row.account_id,
    joining,
    checks: { state, nonce, verifier },
  };
}

/** Forgets those who never came back. */
export async function purgeJourneys(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM oidc_journey WHERE expires_at <= $1', [now]);
}
