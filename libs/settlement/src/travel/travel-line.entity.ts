import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReckonedLine, TravelLineKind } from './rules/index.js';

/** One amount of an approved claim, with its clause and formula, as it was reckoned then. Only ever added. */
@Entity('travel_line')
export class TravelLine {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'claim_id' }) claimId: string;
  @Column('int') position: number;
  @Column('text') kind: TravelLineKind;
  @Column('date', { name: 'on_date' }) onDate: LocalDate;
  @Column('int') yen: number;
  @Column('text', { name: 'clause_ja' }) clauseJa: string;
  @Column('text', { name: 'clause_en' }) clauseEn: string;
  @Column('text', { name: 'formula_ja' }) formulaJa: string;
  @Column('text', { name: 'formula_en' }) formulaEn: string;
  /** By which rule; null: a fee, as the agreement says. */
  @Column('uuid', { name: 'rule_version_id', nullable: true }) ruleVersionId: string | null;

  static of(
    claim: { readonly id: string; readonly prefectureId: string },
    { clause, formula, kind, onDate, yen }: ReckonedLine,
    { ruleVersionId, position }: { readonly ruleVersionId: string | null; readonly position: number },
  ): TravelLine {
    return Object.assign(new TravelLine(), {
      id: randomUUID(),
      prefectureId: claim.prefectureId,
      claimId: claim.id,
      position,
      kind,
      onDate,
      yen,
      clauseJa: clause.ja,
      clauseEn: clause.en,
      formulaJa: formula.ja,
      formulaEn: formula.en,
      ruleVersionId,
    });
  }
}
