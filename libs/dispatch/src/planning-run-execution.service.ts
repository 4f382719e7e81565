import { type Actor, Clock, type SystemActor } from '@banso/kernel';
import { type Plan, type Problem, type Progress, validateProblem } from '@banso/planning';
import { Db, log, type Tx } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { In } from 'typeorm';
import { heldProposals } from './held-proposals.js';
import { brokenRules, periodOf, travelMinutesOf, wholePlan } from './plan-rows.js';
import { planningProblem } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { executePlanningRun } from './planning-run.jobs.js';
import { takePlanningRun } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';

/** Which run, in which prefecture. */
export interface PlanningRunOf {
  readonly planningRunId: string;
  readonly prefectureId: string;
}

/** What a worker computes with no transaction open. */
export interface PlanningTask extends PlanningRunOf {
  readonly problem: Problem;
  readonly seed: number;
  readonly iterations: number;
}

/** The worker's part: the problem before the search, the plan after it. */
export class PlanningRunExecutionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Null when there is nothing to solve: cancelled meanwhile, or a problem that cannot be right. */
  async begin(tx: Tx, actor: SystemActor, planningRunId: string): Promise<PlanningTask | null> {
    const run = await takePlanningRun(tx, actor, planningRunId);
    if (!run.isOpen) return null;
    const problem = await this.problemFor(tx, actor, run);
    run.begin(problem, this.clock.now());
    const sound = validateProblem(problem).length === 0;
    if (!sound) this.fail(run, 'PROBLEM_NOT_SOUND');
    await tx.save(PlanningRun, run);
    if (!sound) return null;
    const { prefectureId, seed, iterations } = run;
    return { planningRunId, prefectureId, problem, seed, iterations };
  }

  /** Tells how far the search is; false: stop, nobody waits for this run any more. */
  report({ planningRunId, prefectureId }: PlanningRunOf, progress: Progress): Promise<boolean> {
    return this.db.system(prefectureId, async (tx) => {
      const { affected } = await tx.update(
        PlanningRun,
        { id: planningRunId, status: 'SOLVING' },
        { progress },
      );
      return affected === 1;
    });
  }

  /** Checks the plan against every hard rule once more, and keeps it as proposals. */
  async finish(tx: Tx, actor: SystemActor, planningRunId: string, plan: Plan | null): Promise<void> {
    const run = await takePlanningRun(tx, actor, planningRunId);
    if (run.status !== 'SOLVING') return;
    if (!plan || !run.problem) throw new Error('The search of an open run ended without a plan');
    if (brokenRules(run.problem, plan.assignments).length > 0) this.fail(run, 'PLAN_BROKE_A_RULE');
    else await this.propose(tx, run, run.problem, plan);
    await tx.save(PlanningRun, run);
  }

  /** Runs whose work was set aside after many failures: nobody will solve them, so they say so. */
  async sweep(tx: Tx): Promise<void> {
    const lost: { id: string }[] = await tx.query(
      `SELECT run.id FROM planning_run run
       WHERE run.status IN ('QUEUED', 'SOLVING') AND NOT EXISTS (
         SELECT 1 FROM outbox work WHERE work.job = $1 AND work.payload->>'planningRunId' = run.id::text
           AND work.done_at IS NULL AND work.dead_at IS NULL)
       FOR UPDATE`,
      [executePlanningRun.name],
    );
    const runs = await tx.findBy(PlanningRun, { id: In(lost.map(({ id }) => id)) });
    for (const run of runs) this.fail(run, 'GAVE_UP');
    await tx.save(PlanningRun, runs);
  }

  private async problemFor(tx: Tx, actor: Actor, run: PlanningRun): Promise<Problem> {
    const scope = {
      period: periodOf(run),
      today: this.clock.today(),
      requests: await requestsToPlan(tx, actor),
      held: [],
    };
    const problem = await planningProblem(tx, actor, scope);
    const held = await heldProposals(tx, run, problem);
    return held.length === 0 ? problem : planningProblem(tx, actor, { ...scope, held });
  }

  private async propose(tx: Tx, run: PlanningRun, problem: Problem, plan: Plan): Promise<void> {
    const held = await tx.findBy(ProposedVisit, { id: In(problem.fixed.map(({ id }) => id)) });
    const pinned = new Set(held.map((visit) => `${visit.supportRequestId} ${visit.visitNo}`));
    const placed = wholePlan(periodOf(run), problem, { assignments: plan.assignments, held });
    const proposals = placed.map((visit) =>
      ProposedVisit.of(run, visit, pinned.has(`${visit.supportRequestId} ${visit.visitNo}`)),
    );
    if (proposals.length > 0) await tx.insert(ProposedVisit, proposals);
    const unplaced = plan.unplaced.map((visit) =>
      UnplacedVisit.of(run, visit.requestId, visit.visitNo, visit.reasons),
    );
    if (unplaced.length > 0) await tx.insert(UnplacedVisit, unplaced);
    const counts = { placed: placed.length, unplaced: unplaced.length };
    run.propose(
      plan.score,
      { ...counts, travelMinutes: travelMinutesOf(periodOf(run), placed) },
      this.clock.now(),
    );
  }

  private fail(run: PlanningRun, failure: 'PROBLEM_NOT_SOUND' | 'PLAN_BROKE_A_RULE' | 'GAVE_UP'): void {
    run.fail(failure, this.clock.now());
    log.error({ planningRunId: run.id, failure }, 'planning-run.failed');
  }
}
