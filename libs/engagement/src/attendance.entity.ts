import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 勤務: a day that was worked for a placement. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'placement_id' }) placementId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('date', { name: 'worked_on' }) workedOn: LocalDate;
  /** 1 or 2. */
  @Column('int', { name: 'half_days' }) halfDays: number;
  @Column('text', { nullable: true }) note: string | null;
  /** What the return trip cost, in yen. */
  @Column('int', { name: 'travel_yen' }) travelYen: number;
  /** Why, where the month's guideline was exceeded with this day. */
  @Column('text', { name: 'beyond_reason', nullable: true }) beyondReason: string | null;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  /** Taken back by a mark, never deleted. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
