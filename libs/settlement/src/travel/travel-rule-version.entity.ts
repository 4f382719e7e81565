import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReceiptKind, RuleTerms } from './rules/index.js';

/** What is kept of the figures of a rule. */
export interface KeptFigures {
  readonly amounts: Readonly<Record<string, number>>;
  readonly ceilings: Readonly<Record<string, number>>;
  readonly receiptFor: readonly ReceiptKind[];
}

/** 旅費規程: by which rule a body pays for travel, from a day on, with its own figures. Only ever added. */
@Entity('travel_rule_version')
export class TravelRuleVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** Whose rule it is; null: the prefecture's. */
  @Column('uuid', { name: 'party_id', nullable: true }) partyId: string | null;
  @Column('int') version: number;
  @Column('date', { name: 'valid_from' }) validFrom: LocalDate;
  /** A plug-in of the software. */
  @Column('text', { name: 'rule_code' }) ruleCode: string;
  @Column('text') title: string;
  @Column('jsonb') figures: KeptFigures;
  /** Where the figures stand. */
  @Column('text') source: string;
  /** Somebody held the figures against the body's own rule; otherwise 要確認. */
  @Column('boolean') checked: boolean;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
}

export const termsOfRule = ({ title, figures }: TravelRuleVersion): RuleTerms => ({ title, ...figures });
