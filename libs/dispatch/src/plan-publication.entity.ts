import { randomUUID } from 'node:crypto';
import type { HubStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanningRun } from './planning-run.entity.js';

/** One publishing of a plan: the n-th version that towns and specialists can see. Never changed. */
@Entity('plan_publication')
export class PlanPublication {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('int') version: number;
  @Column('uuid', { name: 'run_id' }) runId: string;
  /** How many visits it brought. */
  @Column('int') visits: number;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('text', { name: 'published_by_name' }) publishedByName: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;

  static of(
    actor: HubStaff,
    run: PlanningRun,
    counts: { version: number; visits: number },
    now: Date,
  ): PlanPublication {
    return Object.assign(new PlanPublication(), {
      id: randomUUID(),
      prefectureId: run.prefectureId,
      version: counts.version,
      runId: run.id,
      visits: counts.visits,
      publishedBy: actor.accountId,
      publishedByName: actor.name,
      publishedAt: now,
    });
  }
}
