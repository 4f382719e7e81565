import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanPublication } from './plan-publication.entity.js';
import type { PlacedVisit } from './proposed-visit.entity.js';
import { isShortNotice } from './answers/answer-by.js';
import { type Slot, slotAlone } from './slot.js';
import { VisitEvent } from './visit-event.entity.js';
import { isAhead, type VisitStatus } from './visit-status.js';

/** On whose side the cause of a cancellation lies. */
export const CANCEL_SIDES = ['TOWN', 'SPECIALIST', 'HUB'] as const;
export type CancelSide = (typeof CANCEL_SIDES)[number];

/** Why whoever goes cannot come; OTHER says it in words. */
export const DECLINE_KINDS = ['OTHER_DUTY', 'UNWELL', 'TRAVEL', 'NOT_MY_FIELD', 'OTHER'] as const;
export type DeclineKind = (typeof DECLINE_KINDS)[number];

/** What became of a slot that fell away at short notice: the hub still looks for a repair, took one, or left it so. */
export const GAP_STATES = ['OPEN', 'REPAIRED', 'LEFT'] as const;
export type GapState = (typeof GAP_STATES)[number];

/**
 * How long a yes can be taken back; milliseconds. The screen offers it for ten seconds: the rest is for a slow line.
 * Towns are told by the digest of the day, so nobody has acted on it yet.
 */
export const TAKE_BACK_MS = 60_000;

const NEXT: Readonly<Record<VisitStatus, readonly VisitStatus[]>> = {
  // What the town does not choose is released, and was never a visit.
  HELD: ['PUBLISHED'],
  // A visit that took place without an answer is done all the same.
  PUBLISHED: ['CONFIRMED', 'DONE', 'CANCELLED'],
  // A yes that was pressed by mistake is taken back at once, or not at all.
  CONFIRMED: ['DONE', 'CANCELLED', 'PUBLISHED'],
  // Without travel and fee, a visit is over when the town has confirmed its report.
  DONE: ['REPORTED'],
  // A report that the town sends back is written again.
  REPORTED: ['RECEIVED', 'DONE'],
  RECEIVED: ['SETTLED'],
  SETTLED: [],
  CANCELLED: [],
};

/** A published visit. It keeps its slot until it is moved or cancelled, each with a reason in its history. */
@Entity('visit')
export class Visit implements PlacedVisit {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('int', { name: 'visit_no' }) visitNo: number;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') mode: VisitMode;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** Whether the specialist sleeps in the town before it, or after it. */
  @Column('boolean', { name: 'night_before' }) nightBefore: boolean;
  @Column('boolean', { name: 'night_after' }) nightAfter: boolean;
  /** From here to the end the specialist can be nowhere else: the way there belongs to the visit. */
  @Column('timestamptz', { name: 'busy_from' }) busyFrom: Date;
  @Column('int', { name: 'travel_before_minutes' }) travelBeforeMinutes: number;
  @Column('int', { name: 'travel_after_minutes' }) travelAfterMinutes: number;
  @Column('text') status: VisitStatus;
  /** The hub's mark that this visit should stay even if others are asked to move. */
  @Column('boolean') pinned: boolean;
  /** Null while it is held. */
  @Column('uuid', { name: 'publication_id', nullable: true }) publicationId: string | null;
  @Column('text', { name: 'cancel_side', nullable: true }) cancelSide: CancelSide | null;
  /** Only when whoever goes declined. */
  @Column('text', { name: 'decline_kind', nullable: true }) declineKind: DeclineKind | null;
  /** By when whoever goes is expected to answer. */
  @Column('date', { name: 'answer_by', nullable: true }) answerBy: LocalDate | null;
  /** Only when it was called off at short notice. */
  @Column('text', { nullable: true }) gap: GapState | null;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: VisitEvent[] = [];

  static publish(publication: PlanPublication, placed: PlacedVisit, pinned: boolean, change: Change): Visit {
    const visit = Visit.placed(publication.prefectureId, placed, {
      status: 'PUBLISHED',
      pinned,
      publicationId: publication.id,
    });
    visit.newEvents.push(VisitEvent.of(visit, null, change));
    return visit;
  }

  /** 仮押さえ: keeps the time while a town is asked. Nothing has happened yet that anybody would look up. */
  static hold(prefectureId: string, placed: PlacedVisit): Visit {
    return Visit.placed(prefectureId, placed, { status: 'HELD', pinned: false, publicationId: null });
  }

