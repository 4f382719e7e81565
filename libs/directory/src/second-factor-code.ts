import { DomainError } from '@banso/kernel';
import type { SecretBox, Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { Passkey } from './passkey.entity.js';
import { asCode, hashCode, isRecoveryCode, RecoveryCode } from './recovery-code.entity.js';
import { forgetFailures, hasFewFailures, noteFailure, SIGN_IN_WAIT_MINUTES } from './sign-in-failures.js';
import { stepOf } from './totp.js';
import { TotpFactor } from './totp-factor.entity.js';

/** What codes are judged with. */
export interface CodeJudge {
  readonly secrets: SecretBox;
  readonly now: Date;
}

export type CodeVerdict = 'right' | 'wrong' | 'too-many' | 'key-lost';

/**
 * Counted for the account, from wherever: whoever guesses has the password already, and three codes of a million are
 * right at any moment. It locks nobody out: a recovery code cannot be guessed and is taken all the same.
 */
const codeGuesser = (accountId: string) => ({ loginId: accountId, from: `code ${accountId}` });

/** With its key; held until the transaction ends, so that of the same code twice at one moment one is taken. */
export const lockedTotp = (tx: Tx, accountId: string): Promise<TotpFactor | null> =>
  tx
    .createQueryBuilder(TotpFactor, 'f')
    .addSelect('f.secretBox')
    .where('f.accountId = :accountId', { accountId })
    .setLock('pessimistic_write')
    .getOne();

export const sealedFor = (accountId: string): string => `totp ${accountId}`;

/** Judges a code of an authenticator that is on, or is just being set up. */
export async function judgeTotp(
  tx: Tx,
  factor: TotpFactor,
  code: string,
  judge: CodeJudge,
): Promise<CodeVerdict> {
  const guesser = codeGuesser(factor.accountId);
  if (!(await hasFewFailures(tx, guesser, judge.now))) return 'too-many';
  const key = judge.secrets.open(factor.secretBox, sealedFor(factor.accountId));
  if (key === null) return 'key-lost';
  const step = stepOf(code, key, judge.now);
  if (step === null || !factor.take(step)) {
    await noteFailure(tx, guesser, judge.now);
    return 'wrong';
  }
  await tx.update(TotpFactor, { accountId: factor.accountId }, { lastStep: factor.lastStep });
  await forgetFailures(tx, guesser);
  return 'right';
}

/** Judges a code of an account. A wrong one of an authenticator is counted: do not roll back. */
export async function judgeCode(
  tx: Tx,
  { accountId, totp }: { readonly accountId: string; readonly totp: TotpFactor | null },
  typed: string,
  judge: CodeJudge,
): Promise<CodeVerdict> {
  const code = asCode(typed);
  if (!isRecoveryCode(code)) return totp?.isOn ? judgeTotp(tx, totp, code, judge) : 'wrong';
  const { affected } = await tx.update(
    RecoveryCode,
    { accountId, codeHash: hashCode(accountId, code), usedAt: IsNull() },
    { usedAt: judge.now },
  );
  return affected === 1 ? 'right' : 'wrong';
}

/** What a verdict means at the front door; null when it is open. */
export function refusalOfCode(verdict: CodeVerdict): DomainError | null {
  switch (verdict) {
    case 'right':
      return null;
    case 'wrong':
      return new DomainError('SIGN_IN_FAILED', 'sign-in.code-wrong');
    case 'too-many':
      return new DomainError('SIGN_IN_FAILED', 'sign-in.code-too-many', { minutes: SIGN_IN_WAIT_MINUTES });
    case 'key-lost':
      return new DomainError('SIGN_IN_FAILED', 'sign-in.code-unreadable');
  }
}

/** Why a right password is not enough; null when it is, or the code beside it is right. */
export async function secondFactorRefusal(
  tx: Tx,
  accountId: string,
  typed: string,
  judge: CodeJudge,
): Promise<DomainError | null> {
  const totp = await lockedTotp(tx, accountId);
  const passkeys = await tx.countBy(Passkey, { accountId });
  if (!totp?.isOn && passkeys === 0) return null;
  if (typed.trim() === '')
    return totp?.isOn
      ? new DomainError('SIGN_IN_FAILED', 'sign-in.code-needed')
      : new DomainError('SIGN_IN_FAILED', 'sign-in.passkey-needed');
  return refusalOfCode(await judgeCode(tx, { accountId, totp }, typed, judge));
}
