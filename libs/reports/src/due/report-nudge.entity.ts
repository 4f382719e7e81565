import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of a report on two days and when it is late; of everything else when it begins and when it is late. */
export const NUDGE_KINDS = [
  'REPORT_FIRST',
  'REPORT_SECOND',
  'REPORT_OVERDUE',
  'CONFIRMATION_ASKED',
  'CONFIRMATION_OVERDUE',
  'EVALUATION_ASKED',
  'EVALUATION_OVERDUE',
  'FOLLOW_UP_ASKED',
  'FOLLOW_UP_OVERDUE',
] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number];

/** Somebody was reminded, once: a report that is sent back is due anew, and reminded of anew. */
@Entity('report_nudge')
export class ReportNudge {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: string;
  @PrimaryColumn('text') kind: NudgeKind;
  @PrimaryColumn('date', { name: 'due_on' }) dueOn: LocalDate;
  @Column('timestamptz', { name: 'nudged_at' }) nudgedAt: Date;
}
