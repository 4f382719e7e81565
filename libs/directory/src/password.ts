import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of an account that a program opens; `password-rule.ts` judges what people choose. */
export const MIN_PASSWORD = 8;

/** The same characters typed on another keyboard are the same password. */
const asTyped = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), PARAMETERS);

let nobody: Promise<string> | undefined;

/** Takes as long without a hash as with one, so that the time does not tell which login ids exist. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await nobody), asTyped(password));
  return matches && stored !== null;
}
