import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type BrowserName, browserOf, type SystemName } from './browser-name.js';

const MINUTE = 60_000;
/** How long a sign-in lasts, in minutes; settings of the installation. */
export interface SessionLimits {
  /** Without a request. */
  readonly idle: number;
  /** In any case. */
  readonly max: number;
}
/** As the settings are when nobody sets them. */
export const SESSION_LIMITS: SessionLimits = { idle: 480, max: 720 };
/** A request within so long of the last one is not written down. */
const TOUCH_MINUTES = 1;

/** What is stored of a token: who reads the table cannot sign in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What a session is opened with. */
export interface SessionOpening {
  readonly limits: SessionLimits;
  /** What the browser says about itself. */
  readonly userAgent: string;
  /** The identity provider by whose word the person is in. */
  readonly identityIssuer?: string;
}

/** A signed-in browser. */
@Entity({ name: 'session' })
@Index('session_membership', ['membershipId'])
export class Session {
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash: string;

  /** Names the session where its token must not be seen. */
  @Column({ name: 'id', type: 'uuid', unique: true })
  id: string;

  @Column({ name: 'membership_id', type: 'uuid' })
  membershipId: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'idle_minutes', type: 'int' })
  idleMinutes: number;

  @Column({ name: 'browser', type: 'text' })
  browser: BrowserName;

  @Column({ name: 'system', type: 'text' })
  system: SystemName;

  /** The identity provider by whose word the person is in, and where they are to be signed out as well. */
  @Column({ name: 'identity_issuer', type: 'text', nullable: true })
  identityIssuer: string | null;

  /** The token is known to the browser only; the row keeps its digest. */
  static start(
    membershipId: string,
    now: Date,
    opening: SessionOpening,
  ): { token: string; session: Session } {
    const token = randomBytes(32).toString('base64url');
    const session = Object.assign(new Session(), {
      tokenHash: hashToken(token),
      id: randomUUID(),
      membershipId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + opening.limits.max * MINUTE),
      idleMinutes: opening.limits.idle,
      identityIssuer: opening.identityIssuer ?? null,
      ...browserOf(opening.userAgent),
    });
    return { token, session };
  }

  isAlive(now: Date): boolean {
    return now < this.expiresAt && now.getTime() - this.lastSeenAt.getTime() < this.idleMinutes * MINUTE;
  }

  /** Notes a request; false when the last one is too recent to be worth a write. */
  seen(now: Date): boolean {
    if (now.getTime() - this.lastSeenAt.getTime() < TOUCH_MINUTES * MINUTE) return false;
    this.lastSeenAt = now;
    return true;
  }
}
