import { type Change, DomainError, type LocalDate, localDateOf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepOwner, VisitReport, WrittenStep } from './visit-report.entity.js';

/** Dropped: the report was written again without it. */
export const STEP_STATUSES = ['OPEN', 'CLOSED', 'DROPPED'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** 次の一手: what somebody does next, until when. It begins when its report is handed in. */
@Entity('report_step')
export class ReportStep {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('uuid', { name: 'report_id' }) reportId: string;
  @Column('int') position: number;
  @Column('text') what: string;
  @Column('text') owner: StepOwner;
  @Column('date', { name: 'due_on' }) dueOn: LocalDate;
  @Column('text') status: StepStatus;
  /** When it was agreed: its 90 days count from here. */
  @Column('date', { name: 'agreed_on' }) agreedOn: LocalDate;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('text', { name: 'closed_by_name', nullable: true }) closedByName: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('text', { name: 'close_note', nullable: true }) closeNote: string | null;

  static of(report: VisitReport, { id, what, owner, dueOn }: WrittenStep, position: number): ReportStep {
    return Object.assign(new ReportStep(), {
      id,
      prefectureId: report.prefectureId,
      municipalityId: report.municipalityId,
      supportRequestId: report.supportRequestId,
      reportId: report.id,
      position,
      what,
      owner,
      dueOn: dueOn ?? localDateOf(report.endedAt),
      status: 'OPEN',
      agreedOn: localDateOf(report.endedAt),
      closedBy: null,
      closedByName: null,
      closedAt: null,
      closeNote: null,
    });
  }

  /** As the report says it now; what was closed meanwhile stays closed. */
  rewrite({ what, owner, dueOn }: WrittenStep, position: number): void {
    Object.assign(this, { what, owner, dueOn: dueOn ?? this.dueOn, position });
    if (this.status === 'DROPPED') this.status = 'OPEN';
  }

  /** The report was written again without it. */
  drop(): void {
    if (this.status === 'OPEN') this.status = 'DROPPED';
  }

  close({ actor, at }: Change, note: string | null): void {
    if (this.status !== 'OPEN')
      throw new DomainError('INVALID_STATE', 'report-step.not-open', { status: this.status });
    Object.assign(this, {
      status: 'CLOSED',
      closedBy: actor.accountId,
      closedByName: actor.name,
      closedAt: at,
      closeNote: note,
    });
  }
}
