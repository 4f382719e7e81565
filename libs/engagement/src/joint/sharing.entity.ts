import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 情報共有会: everybody who is placed brings one issue and one borrowed idea. */
@Entity('sharing_meeting')
export class SharingMeeting {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('text', { nullable: true }) note: string | null;

  static on(prefectureId: string, heldOn: LocalDate, note: string | null): SharingMeeting {
    return Object.assign(new SharingMeeting(), { id: randomUUID(), prefectureId, heldOn, note });
  }
}

/** 課題 and 持ち帰る工夫. */
export const SHARING_KINDS = ['ISSUE', 'IDEA'] as const;
export type SharingKind = (typeof SHARING_KINDS)[number];

/** One line of a placement at a meeting: an issue is its town's own, an idea is for everybody. */
@Entity('sharing_entry')
export class SharingEntry {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @PrimaryColumn('uuid', { name: 'placement_id' }) placementId: string;
  @PrimaryColumn('text') kind: SharingKind;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') text: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}
