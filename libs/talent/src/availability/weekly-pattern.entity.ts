import { randomUUID } from 'node:crypto';
import type { LocalDate, WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Before anybody changed it. */
export const FROM_THE_BEGINNING: LocalDate = '1900-01-01';

/**
 * The weekly pattern of a specialist from a day on, until the next one. Whoever has none works as it was written when
 * they came.
 */
@Entity({ name: 'weekly_pattern' })
export class WeeklyPattern {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: LocalDate;

  @Column({ name: 'weekly', type: 'text', array: true })
  weekly: WeeklyHalf[];

  static of(
    specialist: { readonly id: string; readonly prefectureId: string },
    validFrom: LocalDate,
    weekly: readonly WeeklyHalf[],
  ): WeeklyPattern {
    return Object.assign(new WeeklyPattern(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      validFrom,
      weekly: [...weekly],
    });
  }
}
