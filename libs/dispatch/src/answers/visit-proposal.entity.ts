import { randomUUID } from 'node:crypto';
import { type Actor, type Change, DomainError } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptSlot, type KeptSlot, slotAlone } from '../slot.js';
import type { PlanPublication } from '../plan-publication.entity.js';
import type { Visit } from '../visit.entity.js';

/** Who asks for another day: whoever goes, or the town. */
export const PROPOSAL_SIDES = ['SPECIALIST', 'TOWN'] as const;
export type ProposalSide = (typeof PROPOSAL_SIDES)[number];

/** OVERTAKEN: the visit was moved, called off or made meanwhile. Japanese words: docs/glossary.md. */
export const PROPOSAL_STATUSES = ['OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** The visit may lie anywhere inside: a specialist names the very hours, a town a half-day. */
export interface ProposedSlot {
  readonly from: Date;
  readonly to: Date;
}

/** As it is kept: instants as text. */
interface KeptSpan {
  readonly from: string;
  readonly to: string;
}

/** 別の日の提案: other half-days for a published visit; the hub decides. Once settled it never changes. */
@Entity('visit_proposal')
export class VisitProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text') side: ProposalSide;
  @Column('jsonb') slots: readonly KeptSpan[];
  /** Why, as the hub reads it. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') status: ProposalStatus;
  /** Where the visit lay. */
  @Column('jsonb', { name: 'instead_of' }) insteadOf: KeptSlot;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('text', { name: 'made_by_name' }) madeByName: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @Column('text', { name: 'settled_by_name', nullable: true }) settledByName: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  /** Why the hub refused it, or what it said when it accepted. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int', { name: 'accepted_slot', nullable: true }) acceptedSlot: number | null;
  @Column('uuid', { name: 'publication_id', nullable: true }) publicationId: string | null;

  static of(
    visit: Visit,
    { side, slots, note }: { side: ProposalSide; slots: readonly ProposedSlot[]; note: string | null },
    { actor, at }: { readonly actor: Actor; readonly at: Date },
  ): VisitProposal {
    return Object.assign(new VisitProposal(), {
      id: randomUUID(),
      prefectureId: visit.prefectureId,
      visitId: visit.id,
      municipalityId: visit.municipalityId,
      specialistId: visit.specialistId,
      side,
      slots: slots.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
      note,
      status: 'OPEN' as const,
      insteadOf: keptSlot(slotAlone(visit)),
      madeBy: actor.accountId,
      madeByName: actor.name,
      madeAt: at,
      settledBy: null,
      settledByName: null,
      settledAt: null,
      reason: null,
      acceptedSlot: null,
      publicationId: null,
    });
  }

  /** The visit was moved into that slot by a version of its own. */
  accept(slot: number, publication: PlanPublication, change: Change): void {
    this.settle('ACCEPTED', change);
    this.acceptedSlot = slot;
    this.publicationId = publication.id;
  }

  refuse(change: Change): void {
    this.settle('REFUSED', change);
  }

  withdraw(change: Change): void {
    this.settle('WITHDRAWN', change);
  }

  overtake(change: Change): void {
    this.settle('OVERTAKEN', { ...change, reason: null });
  }

  /** In the order in which they were proposed. */
  get spans(): ProposedSlot[] {
    return this.slots.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  }

  assertOpen(next: ProposalStatus): void {
    if (this.status !== 'OPEN')
      throw new DomainError('INVALID_STATE', 'visit-proposal.not-in-state', { status: this.status, next });
  }

  private settle(next: ProposalStatus, { actor, at, reason }: Change): void {
    this.assertOpen(next);
    this.status = next;
    this.settledBy = actor.accountId;
    this.settledByName = actor.name;
    this.settledAt = at;
    this.reason = reason ?? null;
  }
}
