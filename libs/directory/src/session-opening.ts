import type { Tx } from '@banso/platform';
import type { SignedInActor } from './membership.entity.js';
import { Session, type SessionOpening } from './session.entity.js';
import { accountOfMembership, noteSignIn } from './session.queries.js';

export interface SignedIn {
  /** Goes into the browser's cookie; only its digest is kept here. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly actor: SignedInActor;
}

/** A session of somebody who has shown who they are; null when the account is disabled or has no part to play
 * in the prefecture, where one is named. */
export async function openSession(
  tx: Tx,
  accountId: string,
  { now, prefectureId, ...opening }: SessionOpening & { readonly now: Date; readonly prefectureId?: string },
): Promise<SignedIn | null> {
  const found = await accountOfMembership(tx, { accountId, ...(prefectureId && { prefectureId }) });
  if (!found) return null;
  const { token, session } = Session.start(found.membership.id, now, opening);
  await tx.insert(Session, session);
  await noteSignIn(tx, found.membership.id, now);
  return { token, expiresAt: session.expiresAt, actor: found.actor };
}
