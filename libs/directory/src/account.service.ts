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

const schema = z.object({
  loginId: text(64, 3).transform(asLoginId),
  password: z.string().min(MIN_PASSWORD).max(MAX_PASSWORD),
  displayName: text(60),
  nameEn: text(60),
});

export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const account = await tx.findOneBy(Account, { id });
  if (!account) throw notFound('account');
  return account;
}

export const findAccountByLoginId = (tx: Tx, loginId: string): Promise<Account | null> =>
  tx.findOneBy(Account, { loginId: asLoginId(loginId) });

/** Opens an account and gives it its one membership. */
export async function createAccount(tx: Tx, input: AccountInput, now: Date): Promise<Account> {
  const { membership, ...facts } = input;
  const { password, ...person } = parseInput(schema, facts);
  const account = Account.open({ ...person, passwordHash: await hashPassword(password) }, now);
  try {
    await tx.insert(Account, account);
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new DomainError('CONFLICT', 'account.login-id-taken', { loginId: person.loginId });
  }
  await tx.insert(Membership, Membership.grant(account.id, membership));
  return account;
}
