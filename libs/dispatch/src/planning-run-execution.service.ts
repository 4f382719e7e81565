import { type Actor, Clock, type SystemActor } from '@banso/kernel';
import { notify } from '@banso/notices';
import type { Problem, Progress } from '@banso/planning';
import { Db, log, type Tx } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { In } from 'typeorm';
import { heldProposals } from './held-proposals.js';
import { brokenRules, periodOf } from './plan-rows.js';
import { type GivenProblem, givenProblem } from './planning-problem.js';
import type { Bound, SearchResult } from './planning-record.js';
import { type PlanningFailure, PlanningRun } from './planning-run.entity.js';
import { executePlanningRun } from './planning-run.jobs.js';
import { takePlanningRun } from './planning-run.queries.js';
import { isPresent } from './presence/plan-presence.service.js';
import { findingsIn } from './problem-findings.js';
import { proposalsOf } from './proposals.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { type WithinQuotas, withinQuotas } from './quota-left-out.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';

/** Whoever waits for longer does something else meanwhile. */
const LONG_WAIT_MS = 600_000;
/** So long anybody waits. */
const SHORT_WAIT_MS = 60_000;

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
  /** No search: an empty plan, with what stands in the way of each visit. */
  readonly byHand: boolean;
  /** Searches side by side, with this seed and those that follow. */
  readonly starts: number;
  /** Where each of them is cut short; null = it goes to its end. */
  readonly stopAtIterations: number | null;
}

/** What those who wait for a run want of its search. */
export type Wish = 'GO_ON' | 'STOP' | 'ABANDON';

