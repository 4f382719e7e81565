import { randomUUID } from 'node:crypto';
import type { Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseField, TownSize } from './case-fields.js';
import type { CaseReport } from './case-report.entity.js';

/** One line as other towns read it. */
export interface SharedLine {
  readonly field: CaseField;
  readonly value: string;
}

/** A case as other towns may read it: frozen as it was agreed, so that nothing is made anew when they do. */
@Entity('shared_case')
export class SharedCase {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'case_report_id' }) caseReportId: string;
  @Column('text', { name: 'theme_id', nullable: true }) themeId: string | null;
  @Column('text', { name: 'town_size' }) townSize: TownSize;
  /** In which its first visit was made. */
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('text') title: string;
  @Column('jsonb') lines: SharedLine[];
  @Column('text', { name: 'published_by_name' }) publishedByName: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;

  static of(
    report: CaseReport,
    what: Pick<SharedCase, 'themeId' | 'townSize' | 'fiscalYear' | 'title' | 'lines'>,
    { actor, at }: Change,
  ): SharedCase {
    return Object.assign(new SharedCase(), {
      id: randomUUID(),
      prefectureId: report.prefectureId,
      caseReportId: report.id,
      ...what,
      publishedByName: actor.name,
      publishedAt: at,
    });
  }
}
