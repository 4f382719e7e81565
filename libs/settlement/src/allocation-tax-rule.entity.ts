import { randomUUID } from 'node:crypto';
import type { Actor } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CostItem } from './reckoning/terms.js';
import type { Bearer, TaxMeasure } from './tax-evidence.js';

/** 措置: what a measure of the special local allocation tax counts, with its source. Taken back by a mark. */
@Entity('allocation_tax_rule')
export class AllocationTaxRule implements TaxMeasure {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') measure: string;
  @Column('text') bearer: Bearer;
  @Column('int', { name: 'first_year' }) firstYear: number;
  @Column('int', { name: 'last_year' }) lastYear: number;
  @Column('int', { name: 'rate_per_mille' }) ratePerMille: number;
  /** Yen of one body and fiscal year; null: the source states none. */
  @Column('bigint', {
    name: 'ceiling_yen',
    nullable: true,
    transformer: {
      to: (yen: number | null) => yen,
      from: (yen: string | null) => (yen === null ? null : Number(yen)),
    },
  })
  ceilingYen: number | null;
  @Column('text', { array: true }) items: CostItem[];
  /** As forms of employment are written down about people; none: any. */
  @Column('text', { name: 'appointment_forms', array: true }) appointmentForms: string[];
  @Column('text') source: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;

  static state(
    actor: Actor,
    facts: Omit<TaxMeasure, 'id'> & { source: string },
    at: Date,
  ): AllocationTaxRule {
    return Object.assign(new AllocationTaxRule(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      ...facts,
      recordedByName: actor.name,
      recordedAt: at,
      removedAt: null,
    });
  }
}
