import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { Column, PrimaryColumn } from 'typeorm';

/** One step in the life of a record: from where to where, by whom, when and why. Only ever added. */
export abstract class StatusEvent<Status extends string> {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: Status | null;
  /** The same as before when something other than the state changed. */
  @Column('text', { name: 'to_status' }) toStatus: Status;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  /** Why; from the system itself, the key of a sentence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The order of two steps of one change; given by Postgres. */
  @Column({ type: 'bigint', insert: false, update: false, select: false }) readonly seq: string;
}

/** What every such step says of a record that has just changed; whose step it is adds the entity. */
export const statusStep = <Status extends string>(
  record: { readonly prefectureId: string; readonly status: Status },
  fromStatus: Status | null,
  { actor, at, reason }: Change,
) => ({
  id: randomUUID(),
  prefectureId: record.prefectureId,
  fromStatus,
  toStatus: record.status,
  actorId: actor.accountId,
  actorRole: actor.role,
  actorName: actor.name,
  reason: reason ?? null,
  at,
});
