import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CostItem, Evidence } from './reckoning/terms.js';

/** 請求の状態. */
export const INVOICE_STATUSES = ['DRAFT', 'ISSUED', 'CANCELLED', 'DISCARDED'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

const NEXT: Readonly<Record<InvoiceStatus, readonly InvoiceStatus[]>> = {
  DRAFT: ['ISSUED', 'DISCARDED'],
  ISSUED: ['CANCELLED'],
  CANCELLED: [],
  DISCARDED: [],
};

/** For whom, and for which whole months. */
export interface InvoiceScope {
  readonly prefectureId: string;
  readonly agreementId: string;
  readonly partyId: string;
  readonly municipalityId: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

/** 負担金の請求: what one party owes for a period. Its lines and their evidence are frozen with it. */
@Entity('invoice')
export class Invoice implements InvoiceScope {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'party_id' }) partyId: string;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('text') status: InvoiceStatus;
  /** 請求番号 such as `F8-0003`; drawn when it is issued. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on' }) toOn: LocalDate;
  @Column('int', { name: 'total_yen' }) totalYen: number;
  @Column('text', { name: 'drafted_by_name' }) draftedByName: string;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt: Date;
  @Column('text', { name: 'issued_by_name', nullable: true }) issuedByName: string | null;
  @Column('timestamptz', { name: 'issued_at', nullable: true }) issuedAt: Date | null;
  @Column('text', { name: 'cancelled_by_name', nullable: true }) cancelledByName: string | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: string | null;

  static draft(scope: InvoiceScope, totalYen: number, { actor, at }: Change): Invoice {
    return Object.assign(new Invoice(), {
      id: randomUUID(),
      ...scope,
      status: 'DRAFT' as const,
      number: null,
      totalYen,
      draftedByName: actor.name,
      draftedAt: at,
      issuedByName: null,
      issuedAt: null,
      cancelledByName: null,
      cancelledAt: null,
      cancelReason: null,
    });
  }

  /** Said before a number is drawn. */
  assertLeadsTo(to: InvoiceStatus): void {
    if (!NEXT[this.status].includes(to))
      throw new DomainError('INVALID_STATE', 'invoice.not-in-state', { status: this.status });
  }

  issue(number: string, { actor, at }: Change): void {
    this.moveTo('ISSUED');
    Object.assign(this, { number, issuedByName: actor.name, issuedAt: at });
  }

  discard(): void {
    this.moveTo('DISCARDED');
  }

  cancel(reason: string, { actor, at }: Change): void {
    this.moveTo('CANCELLED');
    Object.assign(this, { cancelReason: reason, cancelledByName: actor.name, cancelledAt: at });
  }

  private moveTo(to: InvoiceStatus): void {
    this.assertLeadsTo(to);
    this.status = to;
  }
}

/** What may still become of it. */
export const leadsTo = (invoice: Pick<Invoice, 'status'>, to: InvoiceStatus): boolean =>
  NEXT[invoice.status].includes(to);

/** One figure of an invoice, with the article and the terms that it follows. Only ever added. */
@Entity('invoice_line')
export class InvoiceLine {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'invoice_id' }) invoiceId: string;
  @Column('int') position: number;
  @Column('text') item: CostItem;
  @Column('text') label: string;
  @Column('int', { name: 'clause_no' }) clauseNo: number;
  @Column('int', { name: 'matrix_version' }) matrixVersion: number;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on' }) toOn: LocalDate;
  /** Of all who share it. */
  @Column('int', { name: 'total_yen' }) totalYen: number;
  @Column('int', { name: 'share_weight' }) shareWeight: number;
  @Column('int', { name: 'share_sum' }) shareSum: number;
  /** How much of the amount was left over in dividing. */
  @Column('int', { name: 'remainder_yen' }) remainderYen: number;
  /** What the party bears. */
  @Column('int') yen: number;
  @Column('text', { name: 'formula_ja' }) formulaJa: string;
  @Column('text', { name: 'formula_en' }) formulaEn: string;
}

/** A day or an entered amount that a line rests on, as it was. Only ever added. */
@Entity('invoice_evidence')
export class InvoiceEvidence {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'invoice_id' }) invoiceId: string;
  @Column('uuid', { name: 'line_id' }) lineId: string;
  @Column('text') kind: Evidence['kind'];
  /** The attendance, the placement, the visit or the entered amount. */
  @Column('uuid', { name: 'ref_id' }) refId: string;
  /** Of an entered amount, the first day of its month. */
  @Column('date', { name: 'on_date' }) onDate: LocalDate;
  @Column('uuid', { name: 'party_id', nullable: true }) partyId: string | null;
  @Column('int', { name: 'half_days' }) halfDays: number;
  @Column('int') yen: number;
}
