import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsultationStatus } from './consultation-status.js';

/** One step of a consultation: from where to where, by whom, when, and in which words. Never updated. */
@Entity('consultation_event')
export class ConsultationEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: ConsultationStatus | null;
  /** The same as before when only the specialist or the urgency changed. */
  @Column('text', { name: 'to_status' }) toStatus: ConsultationStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  /** The answer, the further question, or why; from the system itself, the key of a sentence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    consultation: { id: string; prefectureId: string; status: ConsultationStatus },
    fromStatus: ConsultationStatus | null,
    { actor, at, reason }: Change,
  ): ConsultationEvent {
    return Object.assign(new ConsultationEvent(), {
      id: randomUUID(),
      prefectureId: consultation.prefectureId,
      consultationId: consultation.id,
      fromStatus,
      toStatus: consultation.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
    });
  }
}
