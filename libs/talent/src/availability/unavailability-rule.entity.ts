import { randomUUID } from 'node:crypto';
import type { DayPart, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptRule } from './repeat-rule.js';

export interface UnavailabilityRuleFacts {
  readonly rule: string;
  readonly startsOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly part: DayPart;
  readonly reason: string | null;
}

/** 予定不可の繰り返し: half-days or days on which a specialist can never be planned. */
@Entity({ name: 'unavailability_rule' })
export class UnavailabilityRule implements KeptRule {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;

  /** As RFC 5545 writes it; see `repeat-rule.ts`. */
  @Column({ name: 'repeats', type: 'text' })
  rule: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: LocalDate;

  /** The last day on which it holds, once that is known: what has been stays when somebody ends it. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn: LocalDate | null;

  @Column({ name: 'part', type: 'text' })
  part: DayPart;

  /** For the hub and the person only. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  static of(
    specialist: { readonly id: string; readonly prefectureId: string },
    facts: UnavailabilityRuleFacts,
  ): UnavailabilityRule {
    return Object.assign(new UnavailabilityRule(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
    });
  }
}
