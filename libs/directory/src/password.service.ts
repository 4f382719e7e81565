import { type Actor, badInput, Clock, parseInput, permit } from '@banso/kernel';
import { Db } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { hashPassword, passwordMatches } from './password.js';
import { MAX_PASSWORD, requireGoodPassword } from './password-rule.js';
import { personalWords } from './personal-words.js';
import { hashToken } from './session.entity.js';
import { endSessionsOf } from './session.queries.js';
import { forgetFailures, noteFailure, requireFewFailures } from './sign-in-failures.js';

export interface PasswordChange {
  readonly presentPassword: string;
  readonly newPassword: string;
}

const schema = z.object({
  presentPassword: z.string().min(1).max(MAX_PASSWORD),
  newPassword: z.string().min(1),
});

/** Guesses at the door of a session that is open already are counted apart: they hold up nobody's sign-in. */
const insider = (accountId: string) => ({ loginId: accountId, from: `own account ${accountId}` });

/** A signed-in person's own password. */
export class PasswordService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Every other browser of the account is signed out; the one that asks stays. */
  async change(actor: Actor, input: PasswordChange, token: string): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const { presentPassword, newPassword } = parseInput(schema, input);
    const present = await this.confirm(actor.accountId, presentPassword);
    const words = await this.db.read(actor, async (tx) =>
      personalWords(tx, await tx.findOneByOrFail(Account, { id: actor.accountId }), actor),
    );
    await requireGoodPassword('newPassword', newPassword, words);
    const passwordHash = await hashPassword(newPassword);
    await this.db.write(actor, async (tx) => {
      // Of two changes at once the second no longer knows the present password.
      const { affected } = await tx.update(
        Account,
        { id: actor.accountId, passwordHash: present },
        { passwordHash },
      );
      if (affected !== 1) throw badInput({ path: 'presentPassword', rule: 'wrong-password' });
      await endSessionsOf(tx, actor.accountId, hashToken(token));
    });
  }

  /** Refuses unless it is the account's password; returns what is stored of it. Too many guesses have to wait. */
  async confirm(accountId: string, password: string): Promise<string> {
    const now = this.clock.now();
    const guesser = insider(accountId);
    const stored = await this.db.system(null, async (tx) => {
      await requireFewFailures(tx, guesser, now);
      const where = { id: accountId };
      return (await tx.findOneOrFail(Account, { where, select: { id: true, passwordHash: true } }))
        .passwordHash;
    });
    const matches = await passwordMatches(password, stored);
    await this.db.system(null, async (tx) => {
      // Asked again, as at the front door: many guesses may have come in at one moment.
      if (matches) await requireFewFailures(tx, guesser, now);
      await (matches ? forgetFailures(tx, guesser) : noteFailure(tx, guesser, now));
    });
    if (matches && stored !== null) return stored;
    throw badInput({ path: 'presentPassword', rule: stored === null ? 'no-password' : 'wrong-password' });
  }
}
