import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether what was built or learned is still in use. */
export const STILL_USED = ['YES', 'PARTLY', 'NO'] as const;
export type StillUsed = (typeof STILL_USED)[number];

export const FOLLOW_UP_STATUSES = ['DUE', 'ANSWERED'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

export interface FollowUpAnswer {
  readonly stillUsed: StillUsed;
  readonly effect: string;
  readonly nextWish: string | null;
}

/** 翌年度フォロー: what became of a case, asked in the fiscal year after it was completed. */
@Entity('follow_up')
export class FollowUp {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  /** In which it is asked. */
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('date', { name: 'due_on' }) dueOn: LocalDate;
  @Column('text') status: FollowUpStatus;
  @Column('text', { name: 'still_used', nullable: true }) stillUsed: StillUsed | null;
  @Column('text', { nullable: true }) effect: string | null;
  @Column('text', { name: 'next_wish', nullable: true }) nextWish: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('text', { name: 'answered_by_name', nullable: true }) answeredByName: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;

  answer(answer: FollowUpAnswer, { actor, at }: Change): void {
    if (this.status !== 'DUE') throw new DomainError('INVALID_STATE', 'follow-up.answered-already');
    Object.assign(this, {
      ...answer,
      status: 'ANSWERED',
      answeredBy: actor.accountId,
      answeredByName: actor.name,
      answeredAt: at,
    });
  }
}
