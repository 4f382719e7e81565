import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A visit that a claim pays for; a visit is claimed for once. Who bears it is frozen at approval. */
@Entity('travel_claim_visit')
export class TravelClaimVisit {
  @PrimaryColumn('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'claim_id' }) claimId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('date', { name: 'on_date' }) onDate: LocalDate;
  /** 1 or 2. */
  @Column('int', { name: 'half_days' }) halfDays: number;
  /** Null where no agreement says who bears travel. */
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  /** Whose rule paid; null: the prefecture. */
  @Column('uuid', { name: 'party_id', nullable: true }) partyId: string | null;
  @Column('uuid', { name: 'rule_version_id', nullable: true }) ruleVersionId: string | null;
  /** Its part of the travel; null before approval. */
  @Column('int', { nullable: true }) yen: number | null;
  /** 謝金 by the agreement; null before approval. */
  @Column('int', { name: 'fee_yen', nullable: true }) feeYen: number | null;
  /** The entered amount (実額) that the cost shares have of it. */
  @Column('uuid', { name: 'cost_actual_id', nullable: true }) costActualId: string | null;
  /** The month that it was charged to: the next open one where its own was billed. */
  @Column('date', { name: 'charged_month', nullable: true }) chargedMonth: LocalDate | null;
}
