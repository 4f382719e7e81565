import { randomUUID } from 'node:crypto';
import type { HubStaff, WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeAway } from './companion.entity.js';

/** What else somebody of the hub has to do. Colleagues see that they are busy, and not with what. */
@Entity('companion_busy')
export class CompanionBusy implements TimeAway {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') title: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;

  static of(
    { prefectureId, accountId }: HubStaff,
    title: string,
    { startsAt, endsAt }: TimeAway,
  ): CompanionBusy {
    return Object.assign(new CompanionBusy(), {
      id: randomUUID(),
      prefectureId,
      accountId,
      title,
      startsAt,
      endsAt,
    });
  }
}

/** The half-days of the week in which somebody can come along; without one: all in which the offices are open. */
@Entity('companion_pattern')
export class CompanionPattern {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { array: true }) weekly: readonly WeeklyHalf[];

  static of({ prefectureId, accountId }: HubStaff, weekly: readonly WeeklyHalf[]): CompanionPattern {
    return Object.assign(new CompanionPattern(), { prefectureId, accountId, weekly });
  }
}
