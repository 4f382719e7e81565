import { randomUUID } from 'node:crypto';
import { DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 推進会議, 幹事会, WG, 合同研修. */
export const MEETING_KINDS = ['COUNCIL', 'STEERING', 'WORKING_GROUP', 'JOINT_TRAINING'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATUSES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** What the prefecture and its towns meet for. */
@Entity('council_meeting')
export class CouncilMeeting {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') kind: MeetingKind;
  @Column('text') title: string;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('text') status: MeetingStatus;
  @Column('text', { nullable: true }) record: string | null;

  static plan(
    prefectureId: string,
    facts: Pick<CouncilMeeting, 'kind' | 'title' | 'heldOn'>,
  ): CouncilMeeting {
    return Object.assign(new CouncilMeeting(), {
      id: randomUUID(),
      prefectureId,
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

  private leavePlanned(next: MeetingStatus): void {
    if (this.status !== 'PLANNED')
      throw new DomainError('INVALID_STATE', 'council-meeting.not-planned', { status: this.status });
    this.status = next;
  }
}

/** How many people of a town came. */
@Entity('council_attendance')
export class CouncilAttendance {
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @PrimaryColumn('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('int') people: number;
}

/** 事例共有: what a town told the others of in a joint training. */
@Entity('case_share')
export class CaseShare {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') title: string;
  @Column('text') body: string;
}
