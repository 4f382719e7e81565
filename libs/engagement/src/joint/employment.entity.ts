import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 任用形態: it decides which allocation tax, if any, bears the cost. */
export const EMPLOYMENT_FORMS = [
  'FULL_TIME',
  'FIXED_TERM',
  'FISCAL_YEAR',
  'SPECIAL_PART_TIME',
  'COMMISSION',
  'DISPATCH',
  'CONCURRENT',
] as const;
export type EmploymentForm = (typeof EMPLOYMENT_FORMS)[number];

export interface EmploymentFacts {
  readonly form: EmploymentForm;
  /** 級: as the employer's own scale calls it. */
  readonly grade: string | null;
  /** Who employs: a party of agreements. */
  readonly partyId: string;
  readonly agreementId: string | null;
  readonly startsOn: LocalDate;
  /** Null: without a term. */
  readonly endsOn: LocalDate | null;
}

/** 任用: how a specialist is appointed, by whom, for how long. One row after the other. */
@Entity('employment')
export class Employment {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text') form: EmploymentForm;
  @Column('text', { nullable: true }) grade: string | null;
  @Column('uuid', { name: 'party_id' }) partyId: string;
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: LocalDate;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: LocalDate | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'removed_by_name', nullable: true }) removedByName: string | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('text', { name: 'removed_reason', nullable: true }) removedReason: string | null;

  static record(
    specialist: { readonly id: string; readonly prefectureId: string },
    facts: EmploymentFacts,
    { actor, at }: Change,
  ): Employment {
    return Object.assign(new Employment(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
      endReason: null,
      recordedByName: actor.name,
      recordedAt: at,
      removedByName: null,
      removedAt: null,
      removedReason: null,
    });
  }

  /** It is over on that day, earlier than it was to be. */
  end(on: LocalDate, { reason }: Change): void {
    if (this.removedAt || (this.endsOn !== null && on > this.endsOn) || on < this.startsOn)
      throw new DomainError('INVALID_STATE', 'employment.not-then', { date: on });
    this.endsOn = on;
    this.endReason = reason ?? null;
  }

  /** It was never so: it counts no more, and stays in the record. */
  remove({ actor, at, reason }: Change): void {
    if (this.removedAt) throw new DomainError('INVALID_STATE', 'employment.removed');
    this.removedByName = actor.name;
    this.removedAt = at;
    this.removedReason = reason ?? null;
  }
}
