import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementKind, AgreementStatus } from './agreement-status.js';

/** 目安 warns, 上限 refuses. */
export const MONTHLY_RULES = ['GUIDELINE', 'CAP'] as const;
export type MonthlyRule = (typeof MONTHLY_RULES)[number];

/** 協定: who shares a person, for how long, on which terms. */
@Entity('agreement')
export class Agreement {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('text') kind: AgreementKind;
  @Column('text') status: AgreementStatus;
  /** First and last day as they stand now. */
  @Column('date', { name: 'starts_on' }) startsOn: LocalDate;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
  @Column('int', { name: 'monthly_days', nullable: true }) monthlyDays: number | null;
  @Column('text', { name: 'monthly_rule', nullable: true }) monthlyRule: MonthlyRule | null;
  /** Days before the end on which it asks to be talked about. */
  @Column('int', { name: 'notice_days' }) noticeDays: number;
  @Column('text') duties: string;
  @Column('text') confidentiality: string;
  /** Bears what is left when a sum cannot be divided. */
  @Column('uuid', { name: 'remainder_party_id', nullable: true }) remainderPartyId: string | null;
}

/** What a party is in an agreement. */
export const AGREEMENT_PARTS = ['HOST', 'SENDER', 'EMPLOYER', 'COORDINATOR'] as const;
export type AgreementPart = (typeof AGREEMENT_PARTS)[number];

/** Who signs, as what. */
@Entity('agreement_party')
export class AgreementParty {
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('uuid', { name: 'party_id' }) partyId: string;
  /** Copied from the party: it decides who reads the agreement. */
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('text') part: AgreementPart;
  @Column('text', { name: 'signatory_title' }) signatoryTitle: string;
  @Column('text', { name: 'signatory_name' }) signatoryName: string;
  @Column('int') position: number;
}

/** 条: one article of an agreement. */
@Entity('agreement_clause')
export class AgreementClause {
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('int') no: number;
  @Column('text') heading: string;
  @Column('text') body: string;
}

export const TERM_KINDS = ['ORIGINAL', 'EXTENSION', 'EARLY_END'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** How the term came about. Only ever added. */
@Entity('agreement_term')
export class AgreementTerm {
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('int') no: number;
  @Column('text') kind: TermKind;
  @Column('date', { name: 'starts_on' }) startsOn: LocalDate;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
  @Column('date', { name: 'decided_on' }) decidedOn: LocalDate;
  @Column('text', { nullable: true }) reason: string | null;
}
