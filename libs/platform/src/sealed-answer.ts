import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Wish } from '@banso/kernel';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Kind = new () => object;

/** What plain JSON cannot hold; the tags never begin the name of a property of ours. */
const DATE = '$date';
const KIND = '$kind';
const OF = '$of';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const mapped = (value: Readonly<Record<string, unknown>>, each: (inner: unknown) => unknown) =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, each(inner)]));

function packed(value: unknown): unknown {
  if (value instanceof Date) return { [DATE]: value.toISOString() };
  if (Array.isArray(value)) return value.map(packed);
  if (!isRecord(value)) return value;
  const { constructor } = value;
  const kind = typeof constructor === 'function' && constructor !== Object ? constructor.name : null;
  return kind ? { [KIND]: kind, [OF]: mapped(value, packed) } : mapped(value, packed);
}

function unpacked(value: unknown, kinds: ReadonlyMap<string, Kind>): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => unpacked(inner, kinds));
  if (!isRecord(value)) return value;
  if (typeof value[DATE] === 'string') return new Date(value[DATE]);
  const each = (inner: unknown) => unpacked(inner, kinds);
  if (!isRecord(value[OF])) return mapped(value, each);
  const kind = kinds.get(String(value[KIND]));
  const facts = mapped(value[OF], each);
  // Rows have verbs and getters: without them a resolver would not know its own kind again.
  const row: unknown = kind ? Object.assign(Object.create(kind.prototype), facts) : facts;
  return row;
}

const secretOf = ({ key }: Wish, accountId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, accountId, 'banso.client-key.answer', 32));

/** Finds the row of a key without telling the key. */
export const keyDigest = ({ key }: Wish): Buffer => createHash('sha256').update(`banso ${key}`).digest();

/** Tells whether a wish is the same; without the client's key nobody can guess from it what was written. */
export const wishDigest = ({ key, operation, args }: Wish, asWhom: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([operation, args, asWhom]))
    .digest();

/** An answer that only the key of the client opens again: the platform itself cannot read what it kept. */
export function sealed(answer: unknown, wish: Wish, accountId: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(wish, accountId), nonce);
  const text = JSON.stringify({ answer: packed(answer) });
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The answer as it was, rows of the `kinds` with their verbs. Throws for another key than it was sealed with. */
export function opened(
  box: Buffer,
  { wish, accountId, kinds }: { wish: Wish; accountId: string; kinds: ReadonlyMap<string, Kind> },
): unknown {
  const decipher = createDecipheriv(CIPHER, secretOf(wish, accountId), box.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(box.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  const held: unknown = JSON.parse(text.toString('utf8'));
  return unpacked(isRecord(held) ? held['answer'] : null, kinds);
}
