import { randomUUID } from 'node:crypto';
import { DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 推進室: a town's own digital office. */
@Entity('office')
export class Office {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') name: string;
  /** 定員: more than this is noticed, not refused. */
  @Column('int') seats: number;
  /** What a month may take of somebody with other work, in hours; null: nothing was said. */
  @Column('int', { name: 'monthly_hours', nullable: true }) monthlyHours: number | null;
}

/** 室長, 専任, 兼務・併任. */
export const MEMBER_KINDS = ['HEAD', 'DEDICATED', 'CONCURRENT'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** 候補, 辞令, 活動中, 解除. */
export const MEMBER_STATUSES = ['CANDIDATE', 'APPOINTED', 'ACTIVE', 'RELEASED'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

const NEXT: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  CANDIDATE: ['APPOINTED', 'RELEASED'],
  APPOINTED: ['ACTIVE', 'RELEASED'],
  ACTIVE: ['RELEASED'],
  RELEASED: [],
};

/** 室員: somebody of the town, with the section of their main work. */
@Entity('office_member')
export class OfficeMember {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'office_id' }) officeId: string;
  @Column('text') name: string;
  @Column('text') section: string;
  @Column('text') kind: MemberKind;
  @Column('text') status: MemberStatus;
  /** Since when the present state stands. */
  @Column('date') since: LocalDate;
  @Column('text', { nullable: true }) reason: string | null;

  static propose(
    { id, prefectureId, municipalityId }: Office,
    facts: Pick<OfficeMember, 'name' | 'section' | 'kind'>,
    since: LocalDate,
  ): OfficeMember {
    return Object.assign(new OfficeMember(), {
      id: randomUUID(),
      officeId: id,
      prefectureId,
      municipalityId,
      ...facts,
      status: 'CANDIDATE' as const,
      since,
      reason: null,
    });
  }

  moveTo(status: MemberStatus, since: LocalDate, reason: string | null): void {
    if (!NEXT[this.status].includes(status))
      throw new DomainError('INVALID_STATE', 'office-member.not-in-state', { status: this.status });
    Object.assign(this, { status, since, reason });
  }

  /** Takes one of the office's seats. */
  get isSeated(): boolean {
    return this.status === 'APPOINTED' || this.status === 'ACTIVE';
  }
}

/** 会議, 学習会, フィールドワーク, 外部との意見交換. */
export const SESSION_KINDS = ['MEETING', 'STUDY', 'FIELD_WORK', 'EXCHANGE'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_STATUSES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** What the office does together. */
@Entity('office_session')
export class OfficeSession {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'office_id' }) officeId: string;
  @Column('text') kind: SessionKind;
  @Column('text') title: string;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('int') minutes: number;
  /** Somebody whose main work the office is. */
  @Column('uuid', { name: 'prepared_by', nullable: true }) preparedBy: string | null;
  @Column('text') status: SessionStatus;
  @Column('text', { nullable: true }) record: string | null;

  static plan(
    { id, prefectureId, municipalityId }: Office,
    facts: Pick<OfficeSession, 'kind' | 'title' | 'heldOn' | 'minutes' | 'preparedBy'>,
  ): OfficeSession {
    return Object.assign(new OfficeSession(), {
      id: randomUUID(),
      officeId: id,
      prefectureId,
      municipalityId,
      ...facts,
      status: 'PLANNED' as const,
      record: null,
    });
  }

  hold(record: string): void {
    this.leavePlanned('HELD');
    this.record = record;
  }

  cancel(): void {
    this.leavePlanned('CANCELLED');
  }

  private leavePlanned(next: SessionStatus): void {
    if (this.status !== 'PLANNED')
      throw new DomainError('INVALID_STATE', 'office-session.not-planned', { status: this.status });
    this.status = next;
  }
}

/** Time that somebody gave to the office. */
@Entity('office_time')
export class OfficeTime {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'office_id' }) officeId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: string | null;
  @Column('date', { name: 'worked_on' }) workedOn: LocalDate;
  @Column('int') minutes: number;
  @Column('text') what: string;

  static of(
    { id, prefectureId, municipalityId, officeId }: OfficeMember,
    facts: Pick<OfficeTime, 'sessionId' | 'workedOn' | 'minutes' | 'what'>,
  ): OfficeTime {
    return Object.assign(new OfficeTime(), {
      id: randomUUID(),
      memberId: id,
      officeId,
      prefectureId,
      municipalityId,
      ...facts,
    });
  }
}

export const officeEntities = [Office, OfficeMember, OfficeSession, OfficeTime];
