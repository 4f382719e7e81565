import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupportRequestStatus } from './support-request-status.js';

/** One change of state: from where to where, by whom, when and why. Never updated. */
@Entity('support_request_event')
export class SupportRequestEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: SupportRequestStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: SupportRequestStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    request: { id: string; prefectureId: string; status: SupportRequestStatus },
    fromStatus: SupportRequestStatus | null,
    { actor, at, reason }: Change,
  ): SupportRequestEvent {
    return Object.assign(new SupportRequestEvent(), {
      id: randomUUID(),
      prefectureId: request.prefectureId,
      supportRequestId: request.id,
      fromStatus,
      toStatus: request.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
    });
  }
}
