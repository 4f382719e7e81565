import { type Actor, Clock, DomainError, isOfTenant, permit } from '@banso/kernel';
import { Db, log, type SecretBox, type Tx, workingFor } from '@banso/platform';
import type { InvitationService, NewPersonFacts, Vouched } from '../invitation.service.js';
import { changeOwnAccount } from '../own-account.js';
import type { PasswordService } from '../password.service.js';
import type { SessionLimits } from '../session.entity.js';
import { openSession, type SignedIn } from '../session-opening.js';
import { insertIdentity, OidcIdentity, type Subject } from './oidc-identity.entity.js';
import { comeBack, type Joining, type Journey, setOut } from './oidc-journey.js';
import { OidcProvider, type OidcProviders } from './oidc-provider.js';

/** Where the browser goes, and what it has to bring back. */
export interface OidcDeparture {
  readonly address: string;
  readonly browserToken: string;
}

/** How a journey ended: somebody is in, their account is linked, or why not. */
export type OidcArrival =
  | { readonly kind: 'SIGNED_IN'; readonly signedIn: SignedIn }
  | { readonly kind: 'LINKED' }
  /** The provider knows them, we do not. */
  | { readonly kind: 'UNKNOWN' }
  /** The identity, or the account, is linked otherwise already. */
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'FAILED' }
  /** No account was opened for the invitation; the reason is one of a refusal, or that the journey failed. */
  | { readonly kind: 'NOT_JOINED'; readonly reason: string };

/** How the installation goes about identity providers. */
export class OidcOptions {
  constructor(
    readonly secrets: SecretBox,
    readonly limits: SessionLimits,
    private readonly origin: string,
    readonly providers: OidcProviders,
  ) {}

  /** Where providers send the browser back to. */
  get returnTo(): string {
    return `${this.origin}/oidc/callback`;
  }

  /** Where they send it after they have signed it out. */
  get signedOutAt(): string {
    return `${this.origin}/sign-in`;
  }
}

/**
 * Signs people in whom their prefecture's identity provider knows. The key is issuer and subject: an address of mail
 * links nobody. Who is linked to no account is refused; the link is made by its owner, signed in.
 */
