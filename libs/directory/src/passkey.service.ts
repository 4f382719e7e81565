import { type Actor, Clock, DomainError, knownId, notFound, parseInput, permit, text } from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { getAccount } from './account.service.js';
import { dropNeedlessCodes, factorsOf, hasFactor, issueRecoveryCodes, lockFactors } from './factors.js';
import { changeOwnAccount } from './own-account.js';
import { noteChallenge, takeChallenge } from './passkey-challenge.js';
import { Passkey } from './passkey.entity.js';
import type { PasswordService } from './password.service.js';
import { hashToken } from './session.entity.js';
import { endSessionsOf } from './session.queries.js';
import { challengeOf, madeKeyOf, type WebAuthnSite } from './webauthn.js';

/** Devices that one person may register. */
export const MAX_PASSKEYS = 10;

export interface PasskeyAnswer {
  /** What the owner calls the device. */
  readonly name: string;
  /** What the browser says, as JSON. */
  readonly response: string;
}

const schema = z.object({ name: text(40) });

const refused = () => new DomainError('BAD_INPUT', 'passkey.not-registered');

/** A signed-in person's own passkeys. */
export class PasskeyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly passwords: PasswordService,
    private readonly site: WebAuthnSite,
  ) {}

  /** What the browser needs to make a key, as JSON. */
  async begin(actor: Actor, presentPassword: string): Promise<string> {
    permit(actor.role !== 'SYSTEM');
    const { accountId } = actor;
    await this.passwords.confirm(accountId, presentPassword);
    return this.db.system(null, async (tx) => {
      const { passkeys } = await factorsOf(tx, accountId);
      requireRoom(passkeys);
      const options = await this.site.toMake(await getAccount(tx, accountId), passkeys);
      await noteChallenge(tx, options.challenge, { accountId, now: this.clock.now() });
      return JSON.stringify(options);
    });
  }

  /**
   * Keeps the public half of a key that the browser made. Recovery codes are given with the first factor of an account,
   * and every other browser is signed out then: it came in with the password alone.
   */
  async register(actor: Actor, answer: PasskeyAnswer, token: string): Promise<readonly string[]> {
    permit(actor.role !== 'SYSTEM');
    const { name } = parseInput(schema, { name: answer.name });
    const { accountId } = actor;
    const key = madeKeyOf(answer.response);
    const challenge = key && challengeOf(key.response.clientDataJSON);
    const now = this.clock.now();
    // Taken before it is judged: a challenge is answered once, rightly or not.
    const asked =
      challenge !== null &&
      (await this.db.system(null, (tx) => takeChallenge(tx, challenge, { accountId, now })));
    const made = key && asked ? await this.site.made(key, challenge) : null;
    if (!made) throw refused();
    return changeOwnAccount(this.db, actor, async (tx) => {
      await lockFactors(tx, accountId);
      const before = await factorsOf(tx, accountId);
      requireRoom(before.passkeys);
      await keep(tx, Passkey.register({ accountId, name, ...made }, now));
      if (hasFactor(before)) return [];
      await endSessionsOf(tx, accountId, hashToken(token));
      return issueRecoveryCodes(tx, accountId);
    });
  }

  /** The device signs in no longer. */
  async remove(
    actor: Actor,
    { id, presentPassword }: { id: string; presentPassword: string },
  ): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const own = { id: knownId('passkey', id), accountId: actor.accountId };
    // First, so that a foreign id is answered like one that nobody has, whatever the password.
    const known = await this.db.system(null, (tx) => tx.existsBy(Passkey, own));
    if (!known) throw notFound('passkey');
    await this.passwords.confirm(own.accountId, presentPassword);
    await changeOwnAccount(this.db, actor, async (tx) => {
      await lockFactors(tx, own.accountId);
      const { affected } = await tx.delete(Passkey, own);
      if (affected !== 1) throw notFound('passkey');
      await dropNeedlessCodes(tx, own.accountId);
    });
  }
}

function requireRoom(passkeys: readonly Passkey[]): void {
  if (passkeys.length >= MAX_PASSKEYS)
    throw new DomainError('INVALID_STATE', 'passkey.too-many', { max: MAX_PASSKEYS });
}

async function keep(tx: Tx, passkey: Passkey): Promise<void> {
  try {
    await tx.insert(Passkey, passkey);
  } catch (error) {
    // Somebody's already: to tell whose would tell who else uses the device.
    throw sqlState(error) === '23505' ? refused() : error;
  }
}