  private static placed(
    prefectureId: string,
    placed: PlacedVisit,
    state: Pick<Visit, 'status' | 'pinned' | 'publicationId'>,
  ): Visit {
    return Object.assign(new Visit(), {
      id: randomUUID(),
      prefectureId,
      supportRequestId: placed.supportRequestId,
      visitNo: placed.visitNo,
      municipalityId: placed.municipalityId,
      ...slotAlone(placed),
      busyFrom: placed.startsAt,
      travelBeforeMinutes: placed.travelBeforeMinutes,
      travelAfterMinutes: placed.travelAfterMinutes,
      cancelSide: null,
      declineKind: null,
      answerBy: null,
      gap: null,
      ...state,
    });
  }

  /** The town chose the slot that was held for it. */
  publishHeld(publication: PlanPublication, change: Change): void {
    this.moveTo('PUBLISHED', change);
    this.publicationId = publication.id;
  }

  /** `seenStartsAt`: for when whoever accepts believes it to be; null does not say. */
  accept(change: Change, seenStartsAt: Date | null = null): void {
    if (seenStartsAt && this.isAhead && +seenStartsAt !== +this.startsAt)
      throw new DomainError('CONFLICT', 'visit.moved', { startsAt: this.startsAt.toISOString() });
    this.moveTo('CONFIRMED', change);
  }

  /** The yes of a moment ago, said by mistake. `acceptedAt`: when it was said. */
  takeBackAcceptance(change: Change, acceptedAt: Date | null): void {
    if (this.status !== 'CONFIRMED') throw this.notInState('PUBLISHED');
    if (!acceptedAt || +change.at - +acceptedAt > TAKE_BACK_MS)
      throw new DomainError('INVALID_STATE', 'visit.accepted-long-ago');
    this.moveTo('PUBLISHED', change);
  }

  complete(change: Change): void {
    if (!this.isAhead) throw this.notInState('DONE');
    if (change.at < this.endsAt) throw new DomainError('INVALID_STATE', 'visit.not-over');
    this.moveTo('DONE', change);
  }

  /** 報告提出: its report was handed in. */
  report(change: Change): void {
    this.moveTo('REPORTED', change);
  }

  /** 差戻し: the town wants the report written again. */
  returnReport(change: Change): void {
    if (this.status !== 'REPORTED') throw this.notInState('DONE');
    this.moveTo('DONE', change);
  }

  /** 受入側確認: the town confirms that it took place as reported. */
  receive(change: Change): void {
    this.moveTo('RECEIVED', change);
  }

  /** 旅費精算: what it cost whoever came has been settled. */
  settle(change: Change): void {
    this.moveTo('SETTLED', change);
  }

  cancel(side: CancelSide, change: Change): void {
    this.moveTo('CANCELLED', change);
    this.cancelSide = side;
  }

  /** Called off by one side, not by a change of the plan: at short notice the hub looks for a repair at once. */
  fallAway(side: CancelSide, kind: DeclineKind | null, change: Change): void {
    this.cancel(side, change);
    this.declineKind = kind;
    this.gap = isShortNotice(this.startsAt, change.at) ? 'OPEN' : null;
  }

  /** A repair was taken, or the hub leaves it as it is. */
  closeGap(state: Exclude<GapState, 'OPEN'>): void {
    if (this.gap !== 'OPEN') throw new DomainError('INVALID_STATE', 'visit.no-gap');
    this.gap = state;
  }

  expectAnswer(by: LocalDate): void {
    this.answerBy = by;
  }

  /** To another slot, of a new version of the plan; whoever comes has to answer (again). */
  move(to: Slot, publication: PlanPublication, change: Change): void {
    if (!this.isAhead) throw this.notInState('PUBLISHED');
    const { status: before } = this;
    const moved = { from: slotAlone(this), to };
    this.status = 'PUBLISHED';
    Object.assign(this, slotAlone(to));
    this.publicationId = publication.id;
    this.newEvents.push(VisitEvent.of(this, before, change, moved));
  }

  pin(pinned: boolean): void {
    if (!this.isAhead) throw this.notInState('PINNED');
    this.pinned = pinned;
  }

  /** The way to and from it, as the visits around it make it. */
  travel(way: { readonly busyFrom: Date; readonly before: number; readonly after: number }): void {
    this.busyFrom = way.busyFrom;
    this.travelBeforeMinutes = way.before;
    this.travelAfterMinutes = way.after;
  }

  /** Neither done nor cancelled. */
  get isAhead(): boolean {
    return isAhead(this.status);
  }

  private moveTo(next: VisitStatus, change: Change): void {
    if (!NEXT[this.status].includes(next)) throw this.notInState(next);
    const from = this.status;
    this.status = next;
    this.newEvents.push(VisitEvent.of(this, from, change));
  }

  private notInState(next: string): DomainError {
    return new DomainError('INVALID_STATE', 'visit.not-in-state', { status: this.status, next });
  }
}