/** The worker's part: the problem before the search, the plan after it. */
export class PlanningRunExecutionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Null when there is nothing to solve: cancelled meanwhile, or a problem that cannot be right. `starts` = how
   * many searches this worker can run side by side, if the run does not say; `limitMinutes` = when it ends the search.
   */
  async begin(
    tx: Tx,
    actor: SystemActor,
    planningRunId: string,
    {
      starts = 1,
      limitMinutes = null,
    }: { readonly starts?: number; readonly limitMinutes?: number | null } = {},
  ): Promise<PlanningTask | null> {
    const run = await takePlanningRun(tx, actor, planningRunId);
    if (!run.isOpen) return null;
    const given = await this.problemFor(tx, actor, run);
    const { problem } = given;
    const findings = findingsIn(problem);
    run.begin({ ...given, findings, starts, limitMinutes }, this.clock.now());
    const isSound = !findings.some(({ fatal }) => fatal);
    if (!isSound) this.fail(run, 'PROBLEM_NOT_SOUND');
    await tx.save(PlanningRun, run);
    if (!isSound) return null;
    const { prefectureId, seed, iterations, stopAtIterations, byHand } = run;
    return {
      planningRunId,
      prefectureId,
      problem,
      seed,
      iterations,
      byHand,
      starts: byHand ? 1 : (run.starts ?? starts),
      stopAtIterations,
    };
  }

  /** Tells how far the search is, and hears what those who wait for it want. */
  report(
    { planningRunId, prefectureId }: PlanningRunOf,
    progress: Progress,
    bound: Bound | null = null,
  ): Promise<Wish> {
    return this.db.system(prefectureId, async (tx) => {
      const run = await tx.findOneBy(PlanningRun, { id: planningRunId, status: 'SOLVING' });
      if (!run) return 'ABANDON';
      const { unplaced, travelMinutes } = progress;
      const first = run.progress?.first ?? { unplaced, travelMinutes };
      const where = { id: planningRunId, status: 'SOLVING' as const };
      const { affected } = await tx.update(PlanningRun, where, { progress: { ...progress, bound, first } });
      return affected === 1 ? wishOf(run) : 'ABANDON';
    });
  }

  /** The same before there is anything to tell. */
  wishOf({ planningRunId, prefectureId }: PlanningRunOf): Promise<Wish> {
    return this.db.system(prefectureId, (tx) => this.wishIn(tx, planningRunId));
  }

  /** Checks the plan against every hard rule once more, and keeps it as proposals. */
  async finish(
    tx: Tx,
    actor: SystemActor,
    planningRunId: string,
    result: SearchResult | null,
  ): Promise<void> {
    const run = await takePlanningRun(tx, actor, planningRunId);
    if (run.status !== 'SOLVING') return;
    if (!result || !run.problem) throw new Error('The search of an open run ended without a plan');
    if (brokenRules(run.problem, result.assignments).length > 0) this.fail(run, 'PLAN_BROKE_A_RULE');
    else {
      // What quotas kept from the planner has no place either.
      const whole = { ...result, unplaced: [...result.unplaced, ...(run.leftOut ?? [])] };
      await this.propose(tx, actor, run, { problem: run.problem, result: whole });
    }
    await tx.save(PlanningRun, run);
    await this.tell(tx, run);
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

  private async wishIn(tx: Tx, id: string): Promise<Wish> {
    const run = await tx.findOneBy(PlanningRun, { id, status: 'SOLVING' });
    return run ? wishOf(run) : 'ABANDON';
  }

  private async problemFor(tx: Tx, actor: Actor, run: PlanningRun): Promise<GivenProblem & WithinQuotas> {
    const scope = {
      period: periodOf(run),
      today: this.clock.today(),
      requests: await requestsToPlan(tx, actor),
      held: [],
      movePublished: run.movePublished,
    };
    const given = await givenProblem(tx, actor, scope);
    const held = await heldProposals(tx, run, given.problem);
    if (held.length === 0) return { ...given, ...(await withinQuotas(tx, actor, given, scope)) };
    const released = new Set(held.flatMap(({ replacesVisitId }) => replacesVisitId ?? []));
    const around = { ...scope, held, released };
    const whole = await givenProblem(tx, actor, around);
    return { ...whole, ...(await withinQuotas(tx, actor, whole, around)) };
  }

  private async propose(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    plan: { readonly problem: Problem; readonly result: SearchResult },
  ): Promise<void> {
    const { proposals, unplaced, travelMinutes } = await proposalsOf(tx, actor, run, plan);
    if (proposals.length > 0) await tx.insert(ProposedVisit, proposals);
    if (unplaced.length > 0) await tx.insert(UnplacedVisit, unplaced);
    const { result } = plan;
    run.propose(
      {
        result,
        placed: proposals.length,
        unplaced: unplaced.length,
        travelMinutes,
        longestWaitDays: result.longestWaitDays,
      },
      this.clock.now(),
    );
  }

  /** Whoever waited for longer than a coffee is told that the wait is over. */
  private async tell(
    tx: Tx,
    { id, prefectureId, number, requestedBy, requestedAt }: PlanningRun,
  ): Promise<void> {
    const at = this.clock.now();
    const waited = at.getTime() - requestedAt.getTime();
    if (requestedBy === null || waited <= SHORT_WAIT_MS) return;
    const isLong = waited > LONG_WAIT_MS;
    // Whoever has it before them sees it.
    if (!isLong && (await isPresent(tx, { runId: id, accountId: requestedBy, at }))) return;
    await notify(
      tx,
      { actor: { prefectureId }, at },
      {
        kind: isLong ? 'PLAN_RUN_DONE' : 'PLAN_RUN_READY',
        about: { type: 'PLANNING_RUN', id },
        to: { accountId: requestedBy },
        facts: { number: String(number) },
        key: `planning-run:${id}`,
      },
    );
  }

  private fail(run: PlanningRun, failure: PlanningFailure): void {
    run.fail(failure, this.clock.now());
    log.error({ planningRunId: run.id, failure }, 'planning-run.failed');
  }
}

const wishOf = ({ stopAsked }: PlanningRun): Wish => (stopAsked ? 'STOP' : 'GO_ON');
