import { randomUUID } from 'node:crypto';
import type { HubStaff, MunicipalityStaff, Role, SpecialistUser } from '@banso/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Account } from './account.entity.js';

export type SignedInActor = HubStaff | MunicipalityStaff | SpecialistUser;

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
    return Object.assign(new Membership(), {
      id: randomUUID(),
      accountId,
      municipalityId: null,
      specialistId: null,
      ...scope,
    });
  }

  /** Who acts when this account does; null for an incomplete scope, which Postgres refuses to store. */
  actor(account: Account): SignedInActor | null {
    const { role, prefectureId, municipalityId, specialistId } = this;
    const signedIn = { accountId: account.id, prefectureId, name: account.displayName };
    if (role === 'HUB_STAFF') return { ...signedIn, role };
    if (role === 'MUNICIPALITY_STAFF' && municipalityId !== null)
      return { ...signedIn, role, municipalityId };
    if (role === 'SPECIALIST' && specialistId !== null) return { ...signedIn, role, specialistId };
    return null;
  }
}
