import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlacementStatus } from '../placement-status.js';

/** One step of a placement. Only ever added. */
@Entity('placement_event')
export class PlacementEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'placement_id' }) placementId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: PlacementStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: PlacementStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  /** Why; from the system itself, the key of a sentence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    placement: { id: string; prefectureId: string; status: PlacementStatus },
    fromStatus: PlacementStatus | null,
    { actor, at, reason }: Change,
  ): PlacementEvent {
    return Object.assign(new PlacementEvent(), {
      id: randomUUID(),
      prefectureId: placement.prefectureId,
      placementId: placement.id,
      fromStatus,
      toStatus: placement.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
    });
  }
}
