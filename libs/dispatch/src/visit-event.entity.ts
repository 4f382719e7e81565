import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptSlot, type KeptSlot, type Slot } from './slot.js';
import type { VisitStatus } from './visit-status.js';

/** A visit that was moved: from where to where. */
export interface Moved {
  readonly from: Slot;
  readonly to: Slot;
}

/** One step of a visit's history: who, when, why. Only ever added. */
@Entity('visit_event')
export class VisitEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: VisitStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: VisitStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** Where it was and where it went, when it was moved. */
  @Column('jsonb', { name: 'moved_from', nullable: true }) movedFrom: KeptSlot | null;
  @Column('jsonb', { name: 'moved_to', nullable: true }) movedTo: KeptSlot | null;
  /** Given by Postgres: the order of steps that have one time. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    visit: { readonly id: string; readonly prefectureId: string; readonly status: VisitStatus },
    fromStatus: VisitStatus | null,
    { actor, at, reason }: Change,
    moved: Moved | null = null,
  ): VisitEvent {
    return Object.assign(new VisitEvent(), {
      id: randomUUID(),
      prefectureId: visit.prefectureId,
      visitId: visit.id,
      fromStatus,
      toStatus: visit.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
      movedFrom: moved && keptSlot(moved.from),
      movedTo: moved && keptSlot(moved.to),
    });
  }
}
