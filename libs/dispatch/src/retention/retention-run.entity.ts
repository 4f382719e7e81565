import type { RetentionKind } from '@banso/platform';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What one day's run let go of one kind of record: counts only. */
@Entity('retention_run')
export class RetentionRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') kind: RetentionKind;
  @Column('date', { name: 'ran_on' }) ranOn: string;
  /** By which rule, as it was on that day. */
  @Column('int') days: number;
  @Column('int') rows: number;
  /** Entries of the audit log that forgot what was in those rows. */
  @Column('int', { name: 'log_entries' }) logEntries: number;
  @CreateDateColumn({ name: 'transaction_at', type: 'timestamptz' }) transactionAt: Date;
}
