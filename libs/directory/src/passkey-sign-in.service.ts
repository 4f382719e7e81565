import { Clock, DomainError } from '@banso/kernel';
import { Db, log, type Tx } from '@banso/platform';
import { noteChallenge, takeChallenge } from './passkey-challenge.js';
import { Passkey } from './passkey.entity.js';
import type { SessionLimits } from './session.entity.js';
import { openSession, type SignedIn } from './session-opening.js';
import {
  challengeOf,
  isHandleOf,
  type SignedChallenge,
  signedChallengeOf,
  type WebAuthnSite,
} from './webauthn.js';

/** Whatever was wrong: a stranger learns nothing from it. */
const refused = () => new DomainError('SIGN_IN_FAILED', 'sign-in.passkey-failed');

/** Signs people in with a key on their device, which also knows who they are: neither name nor password is typed. */
export class PasskeySignInService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
    private readonly site: WebAuthnSite,
  ) {}

  /** The address at which passkeys work. */
  get origin(): string {
    return this.site.origin;
  }

  /** What the browser needs to sign, as JSON; the same for everybody but its challenge. */
  async begin(): Promise<string> {
    const options = await this.site.toSign();
    const now = this.clock.now();
    await this.db.system(null, (tx) => noteChallenge(tx, options.challenge, { accountId: null, now }));
    return JSON.stringify(options);
  }

  /** @param response what the browser says, as JSON */
  async signIn({ response, userAgent }: { response: string; userAgent: string }): Promise<SignedIn> {
    const answer = signedChallengeOf(response);
    const challenge = answer && challengeOf(answer.response.clientDataJSON);
    const now = this.clock.now();
    // Taken before it is judged, and kept so: a challenge is answered once, rightly or not.
    const asked =
      challenge !== null &&
      (await this.db.system(null, (tx) => takeChallenge(tx, challenge, { accountId: null, now })));
    if (!answer || !asked) throw refused();
    return this.db.system(null, async (tx) => {
      const passkey = await this.owned(tx, answer, challenge);
      const signedIn =
        passkey && (await openSession(tx, passkey.accountId, { now, limits: this.limits, userAgent }));
      if (!signedIn) throw refused();
      return signedIn;
    });
  }

  /** The key that signed, with its new count; null when it is not ours, or did not. */
  private async owned(tx: Tx, answer: SignedChallenge, challenge: string): Promise<Passkey | null> {
    const passkey = await tx.findOne(Passkey, {
      where: { credentialId: answer.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!passkey || !isHandleOf(answer.response.userHandle, passkey.accountId)) return null;
    const counter = await this.site.signed(answer, challenge, passkey);
    if (counter === null) {
      log.warn({ passkeyId: passkey.id }, 'sign-in.passkey-refused');
      return null;
    }
    passkey.used(counter, this.clock.now());
    await tx.update(Passkey, { id: passkey.id }, { counter, lastUsedAt: passkey.lastUsedAt });
    return passkey;
  }
}
