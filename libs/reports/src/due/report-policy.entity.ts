import type { HubStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In how many days what is owed, as the prefecture decides. */
export interface ReportDays {
  /** Counts up; 0 = nobody has chosen yet. */
  version: number;
  /** From the visit to its report, and days after it on which the writer is reminded. */
  reportDays: number;
  firstNudgeDays: number;
  secondNudgeDays: number;
  /** From the report to the town's confirmation. */
  confirmationDays: number;
  /** From the last confirmation to the evaluation. */
  evaluationDays: number;
  /** The month of the next fiscal year at whose end follow-ups are due. */
  followUpMonth: number;
}

/** One town's rule is a report within seven days of return; reminders follow the same habit. */
export const DEFAULT_DAYS: Readonly<ReportDays> = {
  version: 0,
  reportDays: 7,
  firstNudgeDays: 1,
  secondNudgeDays: 3,
  confirmationDays: 7,
  evaluationDays: 14,
  followUpMonth: 6,
};

@Entity('report_policy')
export class ReportPolicy implements ReportDays {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('int') version: number;
  @Column('int', { name: 'report_days' }) reportDays: number;
  @Column('int', { name: 'first_nudge_days' }) firstNudgeDays: number;
  @Column('int', { name: 'second_nudge_days' }) secondNudgeDays: number;
  @Column('int', { name: 'confirmation_days' }) confirmationDays: number;
  @Column('int', { name: 'evaluation_days' }) evaluationDays: number;
  @Column('int', { name: 'follow_up_month' }) followUpMonth: number;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: HubStaff, days: ReportDays, at: Date): ReportPolicy {
    return Object.assign(new ReportPolicy(), {
      prefectureId: actor.prefectureId,
      ...days,
      setByName: actor.name,
      setAt: at,
    });
  }
}
