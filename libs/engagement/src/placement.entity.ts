import type { LocalDate, WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PLACEMENT_STATUSES = ['PLANNED', 'ACTIVE', 'ENDED', 'CANCELLED'] as const;
export type PlacementStatus = (typeof PLACEMENT_STATUSES)[number];

/** 配属: one person at one town, in a post, on certain half-days of the week, for a term. */
@Entity('placement')
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** 職: デジタル推進室長, CIO補佐官. */
  @Column('text') post: string;
  /** The half-days that belong to the town; empty where days are only counted. */
  @Column('text', { array: true }) weekly: WeeklyHalf[];
  @Column('text') status: PlacementStatus;
  @Column('date', { name: 'starts_on' }) startsOn: LocalDate;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
}
