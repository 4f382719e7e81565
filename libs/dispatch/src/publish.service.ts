import { type Actor, Clock, DomainError, permit } from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { requestsToPlan, takeSupportRequest, visitsPublished } from '@banso/support';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { lockCalendar } from './calendar-lock.js';
import { assignmentOf, brokenRules, periodOf } from './plan-rows.js';
import { PlanPublication } from './plan-publication.entity.js';
import { planningProblem } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { proposedVisitsOf, takePlanningRun } from './planning-run.queries.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import { Visit } from './visit.entity.js';
import { saveVisits } from './visit.queries.js';
import { arrangeTravel } from './visit-travel.js';

/** Exclusion and unique violations: somebody else holds the slot or the visit number. */
const TAKEN = new Set(['23P01', '23505']);

/** Makes a plan official: from then on towns and specialists see its visits. */
export class PublishService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async publish(actor: Actor, planningRunId: string): Promise<PlanPublication> {
    try {
      return await this.db.write(actor, (tx) => this.publishIn(tx, actor, planningRunId));
    } catch (error) {
      if (TAKEN.has(sqlState(error) ?? '')) throw new DomainError('CONFLICT', 'plan.overtaken');
      throw error;
    }
  }

  private async publishIn(tx: Tx, actor: Actor, planningRunId: string): Promise<PlanPublication> {
    await lockCalendar(tx, actor);
    const run = await takePlanningRun(tx, actor, planningRunId);
    permit(planningRunMay.publish(actor, run));
    run.publish();
    const proposals = await proposedVisitsOf(tx, [run.id]);
    if (proposals.length === 0) throw new DomainError('INVALID_STATE', 'plan.empty');
    await this.assertStillStands(tx, actor, run, proposals);
    const change = { actor, at: this.clock.now() };
    const counts = { version: await nextVersion(tx, run.prefectureId), visits: proposals.length };
    const publication = PlanPublication.of(actor, run, counts, change.at);
    await tx.insert(PlanPublication, publication);
    const visits = proposals.map((proposal) => Visit.publish(publication, proposal, proposal.pinned, change));
    await saveVisits(tx, await arrangeTravel(tx, actor, visits));
    await saveVisits(tx, visits);
    for (const [requestId, specialistIds] of teamsOf(proposals))
      await visitsPublished(tx, requestId, { ...change, specialistIds });
    await tx.save(PlanningRun, run);
    await discardOthers(tx, run);
    return publication;
  }

  /** The world moved on since the plan was made: it is judged again as a whole, against today's rows. */
  private async assertStillStands(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    proposals: readonly ProposedVisit[],
  ): Promise<void> {
    for (const [requestId] of teamsOf(proposals)) await takeSupportRequest(tx, actor, requestId);
    const period = periodOf(run);
    const scope = { period, today: this.clock.today(), requests: await requestsToPlan(tx, actor), held: [] };
    const problem = await planningProblem(tx, actor, scope);
    const broken = brokenRules(
      problem,
      proposals.map((proposal) => assignmentOf(period, proposal)),
    );
    if (broken.length === 0) return;
    const rules = [...new Set(broken.map(({ ruleId }) => ruleId))];
    const visits = new Set(broken.map(({ facts }) => `${facts['requestId']} ${facts['visitNo']}`)).size;
    throw new DomainError('CONFLICT', 'plan.overtaken', { rules, visits });
  }
}

async function nextVersion(tx: Tx, prefectureId: string): Promise<number> {
  const last = await tx.maximum(PlanPublication, 'version', { prefectureId });
  return (last ?? 0) + 1;
}

/** Who comes to each request, in the order in which requests are locked everywhere. */
function teamsOf(proposals: readonly ProposedVisit[]): [string, string[]][] {
  const teams = new Map<string, Set<string>>();
  for (const { supportRequestId, specialistId } of proposals)
    teams.set(supportRequestId, (teams.get(supportRequestId) ?? new Set()).add(specialistId));
  return [...teams]
    .map(([requestId, team]): [string, string[]] => [requestId, [...team]])
    .sort(([a], [b]) => (a < b ? -1 : 1));
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
