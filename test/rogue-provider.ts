import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { clientId: 'banso', clientSecret: 'a secret that only the two know' } as const;

export interface IdentityProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

export async function listening(
  answer: (issuer: string) => RequestListener,
): Promise<IdentityProvider & { server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  server.on('request', answer(issuer));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { issuer, server, close };
}

/** What an ID token says, and how it is signed. */
export interface Forgery {
  readonly claims?: Record<string, unknown>;
  readonly alg?: 'RS256' | 'none';
  readonly key?: KeyObject;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that says whatever a test wants: a broken one, or a stranger in its place. */
export class RogueProvider {
  /** Of the next ID token. */
  forgery: Forgery = {};
  /** A key that the provider has never told anybody. */
  readonly foreignKey = pair().privateKey;
  private readonly keys = pair();
  private provider: IdentityProvider | undefined;

  get issuer(): string {
    if (!this.provider) throw new Error('It is not listening');
    return this.provider.issuer;
  }

  async open(): Promise<void> {
    this.provider = await listening((issuer) => (request, response) => {
      const say = (body: unknown) =>
        void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
      const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
      // Whoever comes is let in at once, under the name of the next token.
      if (pathname === '/authorize') {
        const claims = { ...this.forgery.claims, nonce: searchParams.get('nonce') };
        this.forgery = { ...this.forgery, claims };
        const back = new URLSearchParams({ code: 'x', state: searchParams.get('state') ?? '' });
        const location = `${searchParams.get('redirect_uri')}?${back.toString()}`;
        return void response.writeHead(303, { location }).end();
      }
      if (request.url === '/jwks')
        return say({
          keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
        });
      if (request.url === '/token')
        return say({ access_token: 'x', token_type: 'Bearer', id_token: this.token(issuer) });
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    });
  }

  async close(): Promise<void> {
    await this.provider?.close();
  }

  private token(issuer: string): string {
    const { claims, alg = 'RS256', key = this.keys.privateKey } = this.forgery;
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 60, ...claims };
    const text = `${encoded({ alg, kid: 'k' })}.${encoded(body)}`;
    if (alg === 'none') return `${text}.`;
    return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
  }
}
