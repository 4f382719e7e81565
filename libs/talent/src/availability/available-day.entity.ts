import { randomUUID } from 'node:crypto';
import type { DayPart, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A half or a whole day that is possible after all: against a repeat rule, or beyond the weekly pattern. */
@Entity({ name: 'available_day' })
export class AvailableDay {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;

  @Column({ name: 'date', type: 'date' })
  date: LocalDate;

  @Column({ name: 'part', type: 'text' })
  part: DayPart;

  static of(
    specialist: { readonly id: string; readonly prefectureId: string },
    day: { readonly date: LocalDate; readonly part: DayPart },
  ): AvailableDay {
    return Object.assign(new AvailableDay(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...day,
    });
  }
}
