import { type Actor, Clock, DomainError, parseInput, permit } from '@banso/kernel';
import { Db, type Tx, workingFor } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import type { Membership } from './membership.entity.js';
import { removeFactors } from './factors.js';
import { linkRefused } from './one-time-link.js';
import { PasswordReset } from './password-reset.entity.js';
import { hashPassword } from './password.js';
import { requireGoodPassword } from './password-rule.js';
import { may, requireManager } from './people.policy.js';
import { actorsOf, getMembership, liveMembershipsOf, type Person, withAccounts } from './people.queries.js';
import { personalWords } from './personal-words.js';
import { hashToken } from './session.entity.js';
import { endSessionsOf } from './session.queries.js';

/** A reset with the token of its link, which is shown this once. */
export interface IssuedReset {
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: Person;
}

const schema = z.object({ newPassword: z.string().min(1) });

/** Who manages every part of an account may let its owner choose a new password; anybody less would take it over. */
const mayReset = (actor: Actor, memberships: readonly Membership[]): boolean =>
  memberships.length > 0 && memberships.every((membership) => may.manage(actor, membership));

/** A way back in for somebody who has forgotten the password. */
export class PasswordResetService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `id` names a membership of the person. With a lost device the second factors go when the link is used. */
  async issue(actor: Actor, id: string, { lostDevice = false } = {}): Promise<IssuedReset> {
    const { accountId } = await this.db.read(actor, async (tx) => {
      const membership = await getMembership(tx, actor, id);
      requireManager(actor, membership);
      return membership;
    });
    permit(accountId !== actor.accountId);
    // Across all tenants: what the account may do elsewhere is not in the actor's sight.
    const everywhere = await this.db.system(null, (tx) => liveMembershipsOf(tx, accountId));
    if (!mayReset(actor, everywhere)) throw new DomainError('FORBIDDEN', 'password-reset.belongs-elsewhere');
    return this.db.write(actor, async (tx) => {
      const membership = await getMembership(tx, actor, id);
      requireManager(actor, membership);
      const { token, reset } = PasswordReset.issue(membership, {
        issuedBy: actor.accountId,
        now: this.clock.now(),
        lostDevice,
      });
      await tx.insert(PasswordReset, reset);
      const [person] = await withAccounts(tx, [membership]);
      if (!person) throw linkRefused();
      return { token, expiresAt: reset.expiresAt, person };
    });
  }

  /** Whose password a link resets. */
  look(token: string): Promise<Account> {
    return this.db.system(null, async (tx) => (await this.usable(tx, token)).account);
  }

  /** Sets the password, signs the account out everywhere and voids every other link of it. Returns the sign-in name. */
  async use(token: string, input: string): Promise<string> {
    const { newPassword } = parseInput(schema, { newPassword: input });
    const words = await this.db.system(null, async (tx) => {
      const { account, reset } = await this.usable(tx, token);
      return personalWords(tx, account, reset);
    });
    await requireGoodPassword('newPassword', newPassword, words);
    const passwordHash = await hashPassword(newPassword);
    return this.db.system(null, async (tx) => {
      const { account } = await this.usable(tx, token);
      await workingFor(tx, account.id);
      await tx.findOne(Account, { where: { id: account.id }, lock: { mode: 'pessimistic_write' } });
      // Asked again, with the account held: of several links at one moment one sets the password.
      const { reset } = await this.usable(tx, token);
      if (reset.lostDevice) await removeFactors(tx, account.id);
      await tx.update(Account, { id: account.id }, { passwordHash });
      await tx
        .createQueryBuilder()
        .update(PasswordReset)
        .set({ usedAt: this.clock.now() })
        .where('account_id = :id AND used_at IS NULL', { id: account.id })
        .execute();
      await endSessionsOf(tx, account.id);
      return account.loginId;
    });
  }

  /** Open, and given by somebody who still manages every part of the account. */
  private async usable(tx: Tx, token: string): Promise<{ reset: PasswordReset; account: Account }> {
    const reset = await tx.findOneBy(PasswordReset, { tokenHash: hashToken(token) });
    if (!reset?.isOpen(this.clock.now())) throw linkRefused();
    const account = await tx.findOneBy(Account, { id: reset.accountId });
    const memberships = await liveMembershipsOf(tx, reset.accountId);
    const issuers = await actorsOf(tx, reset.issuedBy);
    if (!account || account.disabledAt || !issuers.some((issuer) => mayReset(issuer, memberships)))
      throw linkRefused();
    return { reset, account };
  }
}
