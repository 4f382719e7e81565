import { randomUUID } from 'node:crypto';
import type { Actor, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CostItem } from './reckoning/terms.js';

/** What somebody enters of it. */
export interface CostActualFacts {
  readonly item: CostItem;
  readonly label: string;
  readonly month: LocalDate;
  readonly yen: number;
  readonly evidence: string;
}

/** 実額: what a row of the matrix cost in a month, as a paper says. Taken back by a mark, never deleted. */
@Entity('cost_actual')
export class CostActual implements CostActualFacts {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') item: CostItem;
  @Column('text') label: string;
  /** The first day of the month. */
  @Column('date') month: LocalDate;
  /** Below zero it takes back, such as a correction. */
  @Column('int') yen: number;
  /** The paper that says so. */
  @Column('text') evidence: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;

  static enter(
    agreement: { id: string; prefectureId: string },
    facts: CostActualFacts,
    by: { actor: Actor; at: Date },
  ): CostActual {
    return Object.assign(new CostActual(), {
      id: randomUUID(),
      prefectureId: agreement.prefectureId,
      agreementId: agreement.id,
      ...facts,
      recordedByName: by.actor.name,
      recordedAt: by.at,
      removedAt: null,
    });
  }
}
