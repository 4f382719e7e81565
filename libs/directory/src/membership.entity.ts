import { randomUUID } from 'node:crypto';
import {
  ALL_HUB_WORK,
  ALL_TOWN_WORK,
  type Duty,
  HUB_DUTIES,
  type HubDuty,
  type Operator,
  type Role,
  type TenantActor,
  TOWN_DUTIES,
  type TownDuty,
} from '@banso/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Account } from './account.entity.js';

export type SignedInActor = TenantActor | Operator;

/** The part an account plays, and where. Without duties it does all ordinary work of its side. */
export type MembershipScope =
  | { readonly role: 'HUB_STAFF'; readonly prefectureId: string; readonly duties?: readonly HubDuty[] }
  | {
      readonly role: 'MUNICIPALITY_STAFF';
      readonly prefectureId: string;
      readonly municipalityId: string;
      readonly duties?: readonly TownDuty[];
    }
  | { readonly role: 'SPECIALIST'; readonly prefectureId: string; readonly specialistId: string }
  | { readonly role: 'OPERATOR'; readonly prefectureId: null };

/** Every duty that there is on one side, in the order in which it is shown. */
export const dutiesOf = (role: Role): readonly Duty[] =>
  role === 'HUB_STAFF' ? HUB_DUTIES : role === 'MUNICIPALITY_STAFF' ? TOWN_DUTIES : [];

const ordinaryDutiesOf = (role: Role): readonly Duty[] =>
  role === 'HUB_STAFF' ? ALL_HUB_WORK : role === 'MUNICIPALITY_STAFF' ? ALL_TOWN_WORK : [];

/** Gives an account its role, its scope and its duties; every session stands on one. */
@Entity({ name: 'membership' })
@Index('membership_account', ['accountId'])
export class Membership {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  /** Null for an operator alone. */
  @Column({ name: 'prefecture_id', type: 'text', nullable: true })
  prefectureId: string | null;

  @Column({ name: 'municipality_id', type: 'text', nullable: true })
  municipalityId: string | null;

  @Column({ name: 'specialist_id', type: 'uuid', nullable: true })
  specialistId: string | null;

  @Column({ name: 'duties', type: 'text', array: true })
  duties: Duty[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Somebody who has left stays in histories, and may do nothing more. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'last_sign_in_at', type: 'timestamptz', nullable: true })
  lastSignInAt: Date | null;

  static grant(accountId: string, scope: MembershipScope, now: Date): Membership {
    return Object.assign(new Membership(), {
      id: randomUUID(),
      accountId,
      municipalityId: null,
      specialistId: null,
      duties: [...ordinaryDutiesOf(scope.role)],
      createdAt: now,
      endedAt: null,
      lastSignInAt: null,
      ...scope,
    });
  }

  /** Who acts when this account does; null for an incomplete scope, which Postgres refuses to store. */
  actor(account: Account): SignedInActor | null {
    const { role, prefectureId, municipalityId, specialistId, duties } = this;
    const person = { accountId: account.id, name: account.displayName };
    if (role === 'OPERATOR') return { ...person, role, prefectureId: null };
    if (prefectureId === null) return null;
    const signedIn = { ...person, prefectureId };
    if (role === 'HUB_STAFF')
      return { ...signedIn, role, duties: HUB_DUTIES.filter((duty) => duties.includes(duty)) };
    if (role === 'MUNICIPALITY_STAFF' && municipalityId !== null)
      return {
        ...signedIn,
        role,
        municipalityId,
        duties: TOWN_DUTIES.filter((duty) => duties.includes(duty)),
      };
    if (role === 'SPECIALIST' && specialistId !== null) return { ...signedIn, role, specialistId };
    return null;
  }
}
