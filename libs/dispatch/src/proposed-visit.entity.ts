import { randomUUID } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanningRun } from './planning-run.entity.js';

/** Who goes where and when, as a plan says it. */
export interface PlacedVisit {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly travelBeforeMinutes: number;
  readonly travelAfterMinutes: number;
}

/** A visit that a run proposes: seen by the hub only, until it is published. */
@Entity('proposed_visit')
export class ProposedVisit implements PlacedVisit {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'run_id' }) runId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('int', { name: 'visit_no' }) visitNo: number;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') mode: VisitMode;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('int', { name: 'travel_before_minutes' }) travelBeforeMinutes: number;
  @Column('int', { name: 'travel_after_minutes' }) travelAfterMinutes: number;
  /** The next run keeps this visit where it is. */
  @Column('boolean') pinned: boolean;

  static of(run: PlanningRun, placed: PlacedVisit, pinned: boolean): ProposedVisit {
    return Object.assign(new ProposedVisit(), {
      id: randomUUID(),
      prefectureId: run.prefectureId,
      runId: run.id,
      supportRequestId: placed.supportRequestId,
      visitNo: placed.visitNo,
      specialistId: placed.specialistId,
      municipalityId: placed.municipalityId,
      mode: placed.mode,
      startsAt: placed.startsAt,
      endsAt: placed.endsAt,
      travelBeforeMinutes: placed.travelBeforeMinutes,
      travelAfterMinutes: placed.travelAfterMinutes,
      pinned,
    });
  }

  pin(run: PlanningRun, pinned: boolean): void {
    if (run.status !== 'PROPOSED')
      throw new DomainError('INVALID_STATE', 'planning-run.not-in-state', {
        status: run.status,
        next: 'PROPOSED',
      });
    this.pinned = pinned;
  }
}
