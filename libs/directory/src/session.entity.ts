import { createHash, randomBytes } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const MINUTE = 60_000;
/** Signed out after so long without a request: a working day with its lunch break. */
export const SESSION_IDLE_MINUTES = 8 * 60;
/** Signed out after so long in any case. */
export const SESSION_MAX_MINUTES = 12 * 60;
/** A request within so long of the last one is not written down. */
const TOUCH_MINUTES = 1;

/** What is stored of a token: who reads the table cannot sign in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A signed-in browser. */
@Entity({ name: 'session' })
export class Session {
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash: string;

  @Column({ name: 'membership_id', type: 'uuid' })
  membershipId: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  /** The token is known to the browser only; the row keeps its digest. */
  static start(membershipId: string, now: Date): { token: string; session: Session } {
    const token = randomBytes(32).toString('base64url');
    const session = Object.assign(new Session(), {
      tokenHash: hashToken(token),
      membershipId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MAX_MINUTES * MINUTE),
    });
    return { token, session };
  }

  isAlive(now: Date): boolean {
    return now < this.expiresAt && now.getTime() - this.lastSeenAt.getTime() < SESSION_IDLE_MINUTES * MINUTE;
  }

  /** Notes a request; false when the last one is too recent to be worth a write. */
  seen(now: Date): boolean {
    if (now.getTime() - this.lastSeenAt.getTime() < TOUCH_MINUTES * MINUTE) return false;
    this.lastSeenAt = now;
    return true;
  }
}
