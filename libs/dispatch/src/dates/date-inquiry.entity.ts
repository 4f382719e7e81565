import { randomUUID } from 'node:crypto';
import { addDays, type Change, DomainError, type Half, instantAt, type LocalDate } from '@banso/kernel';
import type { SupportRequest } from '@banso/support';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateInquiryEvent } from './date-inquiry-event.entity.js';
import { type DateInquiryStatus, GOING_ON, INQUIRY_NEXT, type InquiryWay } from './date-inquiry-status.js';

export interface HalfDay {
  readonly date: LocalDate;
  readonly half: Half;
}

/** A half-day to mark, and whether the town added it. */
export interface AskedHalf extends HalfDay {
  readonly byTown: boolean;
}

/** Names a half-day in one word, also in the marks of answers. */
export const halfKey = ({ date, half }: HalfDay): string => `${date} ${half}`;

/** Reminders are sent at nine. */
const MORNING = 9 * 60;

/** What the hub asks. */
export interface Question {
  readonly way: InquiryWay;
  readonly visitNo: number | null;
  readonly message: string | null;
  readonly halves: readonly HalfDay[];
  readonly townMayAdd: boolean;
  readonly dueOn: LocalDate;
}

/** 日程照会: the hub asks a town for the date of one visit of a case. */
@Entity('date_inquiry')
export class DateInquiry {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') way: InquiryWay;
  @Column('text') status: DateInquiryStatus;
  @Column('int', { name: 'visit_no', nullable: true }) visitNo: number | null;
  /** A word of the hub to the town. */
  @Column('text', { nullable: true }) message: string | null;
  @Column('jsonb') halves: readonly AskedHalf[];
  @Column('boolean', { name: 'town_may_add' }) townMayAdd: boolean;
  /** What the town would like instead of what was offered. */
  @Column('jsonb') wishes: readonly HalfDay[];
  /** The last day on which the town may answer. */
  @Column('date', { name: 'due_on' }) dueOn: LocalDate;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'counted_from' }) countedFrom: Date;
  @Column('timestamptz', { name: 'half_told_at', nullable: true }) halfToldAt: Date | null;
  @Column('timestamptz', { name: 'eve_told_at', nullable: true }) eveToldAt: Date | null;
  /** The visit that came of it. */
  @Column('uuid', { name: 'visit_id', nullable: true }) visitId: string | null;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: DateInquiryEvent[] = [];

  static ask(
    request: Pick<SupportRequest, 'id' | 'prefectureId' | 'municipalityId'>,
    question: Question,
    change: Change,
  ): DateInquiry {
    const inquiry = Object.assign(new DateInquiry(), {
      id: randomUUID(),
      prefectureId: request.prefectureId,
      supportRequestId: request.id,
      municipalityId: request.municipalityId,
      ...question,
      halves: question.halves.map((half) => ({ ...half, byTown: false })),
      status: 'OPEN' as const,
      wishes: [],
      askedAt: change.at,
      countedFrom: change.at,
      halfToldAt: null,
      eveToldAt: null,
      visitId: null,
    });
    inquiry.newEvents.push(DateInquiryEvent.of(inquiry, null, change));
    return inquiry;
  }

  /** これでお願いします, or the hub fixed a half-day. */
  agree(visitId: string, visitNo: number, change: Change): void {
    this.moveTo('AGREED', change);
    this.visitId = visitId;
    this.visitNo = visitNo;
  }

  /** None of the slots suits the town. */
  decline(wishes: readonly HalfDay[], change: Change): void {
    this.moveTo('DECLINED', change);
    this.wishes = wishes;
  }

  withdraw(change: Change): void {
    this.moveTo('WITHDRAWN', change);
  }

  /** The time is over: without a word it lapses, with answers the hub fixes a half-day. */
  close(isAnswered: boolean, change: Change): void {
    this.moveTo(isAnswered ? 'ANSWERED' : 'LAPSED', change);
  }

  extend(dueOn: LocalDate, change: Change): void {
    if (this.status !== 'OPEN') throw this.notInState('OPEN');
    this.dueOn = dueOn;
    this.countedFrom = change.at;
    this.halfToldAt = null;
    this.eveToldAt = null;
    this.newEvents.push(DateInquiryEvent.of(this, this.status, change));
  }

  /** Days that the town thought of itself. */
  addHalves(halves: readonly HalfDay[]): void {
    const known = new Set(this.halves.map(halfKey));
    const added = halves.filter((half) => !known.has(halfKey(half)));
    this.halves = [...this.halves, ...added.map((half) => ({ ...half, byTown: true }))].sort((a, b) =>
      halfKey(a) < halfKey(b) ? -1 : 1,
    );
  }

  /** Refuses an answer that comes too late, or after the inquiry has ended. */
  requireOpen(now: Date): void {
    if (this.status !== 'OPEN') throw this.notInState('ANSWERED');
    if (now >= this.closesAt) throw new DomainError('INVALID_STATE', 'date-inquiry.over');
  }

  get isGoingOn(): boolean {
    return GOING_ON.some((status) => status === this.status);
  }

  /** The first instant at which nobody may answer any more. */
  get closesAt(): Date {
    return instantAt(addDays(this.dueOn, 1), 0);
  }

  /** When half of the time is over. */
  get halfTimeAt(): Date {
    return new Date((this.countedFrom.getTime() + this.closesAt.getTime()) / 2);
  }

  /** The morning of the day before the last. */
  get eveAt(): Date {
    return instantAt(addDays(this.dueOn, -1), MORNING);
  }

  private moveTo(next: DateInquiryStatus, change: Change): void {
    if (!INQUIRY_NEXT[this.status].includes(next)) throw this.notInState(next);
    const from = this.status;
    this.status = next;
    this.newEvents.push(DateInquiryEvent.of(this, from, change));
  }

  private notInState(next: string): DomainError {
    return new DomainError('INVALID_STATE', 'date-inquiry.not-in-state', { status: this.status, next });
  }
}
