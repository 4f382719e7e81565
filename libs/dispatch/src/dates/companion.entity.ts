import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visit } from '../visit.entity.js';

/** Comes along; the visit was moved and they have not said again that they can; they are elsewhere then. */
export const COMPANION_STATUSES = ['GOING', 'ASKED_AGAIN', 'COLLIDES'] as const;
export type CompanionStatus = (typeof COMPANION_STATUSES)[number];

/** From the prefectural office and back to it. */
export interface TimeAway {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** 同行者: staff of the prefecture who come along to a visit. */
@Entity('companion')
export class Companion implements TimeAway {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** The town and the specialist see who comes along, and no more of that account. */
  @Column('text', { name: 'account_name' }) accountName: string;
  @Column('text') status: CompanionStatus;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(
    visit: Pick<Visit, 'id' | 'prefectureId' | 'municipalityId'>,
    person: { readonly accountId: string; readonly name: string },
    away: TimeAway,
    by: { readonly actor: HubStaff; readonly at: Date },
  ): Companion {
    return Object.assign(new Companion(), {
      id: randomUUID(),
      prefectureId: visit.prefectureId,
      visitId: visit.id,
      municipalityId: visit.municipalityId,
      accountId: person.accountId,
      accountName: person.name,
      status: 'GOING' as const,
      ...away,
      setBy: by.actor.accountId,
      setByName: by.actor.name,
      setAt: by.at,
    });
  }

  /** The visit was moved: they are asked again, and it is said where they cannot be. */
  follow({ startsAt, endsAt }: TimeAway, collides: boolean): void {
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.status = collides ? 'COLLIDES' : 'ASKED_AGAIN';
  }

  /** Something else came up at that time. */
  collide(): void {
    this.status = 'COLLIDES';
  }

  /** They can come after all. */
  confirm(): void {
    if (this.status === 'GOING') throw new DomainError('INVALID_STATE', 'companion.confirmed');
    this.status = 'GOING';
  }
}
