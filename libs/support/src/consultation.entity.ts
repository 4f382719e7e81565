import { randomUUID } from 'node:crypto';
import { badInput, type Change, DomainError } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConsultationEvent } from './consultation-event.entity.js';
import { CONSULTATION_NEXT, type ConsultationStatus, WAITING } from './consultation-status.js';
import type { DeskAssignment } from './desk-assignment.js';

/** What the town wants to know. */
export interface ConsultationContent {
  themeId: string | null;
  question: string;
  contactSection: string;
}

/** Late answers that the desk itself passes on; after the last one the hub decides. */
export const MAX_ESCALATIONS = 2;

/** 相談: a question that a specialist answers at the desk, without a visit. */
@Entity('consultation')
export class Consultation implements ConsultationContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** 相談番号 such as `S8-0012`. */
  @Column('text') number: string;
  @Column('text') status: ConsultationStatus;
  /** Null: the town does not know what it is about. */
  @Column('text', { name: 'theme_id', nullable: true }) themeId: string | null;
  /** The field of its theme in the fiscal year of filing. */
  @Column('uuid', { name: 'expert_field_id', nullable: true }) expertFieldId: string | null;
  @Column('text') question: string;
  @Column('text', { name: 'contact_section' }) contactSection: string;
  /** By when the present round has to be answered. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** Whose turn it is. */
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  @Column('timestamptz', { name: 'assigned_at', nullable: true }) assignedAt: Date | null;
  @Column('jsonb', { nullable: true }) assignment: DeskAssignment | null;
  /** How often the present question was late, or had nobody to go to. */
  @Column('int') escalations: number;
  /** Since when it waits for the hub's hand. */
  @Column('timestamptz', { name: 'escalated_at', nullable: true }) escalatedAt: Date | null;
  /** The latest answer; earlier ones stand in the history. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('uuid', { name: 'support_request_id', nullable: true }) supportRequestId: string | null;
  @Column('uuid', { name: 'filed_by', nullable: true }) filedBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: ConsultationEvent[] = [];

  static ask(
    filing: {
      prefectureId: string;
      municipalityId: string;
      number: string;
      dueAt: Date;
      expertFieldId?: string | null;
    },
    content: ConsultationContent,
    change: Change,
  ): Consultation {
    const consultation = new Consultation();
    Object.assign(consultation, content, {
      id: randomUUID(),
      expertFieldId: null,
      ...filing,
      status: 'OPEN',
      specialistId: null,
      assignedAt: null,
      assignment: null,
      escalations: 0,
      escalatedAt: null,
      answer: null,
      answeredAt: null,
      closedAt: null,
      supportRequestId: null,
      filedBy: change.actor.accountId,
      createdAt: change.at,
      updatedAt: change.at,
    });
    consultation.newEvents.push(ConsultationEvent.of(consultation, null, change));
    return consultation;
  }

  /** Nobody has been found for it yet, and the hub has not been told so. */
  get waitsForDesk(): boolean {
    return this.status === 'OPEN' && this.escalatedAt === null;
  }

  /** Late, and still in the desk's own hands. */
  isOverdue(at: Date): boolean {
    return WAITING.includes(this.status) && this.escalatedAt === null && this.dueAt < at;
  }

  /** Who has been given this question so far. */
  get asked(): readonly string[] {
    return this.assignment?.asked ?? [];
  }

  assign(assignment: DeskAssignment, change: Change): void {
    this.assertStands(...WAITING);
    this.moveTo('ASSIGNED', change);
    this.assignment = assignment;
    this.specialistId = assignment.chosen?.specialistId ?? null;
    this.assignedAt = change.at;
  }

  /** From a specialist who was late to the next. */
  passOn(assignment: DeskAssignment, dueAt: Date, change: Change): void {
    this.assign(assignment, change);
    this.escalations += 1;
    this.dueAt = dueAt;
  }

  /** The desk can do no more: whoever has it may still answer, but the hub now sees to it. */
  handToHub(assignment: DeskAssignment | null, change: Change): void {
    this.assertStands(...WAITING);
    this.escalations += 1;
    this.escalatedAt = change.at;
    this.updatedAt = change.at;
    if (assignment) this.assignment = assignment;
    this.newEvents.push(ConsultationEvent.of(this, this.status, change));
  }

  /** The hub gives it to somebody by name, who has at least until `dueAt`. */
  reassign(assignment: DeskAssignment, dueAt: Date, change: Change): void {
    assertSaid('reason', change.reason);
    this.assign(assignment, change);
    this.escalatedAt = null;
    if (dueAt > this.dueAt) this.dueAt = dueAt;
  }

  reply(answer: string, change: Change): void {
    assertSaid('answer', answer);
    this.moveTo('ANSWERED', { ...change, reason: answer });
    this.answer = answer;
    this.answeredAt = change.at;
    this.escalatedAt = null;
  }

  /** A new round, with time of its own: to the same specialist, or to the desk when nobody holds it. */
  askFurther(holder: string | null, dueAt: Date, change: Change): void {
    assertSaid('question', change.reason);
    this.assertStands('ANSWERED');
    this.moveTo(holder ? 'ASSIGNED' : 'OPEN', change);
    this.specialistId = holder;
    this.assignedAt = holder ? change.at : null;
    this.escalations = 0;
    this.escalatedAt = null;
    this.dueAt = dueAt;
  }

  /** 助言で解決. */
  close(change: Change): void {
    this.moveTo('CLOSED', change);
    this.closedAt = change.at;
  }

  /** 派遣へ: advice was not enough. */
  turnInto(supportRequestId: string, change: Change): void {
    this.moveTo('TURNED_INTO_REQUEST', change);
    this.supportRequestId = supportRequestId;
    this.closedAt = change.at;
  }

  withdraw(change: Change): void {
    assertSaid('reason', change.reason);
    this.moveTo('WITHDRAWN', change);
    this.closedAt = change.at;
  }

  /** Said before anything is made that hangs on the state. */
  assertStands(...states: readonly ConsultationStatus[]): void {
    if (!states.includes(this.status)) throw this.refuse();
  }

  private moveTo(to: ConsultationStatus, change: Change): void {
    if (!CONSULTATION_NEXT[this.status].includes(to)) throw this.refuse();
    const from = this.status;
    this.status = to;
    this.updatedAt = change.at;
    this.newEvents.push(ConsultationEvent.of(this, from, change));
  }

  private refuse(): DomainError {
    return new DomainError('INVALID_STATE', 'consultation.not-in-state', { status: this.status });
  }
}

function assertSaid(path: string, words: string | null | undefined): void {
  if (!words) throw badInput({ path, rule: 'required' });
}
