import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JourneyEnd, TourShare } from './rules/index.js';
import { CLAIM_NEXT, isWritable, type TravelClaimStatus } from './travel-claim-status.js';
import { TravelClaimEvent } from './travel-claim-event.entity.js';

/** What is said of a journey as a whole. */
export interface ClaimFacts {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly startsFrom: JourneyEnd;
  readonly endsAt: JourneyEnd;
  readonly shareRule: TourShare;
}

/** 旅費請求: what one journey of a specialist cost, to one visit or to several on days in a row. */
@Entity('travel_claim')
export class TravelClaim implements ClaimFacts {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  /** Such as `T8-0012`; drawn when it is approved. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') status: TravelClaimStatus;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on' }) toOn: LocalDate;
  @Column('text', { name: 'starts_from' }) startsFrom: JourneyEnd;
  @Column('text', { name: 'ends_at' }) endsAt: JourneyEnd;
  @Column('text', { name: 'share_rule' }) shareRule: TourShare;
  /** Nothing was paid for it. */
  @Column('boolean', { name: 'without_money' }) withoutMoney: boolean;
  /** Yen as last reckoned; frozen once it is approved. */
  @Column('int', { name: 'total_yen' }) totalYen: number;
  /** How often it was written. */
  @Column('int') revision: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn: LocalDate | null;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: TravelClaimEvent[] = [];

  static draft(
    of: { readonly prefectureId: string; readonly specialistId: string },
    facts: ClaimFacts,
    change: Change,
  ): TravelClaim {
    const claim = Object.assign(new TravelClaim(), {
      id: randomUUID(),
      ...of,
      ...facts,
      number: null,
      status: 'DRAFT' as const,
      withoutMoney: false,
      totalYen: 0,
      revision: 1,
      createdAt: change.at,
      submittedAt: null,
      approvedAt: null,
      paidOn: null,
    });
    claim.newEvents.push(TravelClaimEvent.of(claim, null, change));
    return claim;
  }

  /** `revision` is the one that the writer has read. */
  revise(facts: ClaimFacts, revision: number): void {
    if (!isWritable(this.status)) throw this.notInState();
    if (this.revision !== revision) throw new DomainError('CONFLICT', 'travel-claim.changed-meanwhile');
    Object.assign(this, facts, { revision: this.revision + 1 });
  }

  submit(totalYen: number, change: Change): void {
    this.moveTo('SUBMITTED', change);
    Object.assign(this, { totalYen, submittedAt: change.at });
  }

  /** 差戻し: whoever travelled writes it again. */
  return(change: Change): void {
    this.moveTo('RETURNED', change);
  }

  /** 承認: from here on the amount stands. */
  approve(number: string, totalYen: number, change: Change): void {
    this.assertSubmitted();
    this.moveTo('APPROVED', change);
    Object.assign(this, { number, totalYen, approvedAt: change.at });
  }

  /** There is nothing to pay, and so nothing to examine. */
  settleWithoutMoney(change: Change): void {
    if (this.status !== 'DRAFT') throw this.notInState();
    this.moveTo('APPROVED', change);
    Object.assign(this, { totalYen: 0, withoutMoney: true, submittedAt: change.at, approvedAt: change.at });
  }

  pay(on: LocalDate, change: Change): void {
    if (this.withoutMoney) throw this.notInState();
    this.moveTo('PAID', change);
    this.paidOn = on;
  }

  discard(change: Change): void {
    this.moveTo('DISCARDED', change);
  }

  /** Said before a number is drawn. */
  assertSubmitted(): void {
    if (this.status !== 'SUBMITTED') throw this.notInState();
  }

  private moveTo(next: TravelClaimStatus, change: Change): void {
    if (!CLAIM_NEXT[this.status].includes(next)) throw this.notInState();
    const from = this.status;
    this.status = next;
    this.newEvents.push(TravelClaimEvent.of(this, from, change));
  }

  private notInState(): DomainError {
    return new DomainError('INVALID_STATE', 'travel-claim.not-in-state', { status: this.status });
  }
}
