import { DomainError, notFound, parseInput, text } from '@banso/kernel';
import { sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { Membership, type MembershipScope } from './membership.entity.js';
import { hashPassword, MIN_PASSWORD } from './password.js';
import { MAX_PASSWORD } from './password-rule.js';

export interface AccountInput {
  readonly loginId: string;
  readonly password: string;
  readonly displayName: string;
  readonly nameEn: string;
  readonly membership: MembershipScope;
}

/** Login ids are compared as staff type them: width and case do not matter. */
export const asLoginId = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Who somebody is, as they write it themselves. */
export const personSchema = z.object({
  loginId: text(64, 3).transform(asLoginId),
  displayName: text(60),
  nameEn: text(60),
});

const schema = personSchema.extend({ password: z.string().min(MIN_PASSWORD).max(MAX_PASSWORD) });

export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const account = await tx.findOneBy(Account, { id });
  if (!account) throw notFound('account');
  return account;
}

export const findAccountByLoginId = (tx: Tx, loginId: string): Promise<Account | null> =>
  tx.findOneBy(Account, { loginId: asLoginId(loginId) });

export const loginIdTaken = (loginId: string): DomainError =>
  new DomainError('CONFLICT', 'account.login-id-taken', { loginId });

/** Opens an account; a sign-in name that somebody has already is refused. */
export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  try {
    await tx.insert(Account, account);
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw loginIdTaken(account.loginId);
  }
}

/** Opens an account and gives it its one membership. */
export async function createAccount(tx: Tx, input: AccountInput, now: Date): Promise<Account> {
  const { membership, ...facts } = input;
  const { password, ...person } = parseInput(schema, facts);
  const account = Account.open({ ...person, passwordHash: await hashPassword(password) }, now);
  await insertAccount(tx, account);
  await tx.insert(Membership, Membership.grant(account.id, membership, now));
  return account;
}
