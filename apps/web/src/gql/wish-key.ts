/** How the key of a wish travels through the client. */
const FIELD = 'wishKey';

/** Marks a change with the key of the wish behind it. */
export const underKey = (key: string) => ({ [FIELD]: key });

/** The header that tells the server which wish this is; null when it has no key. */
export function keyHeader(context: Readonly<Record<string, unknown>>): [string, string] | null {
  const key = context[FIELD];
  return typeof key === 'string' ? ['idempotency-key', key] : null;
}

/** A random uuid. `crypto.randomUUID` is missing where an office reaches the platform without HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => {
    const marked = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

/** One action of one person, until the server has answered it. */
export interface OpenWish {
  readonly key: string;
  readonly asked: string;
}

/** The wish that is still unanswered when the same is asked again; otherwise a new one. */
export function wishFor(open: OpenWish | null, variables: unknown): OpenWish {
  const asked = JSON.stringify(variables);
  return open?.asked === asked ? open : { key: newKey(), asked };
}

/** Nobody knows whether the change was made: the line was cut, or the server was going down. */
export const isUnanswered = (code: string | undefined): boolean =>
  code === 'UNREACHABLE' || code === 'UNAVAILABLE';

/** Pauses before the same is asked again by itself; milliseconds. */
export const PAUSES_MS: readonly number[] = [700, 2_000];
