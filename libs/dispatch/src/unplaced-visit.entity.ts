import type { Reason } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanningRun } from './planning-run.entity.js';

/** A visit that a run could not place, with at most three reasons, most frequent first. */
@Entity('unplaced_visit')
export class UnplacedVisit {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @PrimaryColumn('int', { name: 'visit_no' }) visitNo: number;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('jsonb') reasons: readonly Reason[];

  static of(run: PlanningRun, requestId: string, visitNo: number, reasons: readonly Reason[]): UnplacedVisit {
    return Object.assign(new UnplacedVisit(), {
      runId: run.id,
      supportRequestId: requestId,
      visitNo,
      prefectureId: run.prefectureId,
      reasons,
    });
  }
}
