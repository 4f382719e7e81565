import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ApplicantEvent } from './applicant-event.entity.js';
import { APPLICANT_NEXT, type ApplicantStatus, type ApplicantStep } from './applicant-status.js';
import type { OpenOrClosed } from './demand.entity.js';

export interface RecruitmentFacts {
  readonly surveyId: string | null;
  readonly title: string;
  readonly profileId: string;
  readonly people: number;
  readonly closesOn: LocalDate;
  /** How long what applicants wrote is kept, and why. */
  readonly retentionNote: string;
}

/** 募集: people looked for together. */
@Entity('recruitment')
export class Recruitment {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'survey_id', nullable: true }) surveyId: string | null;
  @Column('text') title: string;
  @Column('text', { name: 'profile_id' }) profileId: string;
  @Column('int') people: number;
  @Column('date', { name: 'closes_on' }) closesOn: LocalDate;
  @Column('text', { name: 'retention_note' }) retentionNote: string;
  @Column('text') status: OpenOrClosed;

  static open(prefectureId: string, facts: RecruitmentFacts): Recruitment {
    return Object.assign(new Recruitment(), {
      id: randomUUID(),
      prefectureId,
      ...facts,
      status: 'OPEN' as const,
    });
  }

  close(): void {
    if (this.status === 'CLOSED') throw new DomainError('INVALID_STATE', 'recruitment.closed');
    this.status = 'CLOSED';
  }
}

export interface ApplicantFacts {
  readonly name: string;
  readonly kana: string;
  readonly nameEn: string;
  readonly contact: string;
  readonly note: string | null;
  readonly appliedOn: LocalDate;
}

/** 応募者: read by the hub alone. */
@Entity('applicant')
export class Applicant {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'recruitment_id' }) recruitmentId: string;
  @Column('text') name: string;
  @Column('text') kana: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text') contact: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date', { name: 'applied_on' }) appliedOn: LocalDate;
  @Column('text') status: ApplicantStatus;
  /** Who the applicant has become. */
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: ApplicantEvent[] = [];

  static receive(recruitment: Recruitment, facts: ApplicantFacts, change: Change): Applicant {
    const applicant = Object.assign(new Applicant(), {
      id: randomUUID(),
      prefectureId: recruitment.prefectureId,
      recruitmentId: recruitment.id,
      ...facts,
      status: 'OPEN' as const,
      specialistId: null,
    });
    applicant.newEvents.push(ApplicantEvent.of(applicant, null, change));
    return applicant;
  }

  move(next: ApplicantStep, change: Change): void {
    this.become(next, change);
  }

  hire(specialistId: string, change: Change): void {
    this.become('HIRED', change);
    this.specialistId = specialistId;
  }

  private become(next: ApplicantStatus, change: Change): void {
    if (!APPLICANT_NEXT[this.status].includes(next))
      throw new DomainError('INVALID_STATE', 'applicant.not-in-state');
    const from = this.status;
    this.status = next;
    this.newEvents.push(ApplicantEvent.of(this, from, change));
  }
}
