import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Membership } from './membership.entity.js';
import { newLink } from './one-time-link.js';

/** Lets whoever has its link choose a new password for one account, once and for three days. */
@Entity({ name: 'password_reset' })
export class PasswordReset {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Null for an operator. */
  @Column({ name: 'prefecture_id', type: 'text', nullable: true })
  prefectureId: string | null;

  /** The town in which the account was met; null for the hub and for specialists. */
  @Column({ name: 'municipality_id', type: 'text', nullable: true })
  municipalityId: string | null;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'token_hash', type: 'text', unique: true, select: false })
  tokenHash: string;

  @Column({ name: 'issued_by', type: 'uuid' })
  issuedBy: string;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  /** Takes the second factors away as well. */
  @Column({ name: 'lost_device', type: 'boolean' })
  lostDevice: boolean;

  static issue(
    { accountId, prefectureId, municipalityId }: Membership,
    { issuedBy, now, lostDevice }: { issuedBy: string; now: Date; lostDevice: boolean },
  ): { token: string; reset: PasswordReset } {
    const { token, ...link } = newLink(now);
    const reset = Object.assign(new PasswordReset(), {
      id: randomUUID(),
      prefectureId,
      municipalityId,
      accountId,
      ...link,
      issuedBy,
      issuedAt: now,
      usedAt: null,
      lostDevice,
    });
    return { token, reset };
  }

  isOpen(now: Date): boolean {
    return this.usedAt === null && now < this.expiresAt;
  }
}
