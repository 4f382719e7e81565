import { type Actor, Clock, DomainError, notFound, permit } from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { requestsToPlan, takeSupportRequest } from '@banso/support';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { applyChanges, teamsOf } from './calendar-changes.js';
import { lockCalendar } from './calendar-lock.js';
import { assignmentOf, brokenRules, periodOf } from './plan-rows.js';
import type { PlanPublication } from './plan-publication.entity.js';
import { planningProblem } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { proposedVisitsOf, takePlanningRun, unplacedVisitsOf } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { neededBeside } from './partial-adoption.js';
import { takeReplaced, type Replaced } from './replaced-visits.js';

/** Exclusion and unique violations: somebody else holds the slot or the visit number. */
const TAKEN = new Set(['23P01', '23505']);

/** What those read whose visit is moved or called off by a plan. */
export const REASON_OF_PLAN = '計画の見直し';

/** The part of a plan that becomes official. */
interface Adopted {
  readonly proposals: readonly ProposedVisit[];
  readonly replaced: Replaced;
}

/** Makes a plan official: from then on towns and specialists see its visits. */
export class PublishService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The whole plan, or only the named proposals; what they cannot do without is named in the refusal. */
  async publish(
    actor: Actor,
    planningRunId: string,
    only: readonly string[] | null = null,
  ): Promise<PlanPublication> {
    try {
      return await this.db.write(actor, (tx) => this.publishIn(tx, actor, planningRunId, only));
    } catch (error) {
      if (TAKEN.has(sqlState(error) ?? '')) throw new DomainError('CONFLICT', 'plan.overtaken');
      throw error;
    }
  }

  private async publishIn(
    tx: Tx,
    actor: Actor,
    planningRunId: string,
    only: readonly string[] | null,
  ): Promise<PlanPublication> {
    await lockCalendar(tx, actor);
    const run = await takePlanningRun(tx, actor, planningRunId);
    permit(planningRunMay.publish(actor, run));
    run.publish();
    const all = await proposedVisitsOf(tx, [run.id]);
    const proposals = only === null ? all : chosen(all, only);
    if (only !== null) await this.assertPartHolds(tx, actor, run, { all, part: proposals });
    const leftOut = only === null ? await unplacedVisitsOf(tx, [run.id]) : [];
    const replaced = await takeReplaced(tx, actor, { today: this.clock.today(), proposals, leftOut });
    if (proposals.length + replaced.cancel.length === 0) throw new DomainError('INVALID_STATE', 'plan.empty');
    await this.assertStillStands(tx, actor, run, { proposals, replaced });
    const publication = await applyChanges(
      tx,
      {
        publish: proposals
          .filter(({ replacesVisitId }) => replacesVisitId === null)
          .map((placed) => ({ placed, pinned: placed.pinned })),
        ...replaced,
      },
      { cause: 'PLAN', runId: run.id, side: 'HUB' },
      { actor, at: this.clock.now(), reason: REASON_OF_PLAN },
    );
    for (const proposal of proposals) proposal.adopt();
    await tx.save(ProposedVisit, [...proposals]);
    await tx.save(PlanningRun, run);
    await discardOthers(tx, run);
    return publication;
  }

  /** The world moved on since the plan was made: it is judged again as a whole, against today's rows. */
  private async assertStillStands(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    { proposals, replaced }: Adopted,
  ): Promise<void> {
    for (const [requestId] of teamsOf([...proposals, ...replaced.cancel]))
      await takeSupportRequest(tx, actor, requestId);
    const period = periodOf(run);
    const released = new Set(
      [...replaced.move.map(({ visit }) => visit), ...replaced.cancel].map(({ id }) => id),
    );
    const problem = await planningProblem(tx, actor, {
      period,
      today: this.clock.today(),
      requests: await requestsToPlan(tx, actor),
      held: [],
      // Published visits that this plan leaves alone stay where they are.
      released,
      frozen: run.movePublished,
    });
    const broken = brokenRules(
      problem,
      proposals.map((proposal) => assignmentOf(period, proposal)),
    );
    if (broken.length === 0) return;
    const rules = [...new Set(broken.map(({ ruleId }) => ruleId))];
    const visits = new Set(broken.map(({ facts }) => `${facts['requestId']} ${facts['visitNo']}`)).size;
    throw new DomainError('CONFLICT', 'plan.overtaken', { rules, visits });
  }

  /** A part of a plan that does not hold by itself is refused, with what else it needs. */
  private async assertPartHolds(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    { all, part }: { readonly all: readonly ProposedVisit[]; readonly part: readonly ProposedVisit[] },
  ): Promise<void> {
    const needed = await neededBeside(tx, actor, run, { today: this.clock.today(), all, part });
    if (needed === null) throw new DomainError('CONFLICT', 'plan.overtaken');
    if (needed.length > 0)
      throw new DomainError('CONFLICT', 'plan.part-needs-more', { needed, visits: needed.length });
  }
}

function chosen(all: readonly ProposedVisit[], only: readonly string[]): ProposedVisit[] {
  const wanted = new Set(only);
  const proposals = all.filter(({ id }) => wanted.has(id));
  if (proposals.length < wanted.size) throw notFound('proposed-visit');
  return proposals;
}

/** Other proposals for the same days were made for a calendar that no longer exists. */
async function discardOthers(tx: Tx, run: PlanningRun): Promise<void> {
  const others = await tx.find(PlanningRun, {
    where: {
      prefectureId: run.prefectureId,
      status: 'PROPOSED',
      fromOn: LessThanOrEqual(run.toOn),
      toOn: MoreThanOrEqual(run.fromOn),
    },
    order: { number: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const other of others) other.discard();
  await tx.save(PlanningRun, others);
}
