import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicantStatus } from './applicant-status.js';

/** One step of an application. Only ever added. */
@Entity('applicant_event')
export class ApplicantEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'applicant_id' }) applicantId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: ApplicantStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: ApplicantStatus;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  /** Why; from the system itself, the key of a sentence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;

  static of(
    applicant: { id: string; prefectureId: string; status: ApplicantStatus },
    fromStatus: ApplicantStatus | null,
    { actor, at, reason }: Change,
  ): ApplicantEvent {
    return Object.assign(new ApplicantEvent(), {
      id: randomUUID(),
      prefectureId: applicant.prefectureId,
      applicantId: applicant.id,
      fromStatus,
      toStatus: applicant.status,
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      reason: reason ?? null,
      at,
    });
  }
}
