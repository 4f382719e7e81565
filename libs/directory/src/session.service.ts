import { type Actor, Clock, DomainError, knownId, notFound, permit } from '@banso/kernel';
import { beyondOwnRows, Db } from '@banso/platform';
import { IsNull } from 'typeorm';
import { Membership, type SignedInActor } from './membership.entity.js';
import { hashToken, Session } from './session.entity.js';
import {
  accountOfMembership,
  type BrowserSession,
  endSessionsOf,
  noteSignIn,
  sessionsOf,
} from './session.queries.js';

/** A signed-in person's own browsers and parts. A session belongs to an account, not to a prefecture. */
export class SessionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Where the person is signed in, the last seen first. */
  list(actor: Actor, token: string): Promise<BrowserSession[]> {
    permit(actor.role !== 'SYSTEM');
    return this.db.read(actor, (tx) => sessionsOf(tx, actor.accountId, { token, now: this.clock.now() }));
  }

  /** Signs one browser of the person out. */
  end(actor: Actor, id: string): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    return this.db.write(actor, async (tx) => {
      const session = await tx.findOneBy(Session, { id: knownId('session', id) });
      const owner = session && (await tx.findOneBy(Membership, { id: session.membershipId }));
      if (owner?.accountId !== actor.accountId) throw notFound('session');
      await tx.delete(Session, { id });
    });
  }

  /** Signs the person out everywhere; the browser of the token, if one is given, stays. */
  endAll(actor: Actor, keptToken: string | null): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const kept = keptToken === null ? '' : hashToken(keptToken);
    return this.db.write(actor, (tx) => endSessionsOf(tx, actor.accountId, kept));
  }

  /** Every part that the person may play. */
  memberships(actor: Actor): Promise<Membership[]> {
    permit(actor.role !== 'SYSTEM');
    return this.db.read(actor, (tx) =>
      tx.find(Membership, { where: { accountId: actor.accountId, endedAt: IsNull() }, order: { id: 'ASC' } }),
    );
  }

  /**
   * The browser goes on in another part of the same person, from its next request. Whoever came in by the identity
   * provider of a prefecture stays in that prefecture: it vouches for nobody anywhere else.
   */
  switchTo(actor: Actor, membershipId: string, token: string): Promise<SignedInActor> {
    permit(actor.role !== 'SYSTEM');
    return this.db.write(actor, async (tx) => {
      const found = await accountOfMembership(tx, { id: knownId('membership', membershipId) });
      if (found?.actor.accountId !== actor.accountId) throw notFound('membership');
      const session = await tx.findOneBy(Session, { tokenHash: hashToken(token) });
      if (session?.identityIssuer && found.membership.prefectureId !== actor.prefectureId)
        throw new DomainError('FORBIDDEN', 'session.vouched-for-elsewhere');
      await tx.update(Session, { tokenHash: hashToken(token) }, { membershipId });
      await beyondOwnRows(tx, () => noteSignIn(tx, membershipId, this.clock.now()));
      return found.actor;
    });
  }
}
