import type { Tx } from '@banso/platform';
import { Account } from './account.entity.js';
import { Passkey } from './passkey.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { TotpFactor } from './totp-factor.entity.js';

/** What an account has beside its password. */
export interface Factors {
  /** Since when a code is asked for. */
  readonly totpSince: Date | null;
  /** The first registered first. */
  readonly passkeys: readonly Passkey[];
}

/** Of two changes at once to what an account signs in with, one is the first. */
export async function lockFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'for_no_key_update' } });
}

export async function factorsOf(tx: Tx, accountId: string): Promise<Factors> {
  return {
    totpSince: (await tx.findOneBy(TotpFactor, { accountId }))?.confirmedAt ?? null,
    passkeys: await tx.find(Passkey, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } }),
  };
}

/** Everything that an account has beside its password, for somebody who has lost it. */
export async function removeFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(TotpFactor, { accountId });
  await tx.delete(Passkey, { accountId });
  await tx.delete(RecoveryCode, { accountId });
}

export const hasFactor = ({ totpSince, passkeys }: Factors): boolean =>
  totpSince !== null || passkeys.length > 0;

/** New codes; those before are void. */
export async function issueRecoveryCodes(tx: Tx, accountId: string): Promise<readonly string[]> {
  const { codes, rows } = RecoveryCode.issue(accountId);
  await tx.delete(RecoveryCode, { accountId });
  await tx.insert(RecoveryCode, rows);
  return codes;
}

/** Without anything to stand in for they mean nothing. */
export async function dropNeedlessCodes(tx: Tx, accountId: string): Promise<void> {
  if (!hasFactor(await factorsOf(tx, accountId))) await tx.delete(RecoveryCode, { accountId });
}
