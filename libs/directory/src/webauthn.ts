import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { CHALLENGE_MINUTES } from './passkey-challenge.js';
import type { Passkey } from './passkey.entity.js';

const NAME = 'Banso';
/** ES256, EdDSA and RS256: what devices have. */
const ALGORITHMS = [-7, -8, -257];
const TIMEOUT = CHALLENGE_MINUTES * 60_000;

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);

const made = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});

const signed = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
});

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** A key that a device has just made. */
export type MadeKey = z.infer<typeof made>;
/** What a device has signed with a key. */
export type SignedChallenge = z.infer<typeof signed>;

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export const madeKeyOf = (json: string): MadeKey | null => parsed(made, json);
export const signedChallengeOf = (json: string): SignedChallenge | null => parsed(signed, json);

/** What the device says it was asked; null when it cannot be read, or a foreign page asked through a frame. */
export function challengeOf(clientDataJSON: string): string | null {
  try {
    const { challenge, crossOrigin } = decodeClientDataJSON(clientDataJSON);
    return crossOrigin === true || typeof challenge !== 'string' ? null : challenge;
  } catch {
    return null;
  }
}

const handleOf = (accountId: string): string => isoBase64URL.fromUTF8String(accountId);

/** Whose key it is, by the word of the device. */
export const isHandleOf = (handle: string, accountId: string): boolean => handle === handleOf(accountId);

/** The one address at which keys are made and asked for: a look-alike page gets no signature that we take. */
export class WebAuthnSite {
  private readonly rpId: string;

  /** @param origin such as `https://banso.example.lg.jp` */
  constructor(readonly origin: string) {
    this.rpId = new URL(origin).hostname;
  }

  /** What a device needs to make a key that signs in by itself. */
  toMake(
    account: { id: string; loginId: string; displayName: string },
    known: readonly Passkey[],
  ): ReturnType<typeof generateRegistrationOptions> {
    return generateRegistrationOptions({
      rpName: NAME,
      rpID: this.rpId,
      userID: isoBase64URL.toBuffer(handleOf(account.id)),
      userName: account.loginId,
      userDisplayName: account.displayName,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
      timeout: TIMEOUT,
    });
  }

  /** What a device needs to sign in with whatever key it has for us. */
  toSign(): ReturnType<typeof generateAuthenticationOptions> {
    return generateAuthenticationOptions({ rpID: this.rpId, userVerification: 'required', timeout: TIMEOUT });
  }

  /** The public key that was made; null when it was made for somebody else, elsewhere, or without knowing its owner. */
  async made(key: MadeKey, challenge: string) {
    // Who made the device does not matter here; certificates could name addresses to be fetched.
    if (hasCertificate(key)) return null;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: { ...key, response: { ...key.response, transports: [] }, clientExtensionResults: {} },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!registrationInfo) return null;
      const { id, publicKey, counter } = registrationInfo.credential;
      const transports = TRANSPORTS.filter((name) => key.response.transports?.includes(name));
      return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
    } catch {
      return null;
    }
  }

  /** The new count of a right signature; null for any other. */
  async signed(answer: SignedChallenge, challenge: string, passkey: Passkey): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...answer, clientExtensionResults: {} },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
        },
        requireUserVerification: true,
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }
}

function hasCertificate({ response }: MadeKey): boolean {
  try {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
    return attestation.get('attStmt').size > 0 && attestation.get('attStmt').get('x5c') !== undefined;
  } catch {
    return true;
  }
}
