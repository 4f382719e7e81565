import { randomUUID } from 'node:crypto';
import { type Change, DomainError } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseField } from './case-fields.js';

/** 下書き, 県決裁中, 承認済み, 市町の同意待ち, 市町が同意, 公開. */
export const CASE_REPORT_STATUSES = [
  'DRAFT',
  'IN_APPROVAL',
  'APPROVED',
  'TOWN_REVIEW',
  'AGREED',
  'PUBLISHED',
] as const;
export type CaseReportStatus = (typeof CASE_REPORT_STATUSES)[number];

export const CASE_REPORT_NEXT: Readonly<Record<CaseReportStatus, readonly CaseReportStatus[]>> = {
  DRAFT: ['IN_APPROVAL'],
  IN_APPROVAL: ['APPROVED', 'DRAFT'],
  // What is written anew is approved anew.
  APPROVED: ['TOWN_REVIEW', 'DRAFT'],
  TOWN_REVIEW: ['AGREED', 'APPROVED'],
  AGREED: ['PUBLISHED', 'DRAFT'],
  // Taken back: it may be published again only when the town agrees again.
  PUBLISHED: ['APPROVED'],
};

export interface CaseReportContent {
  summary: string;
  outputs: string;
  effect: string;
  lessons: string;
  internalNote: string | null;
  /** Whole fields that stay inside. */
  inside: CaseField[];
}

/** 支援実績報告書: what a case came to; figures and visits are gathered when it is read. */
@Entity('case_report')
export class CaseReport implements CaseReportContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('text') status: CaseReportStatus;
  @Column('text') summary: string;
  @Column('text') outputs: string;
  @Column('text') effect: string;
  @Column('text') lessons: string;
  @Column('text', { name: 'internal_note', nullable: true }) internalNote: string | null;
  @Column('jsonb') inside: CaseField[];
  @Column('text', { name: 'approved_by_name', nullable: true }) approvedByName: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column('text', { name: 'drafted_by_name' }) draftedByName: string;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: CaseReportEvent[] = [];

  static draft(
    request: Pick<SupportRequest, 'id' | 'prefectureId' | 'municipalityId'>,
    content: CaseReportContent,
    change: Change,
  ): CaseReport {
    const report = Object.assign(new CaseReport(), content, {
      id: randomUUID(),
      prefectureId: request.prefectureId,
      municipalityId: request.municipalityId,
      supportRequestId: request.id,
      status: 'DRAFT' as const,
      approvedByName: null,
      approvedAt: null,
      draftedByName: change.actor.name,
      draftedAt: change.at,
      updatedAt: change.at,
    });
    report.newEvents.push(CaseReportEvent.of(report, null, change));
    return report;
  }

  write(content: CaseReportContent, at: Date): void {
    if (this.status !== 'DRAFT') throw this.refuse();
    Object.assign(this, content, { updatedAt: at });
  }

  sendForApproval(change: Change): void {
    this.moveTo('IN_APPROVAL', change);
  }

  approve(change: Change): void {
    if (this.status !== 'IN_APPROVAL') throw this.refuse();
    this.moveTo('APPROVED', change);
    this.approvedByName = change.actor.name;
    this.approvedAt = change.at;
  }

  /** 差戻し, or opened again to be written anew. */
  returnToDraft(change: Change): void {
    this.moveTo('DRAFT', change);
    this.approvedByName = null;
    this.approvedAt = null;
  }

  askTown(change: Change): void {
    this.moveTo('TOWN_REVIEW', change);
  }

  agree(change: Change): void {
    this.moveTo('AGREED', change);
  }

  decline(change: Change): void {
    if (this.status !== 'TOWN_REVIEW') throw this.refuse();
    this.moveTo('APPROVED', change);
  }

  publish(change: Change): void {
    this.moveTo('PUBLISHED', change);
  }

  takeBack(change: Change): void {
    if (this.status !== 'PUBLISHED') throw this.refuse();
    this.moveTo('APPROVED', change);
  }

  private moveTo(to: CaseReportStatus, change: Change): void {
    if (!CASE_REPORT_NEXT[this.status].includes(to)) throw this.refuse();
    const from = this.status;
    this.status = to;
    this.updatedAt = change.at;
    this.newEvents.push(CaseReportEvent.of(this, from, change));
  }

  private refuse(): DomainError {
    return new DomainError('INVALID_STATE', 'case-report.not-in-state', { status: this.status });
  }
}

/** One step in the life of a case's report. */
@Entity('case_report_event')
export class CaseReportEvent extends StatusEvent<CaseReportStatus> {
  @Column('uuid', { name: 'case_report_id' }) caseReportId: string;

  static of(
    report: { readonly id: string; readonly prefectureId: string; readonly status: CaseReportStatus },
    fromStatus: CaseReportStatus | null,
    change: Change,
  ): CaseReportEvent {
    return Object.assign(new CaseReportEvent(), {
      caseReportId: report.id,
      ...statusStep(report, fromStatus, change),
    });
  }
}
