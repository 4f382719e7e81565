import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate, type WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ROTATION_STATUSES = ['DRAFT', 'APPLIED', 'WITHDRAWN'] as const;
export type RotationStatus = (typeof ROTATION_STATUSES)[number];

/** Where somebody goes. */
export interface RotationTarget {
  readonly agreementId: string;
  readonly municipalityId: string;
  readonly post: string;
  readonly weekly: readonly WeeklyHalf[];
  readonly endsOn: LocalDate;
}

/** One person's change: out of a placement, into another, or both. */
export interface RotationMove {
  readonly specialistId: string;
  /** The placement that ends on the eve; null: none. */
  readonly leavesId: string | null;
  /** Null: nowhere. */
  readonly goesTo: RotationTarget | null;
}

export interface RotationFacts {
  readonly title: string;
  /** The first day of the new placements; 1 April as a rule. */
  readonly on: LocalDate;
  readonly moves: RotationMove[];
}

/** ローテーション: many changes of one day, applied as one. */
@Entity('rotation')
export class Rotation {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') title: string;
  @Column('date', { name: 'on_date' }) on: LocalDate;
  @Column('jsonb') moves: RotationMove[];
  @Column('text') status: RotationStatus;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;

  static draft(prefectureId: string, facts: RotationFacts): Rotation {
    return Object.assign(new Rotation(), {
      id: randomUUID(),
      prefectureId,
      ...facts,
      status: 'DRAFT' as const,
      appliedAt: null,
    });
  }

  revise(facts: RotationFacts): void {
    this.requireDraft();
    Object.assign(this, facts);
  }

  applied({ at }: Change): void {
    this.requireDraft();
    this.status = 'APPLIED';
    this.appliedAt = at;
  }

  withdraw(): void {
    this.requireDraft();
    this.status = 'WITHDRAWN';
  }

  requireDraft(): void {
    if (this.status !== 'DRAFT') throw new DomainError('INVALID_STATE', 'rotation.not-in-state');
  }
}
