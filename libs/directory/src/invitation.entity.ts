import { randomUUID } from 'node:crypto';
import { type Duty, HUB_DUTIES, type Role, TOWN_DUTIES } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MembershipScope } from './membership.entity.js';
import { linkRefused, newLink } from './one-time-link.js';

/** Which part, where and with which duties: what an invitation is bound to. */
export interface InvitedTo {
  readonly role: Role;
  readonly prefectureId: string | null;
  readonly municipalityId: string | null;
  readonly specialistId: string | null;
  readonly duties: readonly Duty[];
}

/** Who gave a link; nobody when it was the command of whoever runs the installation. */
export interface Issuer {
  readonly accountId: string | null;
  readonly name: string;
}

/** Lets whoever has its link join a place, once and for three days. */
@Entity({ name: 'invitation' })
export class Invitation {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Null for an operator alone. */
  @Column({ name: 'prefecture_id', type: 'text', nullable: true })
  prefectureId: string | null;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  @Column({ name: 'municipality_id', type: 'text', nullable: true })
  municipalityId: string | null;

  @Column({ name: 'specialist_id', type: 'uuid', nullable: true })
  specialistId: string | null;

  @Column({ name: 'duties', type: 'text', array: true })
  duties: Duty[];

  /** For whom it is meant, in the words of whoever invites. */
  @Column({ name: 'for_name', type: 'text' })
  forName: string;

  @Column({ name: 'token_hash', type: 'text', unique: true, select: false })
  tokenHash: string;

  @Column({ name: 'issued_by', type: 'uuid', nullable: true })
  issuedBy: string | null;

  @Column({ name: 'issued_by_name', type: 'text' })
  issuedByName: string;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ name: 'used_by', type: 'uuid', nullable: true })
  usedBy: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  /** The token goes into the link; the row keeps its digest. */
  static issue(
    to: InvitedTo,
    forName: string,
    { issuer, now }: { issuer: Issuer; now: Date },
  ): { token: string; invitation: Invitation } {
    const { token, ...link } = newLink(now);
    const invitation = Object.assign(new Invitation(), {
      id: randomUUID(),
      ...to,
      duties: [...to.duties],
      forName,
      ...link,
      issuedBy: issuer.accountId,
      issuedByName: issuer.name,
      issuedAt: now,
      usedAt: null,
      usedBy: null,
      withdrawnAt: null,
    });
    return { token, invitation };
  }

  isOpen(now: Date): boolean {
    return this.usedAt === null && this.withdrawnAt === null && now < this.expiresAt;
  }

  use(accountId: string, now: Date): void {
    if (!this.isOpen(now)) throw linkRefused();
    this.usedAt = now;
    this.usedBy = accountId;
  }

  /** The membership that it gives. */
  scope(): MembershipScope {
    const { role, prefectureId, municipalityId, specialistId, duties } = this;
    if (role === 'OPERATOR') return { role, prefectureId: null };
    if (prefectureId === null) throw new Error('Postgres refuses to store such an invitation');
    if (role === 'HUB_STAFF')
      return { role, prefectureId, duties: HUB_DUTIES.filter((duty) => duties.includes(duty)) };
    if (role === 'MUNICIPALITY_STAFF' && municipalityId !== null)
      return {
        role,
        prefectureId,
        municipalityId,
        duties: TOWN_DUTIES.filter((duty) => duties.includes(duty)),
      };
    if (role === 'SPECIALIST' && specialistId !== null) return { role, prefectureId, specialistId };
    throw new Error('Postgres refuses to store such an invitation');
  }
}
