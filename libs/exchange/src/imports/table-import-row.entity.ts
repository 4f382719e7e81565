import type { ReadCell } from '@banso/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding } from './finding.js';
import type { Scope } from './import-column.js';
import type { Image } from './record-images.js';

/** `KEPT`: was to be taken back, but somebody has changed it since. */
export const ROW_STATES = ['OPEN', 'APPLIED', 'UNDONE', 'KEPT'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What becomes of a row, or has become of it. */
export const ROW_OUTCOMES = ['ADDED', 'UPDATED', 'UNCHANGED', 'FAULTY'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** One row of a table that somebody brought. */
@Entity('table_import_row')
export class TableImportRow {
  @PrimaryColumn('uuid', { name: 'import_id' }) importId: string;
  /** As the file counts. */
  @PrimaryColumn('int') no: number;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('text') state: RowState;
  /** In the order of the file's heads. */
  @Column('jsonb') cells: readonly ReadCell[];
  /** What somebody has typed on the screen instead, by column. */
  @Column('jsonb') fixes: Readonly<Record<string, string>>;
  @Column('jsonb') findings: readonly Finding[];
  @Column('text') outcome: RowOutcome;
  @Column('text', { name: 'record_type', nullable: true }) recordType: string | null;
  @Column('uuid', { name: 'record_id', nullable: true }) recordId: string | null;
  @Column('jsonb', { nullable: true }) scopes: readonly Scope[] | null;
  @Column('jsonb', { name: 'images_before', nullable: true }) imagesBefore: readonly Image[] | null;
  @Column('jsonb', { name: 'images_after', nullable: true }) imagesAfter: readonly Image[] | null;
  @Column('timestamptz', { name: 'keep_until' }) keepUntil: Date;
}