export class OidcService {
  private readonly providers: ReadonlyMap<string, OidcProvider>;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly passwords: PasswordService,
    private readonly invitations: InvitationService,
    private readonly options: OidcOptions,
  ) {
    this.providers = new Map(
      Object.entries(options.providers).map(([prefectureId, settings]) => [
        prefectureId,
        new OidcProvider(settings, options.returnTo),
      ]),
    );
  }

  /** Prefectures that have an identity provider. */
  get prefectureIds(): readonly string[] {
    return [...this.providers.keys()];
  }

  /** Begins to sign in. */
  begin(prefectureId: string): Promise<OidcDeparture> {
    return this.depart({ prefectureId, accountId: null, joining: null });
  }

  /** Begins to link the account of somebody who has signed in. */
  async beginLink(actor: Actor, presentPassword: string): Promise<OidcDeparture> {
    permit(isOfTenant(actor));
    await this.passwords.confirm(actor.accountId, presentPassword);
    return this.depart({ prefectureId: actor.prefectureId, accountId: actor.accountId, joining: null });
  }

  /** Begins to accept an invitation with an account of the prefecture that it is for. */
  async beginJoin(token: string, input: NewPersonFacts): Promise<OidcDeparture> {
    const { prefectureId, person } = await this.invitations.prepare(token, input);
    return this.depart({ prefectureId, accountId: null, joining: { token, ...person } });
  }

  /** Where a browser that came in by a provider is signed out there; null where that is not wished, or not possible. */
  async signOutAddress(issuer: string | null): Promise<string | null> {
    const found = Object.entries(this.options.providers).find(
      ([, settings]) => settings.issuer === issuer && settings.signOut,
    );
    const provider = found && this.providers.get(found[0]);
    if (!provider) return null;
    try {
      return await provider.signOutAddress(this.options.signedOutAt);
    } catch (error) {
      // Here the person is signed out already.
      log.warn({ prefectureId: found[0], error: nameOf(error) }, 'oidc.away');
      return null;
    }
  }

  /** Since when the account is linked to the provider of the prefecture; null without one, or a link. */
  linkedAt(actor: Actor): Promise<Date | null> {
    permit(actor.role !== 'SYSTEM');
    if (!isOfTenant(actor)) return Promise.resolve(null);
    const issuer = this.options.providers[actor.prefectureId]?.issuer;
    if (issuer === undefined) return Promise.resolve(null);
    return this.db.system(null, async (tx) => {
      const identity = await tx.findOneBy(OidcIdentity, { accountId: actor.accountId, issuer });
      return identity?.linkedAt ?? null;
    });
  }

  /** The provider signs the account in no longer. */
  async unlink(actor: Actor, presentPassword: string): Promise<void> {
    permit(actor.role !== 'SYSTEM');
    const { accountId } = actor;
    await this.passwords.confirm(accountId, presentPassword);
    await changeOwnAccount(this.db, actor, async (tx) => {
      await tx.delete(OidcIdentity, { accountId });
    });
  }

  /** @param query what the provider sent the browser back with, from its question mark */
  async arrive(
    query: string,
    { browserToken, userAgent }: { browserToken: string; userAgent: string },
  ): Promise<OidcArrival> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const at = { secrets: this.options.secrets, now: this.clock.now() };
    const journey = await this.db.system(null, (tx) => comeBack(tx, { state, browserToken }, at));
    const subject = journey && (await this.subjectOf(query, journey));
    if (!subject) return journey?.joining ? { kind: 'NOT_JOINED', reason: 'failed' } : { kind: 'FAILED' };
    const { accountId, joining, prefectureId } = journey;
    if (joining) return this.join(joining, { ...subject, prefectureId }, userAgent);
    if (accountId !== null) return this.link(accountId, subject, prefectureId);
    return this.db.system(null, (tx) => this.signIn(tx, subject, { prefectureId, userAgent }));
  }

  private async depart(journey: Omit<Journey, 'checks'>): Promise<OidcDeparture> {
    const provider = this.providers.get(journey.prefectureId);
    if (!provider) throw new DomainError('NOT_FOUND', 'oidc.not-found');
    const at = { secrets: this.options.secrets, now: this.clock.now() };
    const { checks, browserToken } = await this.db.system(null, (tx) => setOut(tx, journey, at));
    try {
      return { address: await provider.addressFor(checks), browserToken };
    } catch (error) {
      log.warn({ prefectureId: journey.prefectureId, error: nameOf(error) }, 'oidc.away');
      throw new DomainError('SIGN_IN_FAILED', 'oidc.away');
    }
  }

  private async subjectOf(query: string, { prefectureId, checks }: Journey): Promise<Subject | null> {
    try {
      return (await this.providers.get(prefectureId)?.subjectOf(query, checks)) ?? null;
    } catch (error) {
      log.warn({ prefectureId, error: nameOf(error) }, 'oidc.refused');
      return null;
    }
  }

  private async join(
    { token, ...person }: Joining,
    vouched: Vouched,
    userAgent: string,
  ): Promise<OidcArrival> {
    try {
      await this.invitations.acceptAs(token, person, vouched);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'NOT_JOINED', reason: error.reason };
    }
    const { prefectureId } = vouched;
    return this.db.system(null, (tx) => this.signIn(tx, vouched, { prefectureId, userAgent }));
  }

  private async link(accountId: string, subject: Subject, prefectureId: string): Promise<OidcArrival> {
    try {
      await this.db.system(prefectureId, async (tx) => {
        await workingFor(tx, accountId);
        await insertIdentity(tx, OidcIdentity.link(accountId, subject, this.clock.now()));
      });
      return { kind: 'LINKED' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'TAKEN' };
    }
  }

  private async signIn(
    tx: Tx,
    { issuer, subject }: Subject,
    where: { prefectureId: string; userAgent: string },
  ): Promise<OidcArrival> {
    const identity = await tx.findOneBy(OidcIdentity, { issuer, subject });
    // The provider of one prefecture opens nothing in another.
    const opening = { now: this.clock.now(), limits: this.options.limits, identityIssuer: issuer, ...where };
    const signedIn = identity && (await openSession(tx, identity.accountId, opening));
    return signedIn ? { kind: 'SIGNED_IN', signedIn } : { kind: 'UNKNOWN' };
  }
}

/** What went wrong by its kind; its words may quote a token. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
