import type { Newer, Refusal } from '../gql/refusal';

/** The changes that may be asked for without a line. */
export type WishKind = 'ACCEPT' | 'REPORT';

/** What the person reads of a wish while it waits. */
export interface WishWords {
  /** The visit that it is about. */
  readonly visitId: string;
  /** Town and day, as the screen said them. */
  readonly about: string;
}

/** Why a wish was not granted, kept until the person has decided. */
export interface Trouble {
  readonly code: string;
  readonly reason?: string | undefined;
  readonly message: string | null;
  readonly newer: Newer | null;
  readonly faulty: boolean;
}

/** One change that waits on the phone. Its key makes the server do it once, however often it arrives. */
export interface Wish extends WishWords {
  readonly no: number;
  readonly key: string;
  readonly kind: WishKind;
  readonly variables: Readonly<Record<string, unknown>>;
  /** When the person asked for it; milliseconds. */
  readonly at: number;
  readonly trouble: Trouble | null;
}

export const troubleOf = ({ code, reason, message, newer, faults }: Refusal): Trouble => ({
  code,
  reason,
  message,
  newer: newer ?? null,
  faulty: faults.length > 0,
});
