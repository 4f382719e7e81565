import { Clock, DomainError, parseInput, text } from '@banso/kernel';
import { Db, forgetRates, isDatabaseFull, log, SecretBox, type Tx, workingFor } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { asLoginId } from './account.service.js';
import { Account } from './account.entity.js';
import type { SignedInActor } from './membership.entity.js';
import { purgeJourneys } from './oidc/oidc-journey.js';
import { purgeChallenges } from './passkey-challenge.js';
import { passwordMatches } from './password.js';
import { MAX_PASSWORD } from './password-rule.js';
import { secondFactorRefusal } from './second-factor-code.js';
import {
  forgetFailures,
  type Guesser,
  noteFailure,
  purgeFailures,
  requireFewFailures,
} from './sign-in-failures.js';
import { openSession, type SignedIn } from './session-opening.js';
import { hashToken, Session, SESSION_LIMITS, type SessionLimits } from './session.entity.js';
import { accountOfMembership } from './session.queries.js';

export interface SignInInput {
  readonly loginId: string;
  readonly password: string;
  /** Of an authenticator, or a recovery code; asked for when the password is right and not enough. */
  readonly code?: string | null;
  /** The network address that asks. */
  readonly from: string;
  /** What the browser says about itself. */
  readonly userAgent?: string;
}

const schema = z.object({
  loginId: text(64).transform(asLoginId),
  password: z.string().min(1).max(MAX_PASSWORD),
  code: z.string().max(40).nullish(),
});

/** What a session is opened with. */
interface Arrival extends Guesser {
  readonly userAgent: string;
  readonly code: string;
}

const refused = () => new DomainError('SIGN_IN_FAILED', 'sign-in.failed');

/** Who is at the other end: passwords, sessions and the actor they stand for. Belongs to no prefecture yet. */
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: SessionLimits = SESSION_LIMITS,
    private readonly secrets = new SecretBox(),
  ) {}

  /**
   * Unknown ids, wrong passwords and disabled accounts answer alike, in words and in time; only who has the password
   * is told that a code is missing, or wrong.
   */
  async signIn(input: SignInInput): Promise<SignedIn> {
    const { loginId, password, code } = parseInput(schema, input);
    const guesser = { loginId, from: input.from };
    const account = await this.db.system(null, (tx) => this.findWithHash(tx, guesser));
    // Hashing takes tens of milliseconds: no transaction is open meanwhile.
    const matches = await passwordMatches(password, account?.passwordHash ?? null);
    if (account && matches) {
      const arrival = { ...guesser, userAgent: input.userAgent ?? '', code: code ?? '' };
      const opened = await this.db.system(null, (tx) => this.open(tx, account.id, arrival));
      // Thrown inside, it would take back that a wrong code was counted.
      if (opened instanceof DomainError) throw opened;
      return opened;
    }
    await this.db.system(null, (tx) => noteFailure(tx, guesser, this.clock.now()));
    throw refused();
  }

  /** The actor of a request; null when its session is unknown, idle, over, or its account disabled. */
  async actorOf(token: string): Promise<SignedInActor | null> {
    const now = this.clock.now();
    const tokenHash = hashToken(token);
    const found = await this.db.system(null, async (tx) => {
      const session = await tx.findOneBy(Session, { tokenHash });
      if (!session?.isAlive(now)) return null;
      const account = await accountOfMembership(tx, { id: session.membershipId });
      return account && { actor: account.actor, seen: session.seen(now) };
    });
    if (found?.seen) await this.noteSeen(tokenHash, now);
    return found?.actor ?? null;
  }

  /** Ends a session; one that has ended already stays so. Returns the identity provider that it came from, if any. */
  signOut(token: string): Promise<string | null> {
    return this.db.system(null, async (tx) => {
      const session = await tx.findOneBy(Session, { tokenHash: hashToken(token) });
      await tx.delete(Session, { tokenHash: hashToken(token) });
      return session?.identityIssuer ?? null;
    });
  }

  /** Not worth a refusal: where nothing more can be kept, reading goes on. */
  private async noteSeen(tokenHash: string, now: Date): Promise<void> {
    try {
      await this.db.system(null, (tx) => tx.update(Session, { tokenHash }, { lastSeenAt: now }));
    } catch (error) {
      if (!isDatabaseFull(error)) throw error;
      log.error({}, 'session.not-noted');
    }
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
    { userAgent, code, ...guesser }: Arrival,
  ): Promise<SignedIn | DomainError> {
    const now = this.clock.now();
    // Asked again: a thousand guesses at one moment have all been let in at the door.
    await requireFewFailures(tx, guesser, now);
    // Whose password is right acts from here on: a recovery code is used by somebody.
    await workingFor(tx, accountId);
    const missing = await secondFactorRefusal(tx, accountId, code, { secrets: this.secrets, now });
    if (missing) return missing;
    await forgetFailures(tx, guesser);
    const signedIn = await openSession(tx, accountId, { now, limits: this.limits, userAgent });
    if (!signedIn) throw refused();
    return signedIn;
  }
}

/** Forgets sessions that can no longer be used, and old failures; returns how many sessions. */
export async function purgeExpiredSessions(tx: Tx, now: Date): Promise<number> {
  await purgeFailures(tx, now);
  await forgetRates(tx, now);
  await purgeChallenges(tx, now);
  await purgeJourneys(tx, now);
  const [, count] = await tx.query<[unknown[], number]>(
    `DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $1::timestamptz - make_interval(mins => idle_minutes)`,
    [now],
  );
  return count;
}
