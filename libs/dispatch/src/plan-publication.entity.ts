import { randomUUID } from 'node:crypto';
import type { HubStaff, MunicipalityStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What brought a version: a plan, an urgent visit, the repair of an absence, another day that was asked for, a town
 * that agreed a date, or the way back to an older version.
 */
export const PUBLICATION_CAUSES = ['PLAN', 'URGENT', 'REPAIR', 'PROPOSAL', 'INQUIRY', 'RESTORED'] as const;
export type PublicationCause = (typeof PUBLICATION_CAUSES)[number];

/** Who makes versions: the hub, and a town by agreeing a date. */
export type Publisher = HubStaff | MunicipalityStaff;

/** What a version changes. */
export interface PublicationCounts {
  readonly visits: number;
  readonly moved: number;
  readonly cancelled: number;
}

/** One change of the published plan: the n-th version that towns and specialists can see. Never changed. */
@Entity('plan_publication')
export class PlanPublication {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('int') version: number;
  @Column('text') cause: PublicationCause;
  /** The run that was published; null when it came without one. */
  @Column('uuid', { name: 'run_id', nullable: true }) runId: string | null;
  /** How many visits it brought, moved and called off. */
  @Column('int') visits: number;
  @Column('int') moved: number;
  @Column('int') cancelled: number;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('text', { name: 'published_by_name' }) publishedByName: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
  /** What it changed is kept visit by visit; not of versions of before. */
  @Column('boolean') recorded: boolean;
  /** The older version that was gone back to. */
  @Column('int', { nullable: true }) restores: number | null;

  static of(
    actor: Publisher,
    version: number,
    from: {
      readonly cause: PublicationCause;
      readonly runId: string | null;
      readonly restores?: number | null;
    } & PublicationCounts,
    now: Date,
  ): PlanPublication {
    return Object.assign(new PlanPublication(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      version,
      cause: from.cause,
      runId: from.runId,
      visits: from.visits,
      moved: from.moved,
      cancelled: from.cancelled,
      publishedBy: actor.accountId,
      publishedByName: actor.name,
      publishedAt: now,
      recorded: true,
      restores: from.restores ?? null,
    });
  }
}
