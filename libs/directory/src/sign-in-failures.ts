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
/** For one name from everywhere: a guesser with a thousand addresses is still one guesser. */
export const MAX_FAILURES_OF_NAME = 50;
/** From one address for all names: few passwords tried on many people. A town's people share an address. */
export const MAX_FAILURES_OF_ADDRESS = 300;
/** Counted from the first of them. */
export const SIGN_IN_WAIT_MINUTES = 15;
/** So long the platform knows from where somebody has signed in. */
const PLACE_DAYS = 90;

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** People type their password into the wrong field: what was typed is not kept. */
const keysOf = ({ loginId, from }: Guesser) => ({
  place: digest(loginId, networkOf(from)),
  name: digest('name', loginId, ''),
  address: digest('address', networkOf(from), ''),
});

const endOfWait = (now: Date): Date => new Date(now.getTime() - SIGN_IN_WAIT_MINUTES * 60_000);

/**
 * Whether somebody may guess on. Where the name has signed in before, only their own failures there count: nobody
 * else's guesses, from wherever, keep people out of their usual office.
 */
export async function hasFewFailures(tx: Tx, guesser: Guesser, now: Date): Promise<boolean> {
  const { place, name, address } = keysOf(guesser);
  const tooMany = await tx.query<unknown[]>(
    `SELECT 1 FROM sign_in_failure f WHERE f.since > $7 AND (
       (f.guesser_digest = $1 AND f.failures >= $4)
       OR ((f.guesser_digest = $2 AND f.failures >= $5 OR f.guesser_digest = $3 AND f.failures >= $6)
           AND NOT EXISTS (SELECT 1 FROM sign_in_place p WHERE p.guesser_digest = $1)))
     LIMIT 1`,
    [
      place,
      name,
      address,
      MAX_SIGN_IN_FAILURES,
      MAX_FAILURES_OF_NAME,
      MAX_FAILURES_OF_ADDRESS,
      endOfWait(now),
    ],
  );
  return tooMany.length === 0;
}

/** Refuses somebody who guessed too often: guessing must not be fast. */
export async function requireFewFailures(tx: Tx, guesser: Guesser, now: Date): Promise<void> {
  if (!(await hasFewFailures(tx, guesser, now)))
    throw new DomainError('SIGN_IN_FAILED', 'sign-in.too-many', { minutes: SIGN_IN_WAIT_MINUTES });
}

export async function noteFailure(tx: Tx, guesser: Guesser, now: Date): Promise<void> {
  // In one order for everybody, or two guessers could wait for each other.
  const keys = Object.values(keysOf(guesser)).sort();
  await tx.query(
    `INSERT INTO sign_in_failure AS known (guesser_digest, failures, since)
     VALUES ($3, 1, $1), ($4, 1, $1), ($5, 1, $1)
     ON CONFLICT (guesser_digest) DO UPDATE SET
       failures = CASE WHEN known.since > $2 THEN known.failures + 1 ELSE 1 END,
       since = CASE WHEN known.since > $2 THEN known.since ELSE EXCLUDED.since END`,
    [now, endOfWait(now), ...keys],
  );
}

/** After a right password: the failures here are forgotten, and the place is known from now on. */
export async function forgetFailures(tx: Tx, guesser: Guesser): Promise<void> {
  const { place } = keysOf(guesser);
  await tx.query('DELETE FROM sign_in_failure WHERE guesser_digest = $1', [place]);
  await tx.query(
    `INSERT INTO sign_in_place (guesser_digest, last_at) VALUES ($1, now())
     ON CONFLICT (guesser_digest) DO UPDATE SET last_at = now()`,
    [place],
  );
}

/** Forgets those whose wait is over, and places where nobody has come for long. */
export async function purgeFailures(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE since <= $1', [endOfWait(now)]);
  await tx.query(
    `DELETE FROM sign_in_place WHERE last_at <= $1::timestamptz - make_interval(days => ${PLACE_DAYS})`,
    [now],
  );
}
