import { randomUUID } from 'node:crypto';
import type { DayPart, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface DayOffFacts {
  readonly date: LocalDate;
  readonly part: DayPart;
  readonly reason: string | null;
}

/** A half or a whole day on which a specialist does not work although the weekly pattern says so. */
@Entity({ name: 'day_off' })
export class DayOff {
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

  /** For the hub and the person only. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  static of(specialist: { id: string; prefectureId: string }, facts: DayOffFacts): DayOff {
    return Object.assign(new DayOff(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
    });
  }
}
