import { randomUUID } from 'node:crypto';
import type { Visit } from '@banso/dispatch';
import { type Actor, type Change, DomainError, type LocalDate } from '@banso/kernel';
import type { VisitMode } from '@banso/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** DRAFT 下書き, SUBMITTED 確認待ち, RETURNED 差戻し, CONFIRMED 確認済み. */
export const VISIT_REPORT_STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED'] as const;
export type VisitReportStatus = (typeof VISIT_REPORT_STATUSES)[number];

/** As planned, partly, or put off. */
export const VISIT_RESULTS = ['AS_PLANNED', 'PARTLY', 'POSTPONED'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

/** Whose turn a next step is. */
export const STEP_OWNERS = ['TOWN', 'SPECIALIST', 'HUB'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

/** A next step as it is written down; it keeps its id when the report is written again. */
export interface WrittenStep {
  readonly id: string;
  readonly what: string;
  readonly owner: StepOwner;
  readonly dueOn: LocalDate | null;
}

/** Who was there: a section and heads, no names. */
export interface Attendance {
  readonly section: string;
  readonly people: number;
}

/** What is written; the same fields in a draft and in a report that was handed in. */
export interface VisitReportContent {
  result: VisitResult | null;
  topics: string[];
  done: string;
  steps: WrittenStep[];
  startedAt: Date;
  endedAt: Date;
  mode: VisitMode;
  attendance: Attendance[];
  internalNote: string | null;
}

/** 訪問報告: what a visit came to. */
@Entity('visit_report')
export class VisitReport implements VisitReportContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text') status: VisitReportStatus;
  @Column('text', { nullable: true }) result: VisitResult | null;
  /** Words that were offered and tapped. */
  @Column('jsonb') topics: string[];
  @Column('text') done: string;
  @Column('jsonb') steps: WrittenStep[];
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'ended_at' }) endedAt: Date;
  @Column('text') mode: VisitMode;
  @Column('jsonb') attendance: Attendance[];
  /** Between whoever came and the hub. */
  @Column('text', { name: 'internal_note', nullable: true }) internalNote: string | null;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy: string | null;
  @Column('text', { name: 'submitted_by_name', nullable: true }) submittedByName: string | null;
  @Column('text', { name: 'submitted_by_role', nullable: true }) submittedByRole: Actor['role'] | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt: Date | null;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('text', { name: 'confirmed_by_name', nullable: true }) confirmedByName: string | null;
  @Column('text', { name: 'confirmed_by_role', nullable: true }) confirmedByRole: Actor['role'] | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  /** Why the hub confirmed for the town. */
  @Column('text', { name: 'stand_in_reason', nullable: true }) standInReason: string | null;
  /** ありがとうの一言. */
  @Column('text', { nullable: true }) thanks: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;

  static draft(visit: Visit, content: VisitReportContent, at: Date): VisitReport {
    return Object.assign(new VisitReport(), content, {
      id: randomUUID(),
      prefectureId: visit.prefectureId,
      municipalityId: visit.municipalityId,
      supportRequestId: visit.supportRequestId,
      visitId: visit.id,
      specialistId: visit.specialistId,
      status: 'DRAFT',
      submittedBy: null,
      submittedByName: null,
      submittedByRole: null,
      submittedAt: null,
      returnReason: null,
      returnedAt: null,
      confirmedBy: null,
      confirmedByName: null,
      confirmedByRole: null,
      confirmedAt: null,
      standInReason: null,
      thanks: null,
      createdAt: at,
      updatedAt: at,
    });
  }

  revise(content: VisitReportContent, at: Date): void {
    this.assertStands('DRAFT', 'RETURNED');
    Object.assign(this, content, { updatedAt: at });
  }

  submit({ actor, at }: Change): void {
    this.assertStands('DRAFT', 'RETURNED');
    Object.assign(this, {
      status: 'SUBMITTED',
      submittedBy: actor.accountId,
      submittedByName: actor.name,
      submittedByRole: actor.role,
      submittedAt: at,
      updatedAt: at,
    });
  }

  /** 差戻し: the town wants it written again. */
  return({ at, reason }: Change & { readonly reason: string }): void {
    this.assertStands('SUBMITTED');
    Object.assign(this, { status: 'RETURNED', returnReason: reason, returnedAt: at, updatedAt: at });
  }

  /** 従事確認, by the town or, with a reason, by the hub for it. */
  confirm({ actor, at, reason }: Change, thanks: string | null): void {
    this.assertStands('SUBMITTED');
    Object.assign(this, {
      status: 'CONFIRMED',
      confirmedBy: actor.accountId,
      confirmedByName: actor.name,
      confirmedByRole: actor.role,
      confirmedAt: at,
      standInReason: reason ?? null,
      thanks,
      updatedAt: at,
    });
  }

  /** Still being written. */
  get isOpen(): boolean {
    return this.status === 'DRAFT' || this.status === 'RETURNED';
  }

  private assertStands(...states: readonly VisitReportStatus[]): void {
    if (!states.includes(this.status))
      throw new DomainError('INVALID_STATE', 'visit-report.not-in-state', { status: this.status });
  }
}
