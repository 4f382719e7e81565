import type { Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { Account } from './account.entity.js';
import type { BrowserName, SystemName } from './browser-name.js';
import { Membership, type SignedInActor } from './membership.entity.js';
import { hashToken, Session } from './session.entity.js';

/** A browser somewhere, as its owner sees it: no token, no address. */
export interface BrowserSession {
  readonly id: string;
  readonly browser: BrowserName;
  readonly system: SystemName;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

/** Signs an account out of every browser, except the one whose token's digest is given. */
export async function endSessionsOf(tx: Tx, accountId: string, except = ''): Promise<void> {
  await tx.query(
    `DELETE FROM session USING membership
     WHERE membership.id = session.membership_id AND membership.account_id = $1 AND session.token_hash <> $2`,
    [accountId, except],
  );
}

export async function sessionsOf(
  tx: Tx,
  accountId: string,
  { token, now }: { token: string; now: Date },
): Promise<BrowserSession[]> {
  const sessions = await tx
    .createQueryBuilder(Session, 's')
    .innerJoin(Membership, 'm', 'm.id = s.membershipId')
    .where('m.accountId = :accountId AND m.endedAt IS NULL', { accountId })
    .orderBy('s.lastSeenAt', 'DESC')
    .addOrderBy('s.id')
    .getMany();
  const here = hashToken(token);
  return sessions
    .filter((session) => session.isAlive(now))
    .map(({ id, browser, system, createdAt, lastSeenAt, expiresAt, tokenHash }) => ({
      id,
      browser,
      system,
      createdAt,
      lastSeenAt,
      expiresAt,
      current: tokenHash === here,
    }));
}

/** Whoever an account is; null for one that is disabled, or whose membership has ended. */
export async function accountOfMembership(
  tx: Tx,
  where: { id: string } | { accountId: string; prefectureId?: string },
): Promise<{ membership: Membership; actor: SignedInActor } | null> {
  const membership = await tx.findOne(Membership, {
    where: { ...where, endedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const account =
    membership && (await tx.findOneBy(Account, { id: membership.accountId, disabledAt: IsNull() }));
  const actor = account && membership.actor(account);
  return actor && { membership, actor };
}

/** When the person was last there, for whoever keeps the list of people. */
export async function noteSignIn(tx: Tx, membershipId: string, now: Date): Promise<void> {
  await tx.update(Membership, { id: membershipId }, { lastSignInAt: now });
}
