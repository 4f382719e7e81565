import { availableParallelism } from 'node:os';
import { Gate } from '@banso/platform';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashing fills a processor and 19 MiB each time, in the few threads that also read files: a burst of sign-ins waits for
 * its turn rather than take them all from whoever is at work.
 */
const turns = new Gate(Math.min(3, Math.max(1, availableParallelism() - 1)));

/** Of an account that a program opens; `password-rule.ts` judges what people choose. */
export const MIN_PASSWORD = 8;

/** The same characters typed on another keyboard are the same password. */
const asTyped = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> =>
  turns.within(() => hash(asTyped(password), PARAMETERS));

let nobody: Promise<string> | undefined;

/** Takes as long without a hash as with one, so that the time does not tell which login ids exist. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const known = stored ?? (await nobody);
  const matches = await turns.within(() => verify(known, asTyped(password)));
  return matches && stored !== null;
}
