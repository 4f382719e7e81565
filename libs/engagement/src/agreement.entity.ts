import { randomUUID } from 'node:crypto';
import { badInput, type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AgreementEvent } from './agreement-event.entity.js';
import { AGREEMENT_NEXT, type AgreementKind, type AgreementStatus } from './agreement-status.js';
import { statusOn } from './agreement-term.js';

/** 目安 warns, 上限 refuses. */
export const MONTHLY_RULES = ['GUIDELINE', 'CAP'] as const;
export type MonthlyRule = (typeof MONTHLY_RULES)[number];

/** What an agreement says of itself, without its parties and articles. */
export interface AgreementFacts {
  title: string;
  kind: AgreementKind;
  startsOn: LocalDate;
  endsOn: LocalDate;
  monthlyDays: number | null;
  monthlyRule: MonthlyRule | null;
  noticeDays: number;
  duties: string;
  confidentiality: string;
  remainderPartyId: string | null;
}

/** What was decided about a term, and when. */
export interface TermDecision {
  /** The last day from now on. */
  readonly endsOn: LocalDate;
  readonly decidedOn: LocalDate;
}

/** States in which its words may still be written. */
export const UNSIGNED: readonly AgreementStatus[] = ['DRAFT', 'IN_CONSULTATION'];

/** 協定: who shares a person, for how long, on which terms. */
@Entity('agreement')
export class Agreement implements AgreementFacts {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('text') kind: AgreementKind;
  /** As it was last written; where it stands on a day, `statusOn` says. */
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
  /** How often its words, parties and articles were written: one number that every change of them changes. */
  @Column('int', { default: 1 }) revision: number;
  /** The last day was brought forward: after it the agreement is terminated, not expired. */
  @Column('boolean', { name: 'ends_early', default: false }) endsEarly: boolean;
  /** When it was decided to let the term run out. */
  @Column('date', { name: 'not_extended_on', nullable: true }) notExtendedOn: LocalDate | null;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: AgreementEvent[] = [];

  static draft(
    { prefectureId, number }: { readonly prefectureId: string; readonly number: string },
    facts: AgreementFacts,
    change: Change,
  ): Agreement {
    const agreement = Object.assign(new Agreement(), facts, {
      id: randomUUID(),
      prefectureId,
      number,
      status: 'DRAFT' as const,
      revision: 1,
      endsEarly: false,
      notExtendedOn: null,
    });
    agreement.newEvents.push(AgreementEvent.of(agreement, null, change));
    return agreement;
  }

  /** What the calendar alone has done since it was written: begun, expired, ended early. */
  keepUp(today: LocalDate, change: Change): void {
    const due = statusOn(this, today);
    if (due === this.status) return;
    if (this.status === 'CONCLUDED' && due !== 'ACTIVE')
      this.moveTo('ACTIVE', { ...change, reason: 'agreement.begun' });
    this.moveTo(due, { ...change, reason: BY_CALENDAR[due] ?? null });
  }

  revise(facts: AgreementFacts): void {
    this.assertStands(...UNSIGNED);
    Object.assign(this, facts, { revision: this.revision + 1 });
  }

  /** 協議に入る: the parties read it from now on. */
  consult(change: Change): void {
    this.moveTo('IN_CONSULTATION', change);
  }

  returnToDraft(change: Change): void {
    this.moveTo('DRAFT', change, true);
  }

  withdraw(change: Change): void {
    this.moveTo('WITHDRAWN', change, true);
  }

  conclude(today: LocalDate, change: Change): void {
    if (this.endsOn < today) throw this.refuse('agreement.term-over');
    this.moveTo('CONCLUDED', change);
  }

  consultExtension(change: Change): void {
    this.assertStands('ACTIVE');
    this.moveTo('EXTENSION_CONSULTATION', change);
  }

  /** The new term is in force at once; what was decided before about the end is no longer so. */
  extend({ endsOn }: TermDecision, change: Change): void {
    this.assertStands('EXTENSION_CONSULTATION');
    if (endsOn <= this.endsOn)
      throw badInput({ path: 'endsOn', rule: 'not-after-present-end', facts: { end: this.endsOn } });
    this.moveTo('ACTIVE', change, true);
    Object.assign(this, { endsOn, endsEarly: false, notExtendedOn: null });
  }

  /** The term runs out as it stands. */
  declineExtension(decidedOn: LocalDate, change: Change): void {
    this.assertStands('EXTENSION_CONSULTATION');
    this.moveTo('ACTIVE', change, true);
    this.notExtendedOn = decidedOn;
  }

  /** 解約: the last day comes earlier. One that has not begun ends at once and never binds. */
  endEarly({ endsOn }: TermDecision, today: LocalDate, change: Change): void {
    this.assertStands('CONCLUDED', 'ACTIVE', 'EXTENSION_CONSULTATION');
    if (this.status === 'CONCLUDED') {
      this.moveTo('TERMINATED', change, true);
      return;
    }
    if (endsOn < today) throw badInput({ path: 'endsOn', rule: 'past', facts: { today } });
    if (endsOn >= this.endsOn)
      throw badInput({ path: 'endsOn', rule: 'not-before-present-end', facts: { end: this.endsOn } });
    this.requireReason(change);
    const from = this.status;
    Object.assign(this, { endsOn, endsEarly: true, status: 'ACTIVE' });
    this.newEvents.push(AgreementEvent.of(this, from, change));
  }

  private assertStands(...states: readonly AgreementStatus[]): void {
    if (!states.includes(this.status)) throw this.refuse('agreement.not-in-state');
  }

  private moveTo(to: AgreementStatus, change: Change, needsReason = false): void {
    if (!AGREEMENT_NEXT[this.status].includes(to)) throw this.refuse('agreement.not-in-state');
    if (needsReason) this.requireReason(change);
    const from = this.status;
    this.status = to;
    this.newEvents.push(AgreementEvent.of(this, from, change));
  }

  private requireReason({ reason }: Change): void {
    if (!reason) throw badInput({ path: 'reason', rule: 'required' });
  }

  private refuse(reason: string): DomainError {
    return new DomainError('INVALID_STATE', reason, { status: this.status });
  }
}

/** Keys of sentences: nobody wrote these reasons. */
const BY_CALENDAR: Readonly<Partial<Record<AgreementStatus, string>>> = {
  ACTIVE: 'agreement.begun',
  EXPIRED: 'agreement.expired',
  TERMINATED: 'agreement.ended-early',
};

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

  static of(
    agreement: Agreement,
    { no, kind, decidedOn, reason }: Pick<AgreementTerm, 'no' | 'kind' | 'decidedOn' | 'reason'>,
  ): AgreementTerm {
    const { prefectureId, id: agreementId, startsOn, endsOn } = agreement;
    return Object.assign(new AgreementTerm(), {
      prefectureId,
      agreementId,
      no,
      kind,
      startsOn,
      endsOn,
      decidedOn,
      reason,
    });
  }
}
