import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AnsweredQuestion,
  SupportMode,
  SupportRequestContent,
  Urgency,
  WishedHalfDay,
} from './support-request-content.js';
import { SupportRequestEvent } from './support-request-event.entity.js';
import {
  NEEDS_REASON,
  NEXT,
  PLANNABLE,
  type SupportRequestStatus,
  UNSENT,
} from './support-request-status.js';

export * from './support-request-content.js';

/** What the hub asks a town before it decides: a question, or to talk online before anybody travels. */
export const TOWN_QUESTIONS = ['QUESTION', 'ONLINE_FIRST'] as const;
export type TownQuestion = (typeof TOWN_QUESTIONS)[number];

/** A first talk online, in minutes. */
export const FIRST_TALK_MINUTES = 30;

/** 派遣申請: a town's trouble, on its way from a draft to the last visit. */
@Entity('support_request')
export class SupportRequest implements SupportRequestContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** 受付番号 such as `R8-0231`; given when the request is sent. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') status: SupportRequestStatus;
  @Column('text') title: string;
  @Column('text') trouble: string;
  /** The group of troubles that the town chose. */
  @Column('text', { name: 'group_id', nullable: true }) groupId: string | null;
  /** Null: the town does not know what to ask for. */
  @Column('text', { name: 'theme_id', nullable: true }) themeId: string | null;
  @Column('text') urgency: Urgency;
  @Column('text') mode: SupportMode;
  @Column('int') visits: number;
  @Column('int', { name: 'visit_minutes' }) visitMinutes: number;
  @Column('int', { name: 'min_gap_days' }) minGapDays: number;
  @Column('date', { name: 'earliest_on', nullable: true }) earliestOn: LocalDate | null;
  @Column('date', { name: 'deadline_on', nullable: true }) deadlineOn: LocalDate | null;
  @Column('jsonb') wished: WishedHalfDay[];
  /** △: half-days that would do if need be. */
  @Column('jsonb') possible: WishedHalfDay[];
  @Column('boolean', { name: 'only_wished' }) onlyWished: boolean;
  /** Questions with a usual answer that the town has answered itself: a draft is opened again as it was left. */
  @Column('text', { array: true }) answered: AnsweredQuestion[];
  /** 選定を任せる: the hub may choose without asking the town to rank. */
  @Column('boolean', { name: 'entrust_selection' }) entrustSelection: boolean;
  @Column('text', { name: 'contact_section' }) contactSection: string;
  /** 決裁番号 when the town approved in a system of its own. */
  @Column('text', { name: 'approval_number', nullable: true }) approvalNumber: string | null;
  /** The field of its theme in the fiscal year of filing; null before it is sent. */
  @Column('uuid', { name: 'expert_field_id', nullable: true }) expertFieldId: string | null;
  /** Decided by name; the planner may give the visits to nobody else. */
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  @Column('uuid', { name: 'consultation_id', nullable: true }) consultationId: string | null;
  /** The advice given, or the scheme that the town was referred to. */
  @Column('text', { nullable: true }) outcome: string | null;
  /** What the town's word is awaited on; the words stand in the history. */
  @Column('text', { nullable: true }) asked: TownQuestion | null;
  @Column('uuid', { name: 'filed_by', nullable: true }) filedBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: SupportRequestEvent[] = [];

  static draft(
    origin: { prefectureId: string; municipalityId: string; consultationId?: string },
    content: SupportRequestContent,
    change: Change,
  ): SupportRequest {
    const request = new SupportRequest();
    Object.assign(request, content, {
      id: randomUUID(),
      prefectureId: origin.prefectureId,
      municipalityId: origin.municipalityId,
      number: null,
      status: 'DRAFT',
      approvalNumber: null,
      expertFieldId: null,
      specialistId: null,
      consultationId: origin.consultationId ?? null,
      outcome: null,
      asked: null,
      filedBy: change.actor.accountId,
      createdAt: change.at,
      submittedAt: null,
      updatedAt: change.at,
    });
    request.newEvents.push(SupportRequestEvent.of(request, null, change));
    return request;
  }

  revise(content: SupportRequestContent, at: Date): void {
    if (this.status !== 'DRAFT') throw this.refuse('request.only-drafts-are-revised');
    Object.assign(this, content, { updatedAt: at });
  }

  sendForApproval(change: Change): void {
    this.moveTo('IN_APPROVAL', change);
  }

  /** Whoever approves is asked once more: written down, so that it is not done twice a day. */
  remind(change: Change): void {
    this.assertStands('IN_APPROVAL');
    this.note(change);
  }

  /** 差戻し: back to the person who wrote it. */
  returnToDraft(change: Change): void {
    this.moveTo('DRAFT', change, true);
  }

  /** A sent request has left the town's hands: said before its dates are judged. */
  assertUnsent(): void {
    this.assertStands(...UNSENT);
  }

  /** `post`: 職名 of whoever approves it. */
  submit(number: string, expertFieldId: string | null, change: Change, post: string | null = null): void {
    this.moveTo('AWAITING_INTAKE', change);
    for (const event of this.newEvents) if (event.toStatus === 'AWAITING_INTAKE') event.actorPost = post;
    this.number = number;
    this.expertFieldId = expertFieldId;
    this.submittedAt = change.at;
  }

  withdraw(change: Change): void {
    this.moveTo('WITHDRAWN', change);
  }

  beginTriage(change: Change): void {
    this.moveTo('IN_TRIAGE', change);
  }

  /** Accepted for a visit: to the choice of a specialist, or to the planner when the town entrusted it. */
  accept(change: Change): void {
    this.assertStands('AWAITING_INTAKE', 'IN_TRIAGE');
    if (this.status === 'AWAITING_INTAKE') this.beginTriage(change);
    this.moveTo('SELECTING', change);
    if (this.entrustSelection) this.moveTo('SCHEDULING', change);
  }

  /** 聞き返す: the town is asked before anything is decided; it stays with the hub meanwhile. */
  askBack(question: TownQuestion, change: Change): void {
    this.assertStands('AWAITING_INTAKE', 'IN_TRIAGE');
    if (this.asked !== null) throw this.refuse('request.asked-already');
    const { actor, at } = change;
    if (this.status === 'AWAITING_INTAKE') this.beginTriage({ actor, at });
    this.asked = question;
    this.note(change);
  }

  /** The town's word. Whoever agrees to talk online first asks for that talk alone; what else they need comes out of it. */
  answerBack(agrees: boolean, change: Change): void {
    if (this.asked === null) throw this.refuse('request.nothing-asked');
    if (this.asked === 'ONLINE_FIRST' && agrees)
      Object.assign(this, { mode: 'ONLINE', visits: 1, visitMinutes: FIRST_TALK_MINUTES });
    this.asked = null;
    this.note(change);
  }

  classify(themeId: string, expertFieldId: string | null, at: Date): void {
    this.themeId = themeId;
    this.expertFieldId = expertFieldId;
    this.updatedAt = at;
  }

  advise(advice: string, change: Change): void {
    if (this.status === 'AWAITING_INTAKE') this.beginTriage(change);
    this.moveTo('ADVISED', change);
    this.outcome = advice;
  }

  refer(change: Change): void {
    if (this.status === 'AWAITING_INTAKE') this.beginTriage(change);
    this.moveTo('REFERRED', change);
    this.outcome = change.reason ?? null;
  }

  notAdopt(change: Change): void {
    this.moveTo('NOT_ADOPTED', change);
  }

  askTown(change: Change): void {
    this.moveTo('TOWN_REVIEW', change);
  }

  offer(change: Change): void {
    this.moveTo('OFFERING', change);
  }

  reselect(change: Change): void {
    this.assertStands('TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL', 'SCHEDULING');
    this.moveTo('SELECTING', change);
    this.specialistId = null;
  }

  /** Back to the choice of specialists when whoever was named must not have it; a visit may have been made. */
  releaseSpecialist(change: Change): void {
    if (['TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL', 'SCHEDULING'].includes(this.status))
      this.reselect(change);
    this.specialistId = null;
    this.updatedAt = change.at;
  }

  /** Somebody else is named for what is still to be done; where it stands does not change. */
  handOver(specialistId: string, change: Change): void {
    this.assertStands('SCHEDULING', 'IN_SUPPORT', 'SUSPENDED');
    this.specialistId = specialistId;
    this.note(change);
  }

  /** Nobody is named any more: to the choice of specialists, or to the planner where visits have been made. */
  backToChoice(change: Change): void {
    const before = this.newEvents.length;
    this.releaseSpecialist(change);
    if (this.newEvents.length === before) this.note(change);
  }

  /** Written into the history where it stands. */
  note(change: Change): void {
    this.updatedAt = change.at;
    this.newEvents.push(SupportRequestEvent.of(this, this.status, change));
  }

  offerAccepted(specialistId: string, change: Change): void {
    this.moveTo('PREFECTURE_APPROVAL', change);
    this.specialistId = specialistId;
  }

  decideDispatch(change: Change): void {
    this.moveTo('DISPATCH_DECIDED', change);
    this.moveTo('SCHEDULING', change);
  }

  beginSupport(change: Change): void {
    this.assertStands(...PLANNABLE);
    if (this.status !== 'IN_SUPPORT') this.moveTo('IN_SUPPORT', change);
  }

  reschedule(change: Change): void {
    this.assertStands('IN_SUPPORT');
    this.moveTo('SCHEDULING', change);
  }

  finishVisits(change: Change): void {
    this.assertStands('IN_SUPPORT');
    this.moveTo('AWAITING_REPORT', change);
  }

  /** Every report was handed in. */
  awaitConfirmation(change: Change): void {
    this.moveTo('AWAITING_CONFIRMATION', change);
  }

  /** 差戻し: a report is written again. */
  awaitReportAgain(change: Change): void {
    this.assertStands('AWAITING_CONFIRMATION');
    this.moveTo('AWAITING_REPORT', change);
  }

  /** The town has confirmed every report. */
  awaitEvaluation(change: Change): void {
    this.moveTo('AWAITING_EVALUATION', change);
  }

  /** The town has said what it was worth. */
  complete(change: Change): void {
    this.moveTo('COMPLETED', change);
  }

  /** A year later the town has said what became of it. */
  followUp(change: Change): void {
    this.moveTo('FOLLOWED_UP', change);
  }

  suspend(change: Change): void {
    this.moveTo('SUSPENDED', change);
  }

  resume(change: Change): void {
    this.assertStands('SUSPENDED');
    this.moveTo('IN_SUPPORT', change);
  }

  terminate(change: Change): void {
    this.moveTo('TERMINATED', change);
  }

  /** Where two verbs lead to one state, each has its own beginnings. */
  private assertStands(...states: readonly SupportRequestStatus[]): void {
    if (!states.includes(this.status)) throw this.refuse('request.not-in-state');
  }

  private moveTo(to: SupportRequestStatus, change: Change, needsReason = NEEDS_REASON.has(to)): void {
    if (!NEXT[this.status].includes(to)) throw this.refuse('request.not-in-state');
    if (needsReason && !change.reason)
      throw new DomainError('BAD_INPUT', 'input.invalid', { faults: [{ path: 'reason', rule: 'required' }] });
    const from = this.status;
    this.status = to;
    // Whatever is decided meanwhile, nobody waits for a word any more.
    this.asked = null;
    this.updatedAt = change.at;
    this.newEvents.push(SupportRequestEvent.of(this, from, change));
  }

  private refuse(reason: string): DomainError {
    return new DomainError('INVALID_STATE', reason, { status: this.status });
  }
}
