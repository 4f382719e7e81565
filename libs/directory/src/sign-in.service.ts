import { Clock, DomainError, parseInput, text } from '@banso/kernel';
import { Db, forgetRates, type Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { asLoginId } from './account.service.js';
import { Account } from './account.entity.js';
import type { SignedInActor } from './membership.entity.js';
import { passwordMatches } from './password.js';
import { MAX_PASSWORD } from './password-rule.js';
import {
  forgetFailures,
  type Guesser,
  noteFailure,
  purgeFailures,
  requireFewFailures,
} from './sign-in-failures.js';
import { hashToken, Session, SESSION_LIMITS, type SessionLimits } from './session.entity.js';
import { accountOfMembership } from './session.queries.js';

export interface SignInInput {
  readonly loginId: string;
  readonly password: string;
  /** The network address that asks. */
  readonly from: string;
  /** What the browser says about itself. */
  readonly userAgent?: string;
}

export interface SignedIn {
  /** Goes into the browser's cookie; only its digest is kept here. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly actor: SignedInActor;
}

const schema = z.object({
  loginId: text(64).transform(asLoginId),
  password: z.string().min(1).max(MAX_PASSWORD),
});

const refused = () => new DomainError('SIGN_IN_FAILED', 'sign-in.failed');

/** Who is at the other end: passwords, sessions and the actor they stand for. Belongs to no prefecture yet. */
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: SessionLimits = SESSION_LIMITS,
  ) {}

  /** Unknown ids, wrong passwords and disabled accounts answer alike, in words and in time. */
  async signIn(input: SignInInput): Promise<SignedIn> {
    const { loginId, password } = parseInput(schema, input);
    const guesser = { loginId, from: input.from };
    const account = await this.db.system(null, (tx) => this.findWithHash(tx, guesser));
    // Hashing takes tens of milliseconds: no transaction is open meanwhile.
    const matches = await passwordMatches(password, account?.passwordHash ?? null);
    if (account && matches) {
      const userAgent = input.userAgent ?? '';
      return this.db.system(null, (tx) => this.open(tx, account.id, { ...guesser, userAgent }));
    }
    await this.db.system(null, (tx) => noteFailure(tx, guesser, this.clock.now()));
    throw refused();
  }

  /** The actor of a request; null when its session is unknown, idle, over, or its account disabled. */
  actorOf(token: string): Promise<SignedInActor | null> {
    return this.db.system(null, async (tx) => {
      const session = await tx.findOneBy(Session, { tokenHash: hashToken(token) });
      const now = this.clock.now();
      if (!session?.isAlive(now)) return null;
      const found = await accountOfMembership(tx, { id: session.membershipId });
      if (!found) return null;
      if (session.seen(now)) await tx.update(Session, { tokenHash: session.tokenHash }, { lastSeenAt: now });
      return found.actor;
    });
  }

  /** Ends a session; one that has ended already stays so. */
  signOut(token: string): Promise<void> {
    return this.db.system(null, async (tx) => {
      await tx.delete(Session, { tokenHash: hashToken(token) });
    });
  }

  private async findWithHash(tx: Tx, guesser: Guesser): Promise<Account | null> {
    await requireFewFailures(tx, guesser, this.clock.now());
    return tx.findOne(Account, {
      where: { loginId: guesser.loginId, disabledAt: IsNull() },
      select: { id: true, passwordHash: true },
    });
  }

  private async open(
    tx: Tx,
    accountId: string,
    { userAgent, ...guesser }: Guesser & { userAgent: string },
  ): Promise<SignedIn> {
    // Asked again: a thousand guesses at one moment have all been let in at the door.
    await requireFewFailures(tx, guesser, this.clock.now());
    await forgetFailures(tx, guesser);
    const found = await accountOfMembership(tx, { accountId });
    if (!found) throw refused();
    const { token, session } = Session.start(found.membership.id, this.clock.now(), {
      limits: this.limits,
      userAgent,
    });
    await tx.insert(Session, session);
    return { token, expiresAt: session.expiresAt, actor: found.actor };
  }
}

/** Forgets sessions that can no longer be used, and old failures; returns how many sessions. */
export async function purgeExpiredSessions(tx: Tx, now: Date): Promise<number> {
  await purgeFailures(tx, now);
  await forgetRates(tx, now);
  const [, count] = await tx.query<[unknown[], number]>(
    `DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $1::timestamptz - make_interval(mins => idle_minutes)`,
    [now],
  );
  return count;
}
