import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What a browser would be told to do, or somebody evil makes of it. */
export interface Wish {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the device knows that its owner touches it. */
  readonly verified?: boolean;
  readonly type?: string;
  readonly userHandle?: string;
  /** How often the device has signed, by its own count. */
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly format?: 'none' | 'packed';
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** As much of CBOR as a key and its wrapping need. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 0xff]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([
    head(5, entries.length),
    ...entries.flatMap(([key, inner]) => [cbor(key), cbor(inner)]),
  ]);
}

/** A device with one key, in software: what a browser would hand on, to the byte. */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32);
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;
  private userHandle = '';
  private counter = 0;

  constructor(private readonly origin: string) {
    ({ publicKey: this.publicKey, privateKey: this.privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    }));
  }

  /** Answers what a server asks for with `navigator.credentials.create`. */
  make(optionsJson: string, wish: Wish = {}): string {
    const { challenge, user, rp } = JSON.parse(optionsJson);
    this.userHandle = user.id;
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const key = new Map<unknown, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const credential = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      cbor(key),
    ]);
    const statement = new Map<unknown, unknown>(
      wish.format === 'packed'
        ? [
            ['alg', -7],
            ['sig', Buffer.alloc(70)],
            ['x5c', [Buffer.alloc(300)]],
          ]
        : [],
    );
    const attestation = new Map<unknown, unknown>([
      ['fmt', wish.format ?? 'none'],
      ['attStmt', statement],
      ['authData', Buffer.concat([this.data(wish.rpId ?? rp.id, wish, 0x40), credential])],
    ]);
    return this.answer({
      clientDataJSON: base64url(this.client('webauthn.create', challenge, wish)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal', 'made-up'],
    });
  }

  /** Answers what a server asks for with `navigator.credentials.get`. */
  sign(optionsJson: string, wish: Wish = {}): string {
    const { challenge, rpId } = JSON.parse(optionsJson);
    this.counter = wish.counter ?? this.counter + 1;
    const data = this.data(wish.rpId ?? rpId, wish, 0);
    const client = this.client('webauthn.get', challenge, wish);
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.privateKey);
    return this.answer({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: wish.userHandle ?? this.userHandle,
    });
  }

  private data(rpId: string, { verified = true }: Wish, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([0x01 | (verified ? 0x04 : 0) | more]), count]);
  }

  private client(type: string, challenge: string, wish: Wish): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: wish.type ?? type,
        challenge: wish.challenge ?? challenge,
        origin: wish.origin ?? this.origin,
        crossOrigin: wish.crossOrigin ?? false,
      }),
    );
  }

  private answer(response: Record<string, unknown>): string {
    const id = base64url(this.credentialId);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
