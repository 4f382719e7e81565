import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementStatus } from './agreement-status.js';

/** One step in the life of an agreement. Only ever added. */
@Entity('agreement_event')
export class AgreementEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: AgreementStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: AgreementStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  /** Why; from the system itself, the key of a sentence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    agreement: { id: string; prefectureId: string; status: AgreementStatus },
    fromStatus: AgreementStatus | null,
    { actor, at, reason }: Change,
  ): AgreementEvent {
    return Object.assign(new AgreementEvent(), {
      id: randomUUID(),
      prefectureId: agreement.prefectureId,
      agreementId: agreement.id,
      fromStatus,
      toStatus: agreement.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
    });
  }
}
