import type { Problem } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { assignmentOf, brokenRules, periodOf } from './plan-rows.js';
import { PlanningRun } from './planning-run.entity.js';
import { ProposedVisit } from './proposed-visit.entity.js';

/**
 * The pinned proposals of the latest plan over the same days. One that is no longer possible (a day off
 * entered since, a request withdrawn) is let go, or no plan around it could ever be published.
 */
export async function heldProposals(tx: Tx, run: PlanningRun, problem: Problem): Promise<ProposedVisit[]> {
  const latest = await tx.findOne(PlanningRun, {
    where: {
      prefectureId: run.prefectureId,
      status: 'PROPOSED',
      fromOn: LessThanOrEqual(run.toOn),
      toOn: MoreThanOrEqual(run.fromOn),
    },
    order: { number: 'DESC' },
  });
  if (!latest) return [];
  const pinned = await tx.find(ProposedVisit, {
    // A published visit moves only in a run that may move it.
    where: { runId: latest.id, pinned: true, ...(!run.movePublished && { replacesVisitId: IsNull() }) },
    order: { id: 'ASC' },
  });
  const broken = new Set(
    brokenRules(
      problem,
      pinned.map((visit) => assignmentOf(periodOf(run), visit)),
    ).map(({ facts }) => `${facts['requestId']} ${facts['visitNo']}`),
  );
  return pinned.filter((visit) => !broken.has(`${visit.supportRequestId} ${visit.visitNo}`));
}
