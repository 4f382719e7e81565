import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { Subject } from './oidc-identity.entity.js';

/** How a prefecture's identity provider is reached: a setting of the installation. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who comes in by the provider alone: no invitation of theirs takes a password. */
  readonly required?: 'nobody' | 'hub' | 'staff';
  /** Whoever came in by the provider is signed out there as well. */
  readonly signOut?: boolean;
}

/** By prefecture; nothing is ever fetched for the others. */
export type OidcProviders = Readonly<Record<string, OidcSettings>>;

/** What a journey to the provider must come back with. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What a provider says of itself is asked anew after so long. */
const KNOWN_MS = 3_600_000;
/** Seconds that a provider may take to answer. */
const PATIENCE = 10;

const isLocal = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');

/** One identity provider. Nothing is asked of it before somebody wants to sign in there. */
export class OidcProvider {
  private known: { readonly at: number; readonly configuration: Promise<Configuration> } | undefined;

  constructor(
    private readonly settings: OidcSettings,
    private readonly returnTo: string,
  ) {}

  /** Where the browser goes. */
  async addressFor({ state, nonce, verifier }: Checks): Promise<string> {
    return buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.returnTo,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Who came back; throws for whatever does not fit what was asked. */
  async subjectOf(query: string, { state, nonce, verifier }: Checks): Promise<Subject> {
    const tokens = await authorizationCodeGrant(
      await this.configuration(),
      new URL(`${this.returnTo}${query}`),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    );
    const claims = tokens.claims();
    if (!claims) throw new Error('The identity provider sent no ID token');
    return { issuer: claims.iss, subject: claims.sub };
  }

  /**
   * Where a browser is signed out at the provider; null where it has no such place. The token that the provider once
   * gave is not kept for it: the provider asks the person instead.
   */
  async signOutAddress(backTo: string): Promise<string | null> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href;
  }

  private configuration(): Promise<Configuration> {
    const now = Date.now();
    if (this.known && now - this.known.at < KNOWN_MS) return this.known.configuration;
    const issuer = new URL(this.settings.issuer);
    const configuration = discovery(
      issuer,
      this.settings.clientId,
      this.settings.clientSecret,
      undefined,
      // A signature is asked for even where the line to the provider would do; `none` is no algorithm.
      {
        timeout: PATIENCE,
        execute: [enableNonRepudiationChecks, ...(isLocal(issuer) ? [allowInsecureRequests] : [])],
      },
    );
    this.known = { at: now, configuration };
    configuration.catch(() => {
      this.known = undefined;
    });
    return configuration;
  }
}
