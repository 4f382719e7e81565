import type { Reason, Unplaced } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanningRun } from './planning-run.entity.js';
import type { ProposedVisit, Replacement } from './proposed-visit.entity.js';
import { keptSlot, type KeptSlot } from './slot.js';

/** A visit that a run could not place, with at most three reasons, most frequent first. */
@Entity('unplaced_visit')
export class UnplacedVisit {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @PrimaryColumn('int', { name: 'visit_no' }) visitNo: number;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('jsonb') reasons: readonly Reason[];
  /** The published visit that would be called off; null = it was not published yet. */
  @Column('uuid', { name: 'replaces_visit_id', nullable: true }) replacesVisitId: string | null;
  @Column('jsonb', { nullable: true }) replaces: KeptSlot | null;
  /** The proposal that somebody took out of the plan, and whether it was pinned: it comes back as the same one. */
  @Column('uuid', { name: 'proposal_id', nullable: true }) proposalId: string | null;
  @Column('boolean') pinned: boolean;

  static of(
    run: PlanningRun,
    { requestId, visitNo, reasons }: Unplaced,
    replaces: Replacement | null,
  ): UnplacedVisit {
    return Object.assign(new UnplacedVisit(), {
      runId: run.id,
      supportRequestId: requestId,
      visitNo,
      prefectureId: run.prefectureId,
      reasons,
      replacesVisitId: replaces?.visitId ?? null,
      replaces: replaces && keptSlot(replaces.slot),
      proposalId: null,
      pinned: false,
    });
  }

  /** What somebody took out of the plan; its reasons are found beside the plan without it. */
  static dropped(proposal: ProposedVisit): UnplacedVisit {
    return Object.assign(new UnplacedVisit(), {
      runId: proposal.runId,
      supportRequestId: proposal.supportRequestId,
      visitNo: proposal.visitNo,
      prefectureId: proposal.prefectureId,
      reasons: [],
      replacesVisitId: proposal.replacesVisitId,
      replaces: proposal.replaces,
      proposalId: proposal.id,
      pinned: proposal.pinned,
    });
  }

  explain(reasons: readonly Reason[]): void {
    this.reasons = reasons;
  }
}
