import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartWish } from '../plan-answers.js';
import type { PlanningRun } from '../planning-run.entity.js';
import type { PlanPublication } from '../plan-publication.entity.js';

export const PUBLICATION_ORDER_STATUSES = ['WAITING', 'DONE', 'TAKEN_BACK', 'REFUSED'] as const;
export type PublicationOrderStatus = (typeof PUBLICATION_ORDER_STATUSES)[number];

/** Why a plan could not be published when it was due: as the refusal of publishing says it. */
export interface Refusal {
  readonly reason: string;
  /** As JSON. */
  readonly facts: string;
}

type Settler = Pick<HubStaff, 'accountId' | 'name'>;

/** A plan that is to be published when the time to think better of it is over. Until then nobody outside knows of it. */
@Entity('publication_order')
export class PublicationOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'run_id' }) runId: string;
  /** Null = the whole plan. */
  @Column('jsonb', { nullable: true }) part: PartWish | null;
  /** A line for those who are told. */
  @Column('text', { nullable: true }) words: string | null;
  @Column('text') status: PublicationOrderStatus;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('uuid', { name: 'ordered_by' }) orderedBy: string;
  @Column('text', { name: 'ordered_by_name' }) orderedByName: string;
  @Column('timestamptz', { name: 'ordered_at' }) orderedAt: Date;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @Column('text', { name: 'settled_by_name', nullable: true }) settledByName: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('uuid', { name: 'publication_id', nullable: true }) publicationId: string | null;
  @Column('jsonb', { nullable: true }) refusal: Refusal | null;

  static of(
    actor: HubStaff,
    run: PlanningRun,
    wish: { readonly part: PartWish | null; readonly words: string | null; readonly holdMinutes: number },
    now: Date,
  ): PublicationOrder {
    return Object.assign(new PublicationOrder(), {
      id: randomUUID(),
      prefectureId: run.prefectureId,
      runId: run.id,
      part: wish.part,
      words: wish.words,
      status: 'WAITING' as const,
      dueAt: new Date(now.getTime() + wish.holdMinutes * 60_000),
      orderedBy: actor.accountId,
      orderedByName: actor.name,
      orderedAt: now,
      settledBy: null,
      settledByName: null,
      settledAt: null,
      publicationId: null,
      refusal: null,
    });
  }

  get isWaiting(): boolean {
    return this.status === 'WAITING';
  }

  /** Whoever ordered it, as they were then: a job carries out what they had the right to ask for. */
  get orderer(): HubStaff {
    return {
      role: 'HUB_STAFF',
      accountId: this.orderedBy,
      prefectureId: this.prefectureId,
      name: this.orderedByName,
      duties: ['COORDINATOR'],
    };
  }

  done(publication: Pick<PlanPublication, 'id'>, by: Settler, now: Date): void {
    this.settle('DONE', by, now);
    this.publicationId = publication.id;
  }

  takeBack(by: Settler, now: Date): void {
    this.settle('TAKEN_BACK', by, now);
  }

  refuse(refusal: Refusal, now: Date): void {
    this.settle('REFUSED', null, now);
    this.refusal = refusal;
  }

  private settle(next: PublicationOrderStatus, by: Settler | null, now: Date): void {
    if (!this.isWaiting)
      throw new DomainError('INVALID_STATE', 'publication-order.settled', { status: this.status });
    this.status = next;
    this.settledBy = by?.accountId ?? null;
    this.settledByName = by?.name ?? null;
    this.settledAt = now;
  }
}
