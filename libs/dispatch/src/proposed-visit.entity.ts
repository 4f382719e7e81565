import { randomUUID } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanningRun } from './planning-run.entity.js';
import { keptSlot, type KeptSlot, type Slot, slotAlone } from './slot.js';

/** Who goes where and when, as a plan says it. */
export interface PlacedVisit extends Slot {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly municipalityId: string;
  readonly travelBeforeMinutes: number;
  readonly travelAfterMinutes: number;
}

/** A published visit that a proposal would move, as it stood when the plan was made, and the price of it. */
export interface Replacement {
  readonly visitId: string;
  readonly slot: Slot;
  /** Points by the policy. */
  readonly points: number;
}

interface ProposalFrame {
  /** Of a proposal that comes back; absent = a new one. */
  readonly id?: string | undefined;
  readonly pinned: boolean;
  readonly replaces?: Replacement | null;
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
  @Column('boolean', { name: 'night_before' }) nightBefore: boolean;
  @Column('boolean', { name: 'night_after' }) nightAfter: boolean;
  @Column('int', { name: 'travel_before_minutes' }) travelBeforeMinutes: number;
  @Column('int', { name: 'travel_after_minutes' }) travelAfterMinutes: number;
  /** The next run keeps this visit where it is. */
  @Column('boolean') pinned: boolean;
  /** The published visit that it moves; null = a new visit. */
  @Column('uuid', { name: 'replaces_visit_id', nullable: true }) replacesVisitId: string | null;
  @Column('jsonb', { nullable: true }) replaces: KeptSlot | null;
  @Column('int', { name: 'move_points', nullable: true }) movePoints: number | null;
  /** Put there by hand. */
  @Column('boolean') edited: boolean;
  /** Published: a plan may be adopted in part. */
  @Column('boolean') adopted: boolean;

  static of(
    run: PlanningRun,
    placed: PlacedVisit,
    { id = randomUUID(), pinned, replaces = null }: ProposalFrame,
  ): ProposedVisit {
    return Object.assign(new ProposedVisit(), {
      id,
      prefectureId: run.prefectureId,
      runId: run.id,
      supportRequestId: placed.supportRequestId,
      visitNo: placed.visitNo,
      municipalityId: placed.municipalityId,
      ...slotAlone(placed),
      travelBeforeMinutes: placed.travelBeforeMinutes,
      travelAfterMinutes: placed.travelAfterMinutes,
      pinned,
      replacesVisitId: replaces?.visitId ?? null,
      replaces: replaces && keptSlot(replaces.slot),
      movePoints: replaces?.points ?? null,
      edited: false,
      adopted: false,
    });
  }

  pin(run: PlanningRun, pinned: boolean): void {
    assertProposed(run);
    this.pinned = pinned;
  }

  /** Put elsewhere by hand; `points`: what the move of a published visit costs now. */
  edit(run: PlanningRun, to: Slot, points: number | null): void {
    assertProposed(run);
    Object.assign(this, to);
    this.movePoints = points;
  }

  /** Whether it lies elsewhere than the planner has put it. */
  markEdited(edited: boolean): void {
    this.edited = edited;
  }

  /** The way to and from it, as the visits around it make it. */
  travel(way: { readonly before: number; readonly after: number }): void {
    this.travelBeforeMinutes = way.before;
    this.travelAfterMinutes = way.after;
  }

  adopt(): void {
    this.adopted = true;
  }
}

/** Only what nobody outside has seen is changed by hand. */
export function assertProposed({ status }: PlanningRun): void {
  if (status !== 'PROPOSED')
    throw new DomainError('INVALID_STATE', 'planning-run.not-in-state', { status, next: 'PROPOSED' });
}
