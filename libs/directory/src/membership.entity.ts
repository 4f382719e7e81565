import { randomUUID } from 'node:crypto';
import { type Actor, type Role } from '@banso/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Account } from './account.entity.js';

/** The part an account plays, and where. */
export type MembershipScope =
  | { readonly role: 'HUB_STAFF'; readonly prefectureId: string }
  | { readonly role: 'MUNICIPALITY_STAFF'; readonly prefectureId: string; readonly municipalityId: string }
  | { readonly role: 'SPECIALIST'; readonly prefectureId: string; readonly specialistId: string };

/** Gives an account its role and its scope; every session stands on one. */
@Entity({ name: 'membership' })
@Index('membership_account', ['accountId'])
export class Membership {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'municipality_id', type: 'text', nullable: true })
  municipalityId: string | null;

  @Column({ name: 'specialist_id', type: 'uuid', nullable: true })
  specialistId: string | null;

  static grant(accountId: string, scope: MembershipScope): Membership {
    return Object.assign(new Membership(), { id: randomUUID(), accountId, ...scope });
  }

  /** Who acts when this account does; null for a row whose scope is incomplete, which Postgres refuses to store. */
  actor(account: Account): Exclude<Actor, { role: 'SYSTEM' }> | null {
    const signedIn = { accountId: account.id, prefectureId: this.prefectureId, name: account.displayName };
    switch (this.role) {
      case 'HUB_STAFF':
        return { ...signedIn, role: this.role };
      case 'MUNICIPALITY_STAFF':
        return this.municipalityId === null
          ? null
          : { ...signedIn, role: this.role, municipalityId: this.municipalityId };
      case 'SPECIALIST':
        return this.specialistId === null
          ? null
          : { ...signedIn, role: this.role, specialistId: this.specialistId };
    }
  }
}
