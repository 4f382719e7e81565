import type { Half, Weekday } from '@banso/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** Who answers consultations in one half-day of the week. */
@Entity({ name: 'desk_duty' })
export class DeskDuty {
  @PrimaryColumn({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @PrimaryColumn({ name: 'weekday', type: 'text' })
  weekday: Weekday;

  @PrimaryColumn({ name: 'half', type: 'text' })
  half: Half;

  @PrimaryColumn({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;
}
