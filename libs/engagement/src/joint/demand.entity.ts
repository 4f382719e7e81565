import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OPEN_OR_CLOSED = ['OPEN', 'CLOSED'] as const;
export type OpenOrClosed = (typeof OPEN_OR_CLOSED)[number];

export interface SurveyFacts {
  readonly title: string;
  readonly fiscalYear: number;
  /** Talent profiles that are asked for. */
  readonly profiles: string[];
  /** Last day on which towns may answer. */
  readonly deadlineOn: LocalDate;
}

/** 需要調査: which towns want how many people to share. */
@Entity('demand_survey')
export class DemandSurvey {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') title: string;
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('text', { array: true }) profiles: string[];
  @Column('date', { name: 'deadline_on' }) deadlineOn: LocalDate;
  @Column('text') status: OpenOrClosed;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;

  static open(prefectureId: string, facts: SurveyFacts, { at }: Change): DemandSurvey {
    return Object.assign(new DemandSurvey(), {
      id: randomUUID(),
      prefectureId,
      ...facts,
      status: 'OPEN' as const,
      openedAt: at,
      closedAt: null,
    });
  }

  takesAnswersOn(today: LocalDate): boolean {
    return this.status === 'OPEN' && today <= this.deadlineOn;
  }

  close({ at }: Change): void {
    if (this.status === 'CLOSED') throw new DomainError('INVALID_STATE', 'survey.closed');
    this.status = 'CLOSED';
    this.closedAt = at;
  }
}

/** One profile of an answer: so many people, each for that part of a full week. */
export interface DemandLine {
  readonly profileId: string;
  readonly people: number;
  /** Percent of a full week, 1 to 100. */
  readonly sharePercent: number;
}

/** What a town answered; changed by the town until the deadline. */
@Entity('demand_answer')
export class DemandAnswer {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @PrimaryColumn('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('jsonb') lines: DemandLine[];
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}
