import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AmountRule, CostItem, DaySource, LineTerms, ShareRule } from './reckoning/terms.js';

/** 費用負担の定め: who bears what under an agreement, from a day on. Only ever added. */
@Entity('cost_matrix')
export class CostMatrix {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('int') version: number;
  @Column('date', { name: 'valid_from' }) validFrom: LocalDate;
  /** Why it was set, such as the decision of both sides. */
  @Column('text') reason: string;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
}

/** A row of it: one item, how its amount arises, and the article that says so. */
@Entity('cost_line')
export class CostLine {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'matrix_id' }) matrixId: string;
  @Column('int') position: number;
  @Column('text') item: CostItem;
  @Column('text') label: string;
  @Column('int', { name: 'clause_no' }) clauseNo: number;
  @Column('text', { name: 'amount_rule' }) amountRule: AmountRule;
  /** Yen of a month, a fiscal year or a day. */
  @Column('int', { nullable: true }) yen: number | null;
  @Column('text', { name: 'day_source', nullable: true }) daySource: DaySource | null;
  @Column('text', { name: 'share_rule' }) shareRule: ShareRule;
  @Column('uuid', { name: 'remainder_party_id' }) remainderPartyId: string;

  static of(matrix: CostMatrix, line: LineTerms, position: number): CostLine {
    const { id: matrixId, prefectureId, agreementId } = matrix;
    const { item, label, clauseNo, amountRule, yen, daySource, shareRule, remainderPartyId } = line;
    return Object.assign(new CostLine(), {
      id: randomUUID(),
      prefectureId,
      agreementId,
      matrixId,
      position,
      item,
      label,
      clauseNo,
      amountRule,
      yen,
      daySource,
      shareRule,
      remainderPartyId,
    });
  }
}

/** Who bears how much of a row, in relation to the others. */
@Entity('cost_share')
export class CostShare {
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('uuid', { name: 'line_id' }) lineId: string;
  @PrimaryColumn('uuid', { name: 'party_id' }) partyId: string;
  @Column('int') weight: number;
}
