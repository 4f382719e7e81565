import { type Actor, DomainError } from '@banso/kernel';
import type { Assignment, Problem, Unplaced } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { assignmentOf, periodOf } from './plan-rows.js';
import type { PlanningRun } from './planning-run.entity.js';
import { getRecordedRun, proposedVisitsOf, unplacedVisitsOf } from './planning-run.queries.js';

/** A past decision as it was made: everything that explains it, whatever became of the rows since. */
export interface PlanRecord {
  readonly run: PlanningRun;
  readonly problem: Problem;
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly Unplaced[];
}

/** Refuses a run that has no plan. */
export async function planRecordOf(tx: Tx, actor: Actor, runId: string): Promise<PlanRecord> {
  const run = await getRecordedRun(tx, actor, runId);
  const { problem, plan } = run;
  if (!problem || !run.score) throw new DomainError('INVALID_STATE', 'planning-run.no-plan');
  if (plan) return { run, problem, assignments: plan.assignments, unplaced: plan.unplaced };
  // Runs of before kept only their rows.
  const period = periodOf(run);
  const fixed = new Set(problem.fixed.map(({ requestId, visitNo }) => `${requestId} ${visitNo}`));
  const proposals = await proposedVisitsOf(tx, [run.id]);
  const unplaced = await unplacedVisitsOf(tx, [run.id]);
  return {
    run,
    problem,
    assignments: proposals
      .map((proposal) => assignmentOf(period, proposal))
      .filter(({ requestId, visitNo }) => !fixed.has(`${requestId} ${visitNo}`)),
    unplaced: unplaced.map(({ supportRequestId, visitNo, reasons }) => ({
      requestId: supportRequestId,
      visitNo,
      reasons,
    })),
  };
}
