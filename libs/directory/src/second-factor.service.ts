import { type Actor, badInput, Clock, DomainError, type InputFault, parseInput, permit } from '@banso/kernel';
import { Db, type SecretBox, type Tx } from '@banso/platform';
import { IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { getAccount } from './account.service.js';
import { dropNeedlessCodes, factorsOf, hasFactor, issueRecoveryCodes, lockFactors } from './factors.js';
import { changeOwnAccount } from './own-account.js';
import { Passkey } from './passkey.entity.js';
import type { PasswordService } from './password.service.js';
import { asCode, RecoveryCode } from './recovery-code.entity.js';
import {
  type CodeVerdict,
  judgeCode,
  judgeTotp,
  lockedTotp,
  refusalOfCode,
  sealedFor,
} from './second-factor-code.js';
import { hashToken } from './session.entity.js';
import { endSessionsOf } from './session.queries.js';
import { newTotpKey, totpAddress } from './totp.js';
import { TotpFactor } from './totp-factor.entity.js';

/** Who has to have a second factor: a setting of the installation. */
export type SecondFactorDemand = 'optional' | 'hub' | 'everybody';

export interface SecondFactorState {
  /** Since when an authenticator is asked for; null without one. */
  readonly totpSince: Date | null;
  /** Devices that sign in by themselves, the first registered first. */
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
  /** Whether the person must have a second factor. */
  readonly demanded: boolean;
}

/** What an authenticator needs to know. */
export interface TotpKey {
  /** Base32, for typing. */
  readonly key: string;
  /** The same as an `otpauth:` address, for a QR code. */
  readonly address: string;
}

/** The password of the person at the screen, and a code of theirs. */
export interface Proof {
  readonly presentPassword: string;
  readonly code: string;
}

const codeSchema = z.object({ code: z.string().trim().min(1).max(40) });

const wrongCode: InputFault = { path: 'code', rule: 'wrong-code' };

/** A signed-in person's own second factor. */
export class SecondFactorService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly passwords: PasswordService,
    private readonly settings: { readonly secrets: SecretBox; readonly demand: SecondFactorDemand },
  ) {}

  state(actor: Actor): Promise<SecondFactorState> {
    permit(actor.role !== 'SYSTEM');
    const { accountId } = actor;
    return this.db.system(null, async (tx) => ({
      ...(await factorsOf(tx, accountId)),
      recoveryCodesLeft: await tx.countBy(RecoveryCode, { accountId, usedAt: IsNull() }),
      // Who has no password is let in by the identity provider alone: nothing here would be asked beside it.
      demanded:
        this.isDemanded(actor) &&
        (await tx.existsBy(Account, { id: accountId, passwordHash: Not(IsNull()) })),
    }));
  }

  /** Whether the person has to set up a second factor before anything else. */
  async isMissing(actor: Actor): Promise<boolean> {
    if (actor.role === 'SYSTEM' || !this.isDemanded(actor)) return false;
    const state = await this.state(actor);
    return state.demanded && !hasFactor(state);
  }

  /** A new key to be scanned; it counts once a code has shown that it was. Begun again, the key before is void. */
  async beginTotp(actor: Actor, presentPassword: string): Promise<TotpKey> {
    permit(actor.role !== 'SYSTEM');
    const { accountId } = actor;
    await this.passwords.confirm(accountId, presentPassword);
    const key = newTotpKey();
    const secretBox = this.settings.secrets.seal(key, sealedFor(accountId));
    return changeOwnAccount(this.db, actor, async (tx) => {
      const { loginId } = await getAccount(tx, accountId);
      if ((await lockedTotp(tx, accountId))?.isOn)
        throw new DomainError('CONFLICT', 'second-factor.already-on');
      await tx.upsert(TotpFactor, TotpFactor.begin(accountId, secretBox, this.clock.now()), ['accountId']);
      return { key, address: totpAddress(key, loginId) };
    });
  }

  /**
   * The telephone has the key: from now on a code is asked for. Recovery codes are given with the first factor of an
   * account, and every other browser is signed out then: it came in with the password alone.
   */
  async confirmTotp(actor: Actor, typed: string, token: string): Promise<readonly string[]> {
    permit(actor.role !== 'SYSTEM');
    const { code } = parseInput(codeSchema, { code: typed });
    const { accountId } = actor;
    return this.judged(actor, async (tx) => {
      await lockFactors(tx, accountId);
      const before = await factorsOf(tx, accountId);
      const totp = await lockedTotp(tx, accountId);
      if (!totp) throw new DomainError('INVALID_STATE', 'second-factor.not-begun');
      if (totp.isOn) throw new DomainError('CONFLICT', 'second-factor.already-on');
      const verdict = await judgeTotp(tx, totp, asCode(code), this.judge());
      if (verdict !== 'right') return verdict;
      totp.confirm(this.clock.now());
      await tx.update(TotpFactor, { accountId }, { confirmedAt: totp.confirmedAt });
      if (hasFactor(before)) return [];
      await endSessionsOf(tx, accountId, hashToken(token));
      return issueRecoveryCodes(tx, accountId);
    });
  }

  /** Ten new recovery codes; those before are void. */
  reissueCodes(actor: Actor, proof: Proof): Promise<readonly string[]> {
    return this.proven(actor, proof, (tx, accountId) => issueRecoveryCodes(tx, accountId));
  }

  /** No code is asked for any longer; passkeys stay. */
  async removeTotp(actor: Actor, proof: Proof): Promise<void> {
    await this.proven(actor, proof, async (tx, accountId) => {
      const { affected } = await tx.delete(TotpFactor, { accountId, confirmedAt: Not(IsNull()) });
      if (affected !== 1) throw new DomainError('INVALID_STATE', 'second-factor.not-on');
      await dropNeedlessCodes(tx, accountId);
      return [];
    });
  }

  private isDemanded({ role }: Actor): boolean {
    const { demand } = this.settings;
    return demand === 'everybody' || (demand === 'hub' && (role === 'HUB_STAFF' || role === 'OPERATOR'));
  }

  private judge() {
    return { secrets: this.settings.secrets, now: this.clock.now() };
  }

  /** Does what only the person may do, not whoever sits at their screen: password and code are asked again. */
  private async proven(
    actor: Actor,
    { presentPassword, code: typed }: Proof,
    work: (tx: Tx, accountId: string) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    permit(actor.role !== 'SYSTEM');
    const { code } = parseInput(codeSchema, { code: typed });
    const { accountId } = actor;
    await this.passwords.confirm(accountId, presentPassword);
    return this.judged(actor, async (tx) => {
      await lockFactors(tx, accountId);
      if (!hasFactor(await factorsOf(tx, accountId)))
        throw new DomainError('INVALID_STATE', 'second-factor.not-on');
      const totp = await lockedTotp(tx, accountId);
      const verdict = await judgeCode(tx, { accountId, totp }, code, this.judge());
      return verdict === 'right' ? work(tx, accountId) : verdict;
    });
  }

  /** A refused code is a result of the transaction: its count has to stay. */
  private async judged(
    actor: Actor,
    work: (tx: Tx) => Promise<readonly string[] | CodeVerdict>,
  ): Promise<readonly string[]> {
    const result = await changeOwnAccount(this.db, actor, work);
    if (typeof result !== 'string') return result;
    throw (result !== 'wrong' && refusalOfCode(result)) || badInput(wrongCode);
  }
}
