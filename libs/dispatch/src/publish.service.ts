import { type Actor, Clock, DomainError, permit } from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { requestsToPlan, takeSupportRequest } from '@banso/support';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { applyChanges, teamsOf } from './calendar-changes.js';
import { lockCalendar } from './calendar-lock.js';
import { changesOf, isEmpty, namesOf, partOf, type PlanPart, replacedIn, wholeOf } from './plan-part.js';
import { assignmentOf, periodOf } from './plan-rows.js';
import type { PlanPublication } from './plan-publication.entity.js';
import { spokenViolations } from './plan-violations.js';
import { planningProblem } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { getPlanningRun, takePlanningRun } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { judgementOf, partQuestion } from './partial-adoption.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import type { PartPreview, PartWish } from './plan-answers.js';
import { settleOrders } from './publication/publication-order.queries.js';
import { takeReplaced, type Replaced } from './replaced-visits.js';

/** Exclusion and unique violations: somebody else holds the slot or the visit number. */
export const TAKEN = new Set(['23P01', '23505']);

/** What those read whose visit is moved or called off by a plan. */
export const REASON_OF_PLAN = '計画の見直し';

/** The calendar waits for it. */
const LOCKED = { first: true };

/** Makes a plan official: from then on towns and specialists see its visits. */
export class PublishService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /**
   * The whole plan (`wish` null), or exactly the named part of it: what is not named stays as it is. What the
   * part cannot do without is named in the refusal, and before by `previewPart`.
   */
  async publish(actor: Actor, planningRunId: string, wish: PartWish | null = null): Promise<PlanPublication> {
    return this.translated(() =>
      this.db.write(actor, (tx) => this.publishIn(tx, actor, planningRunId, { wish })),
    );
  }

  /** What Postgres itself refuses, in words. */
  async translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (TAKEN.has(sqlState(error) ?? '')) throw new DomainError('CONFLICT', 'plan.overtaken');
      throw error;
    }
  }

  /** What publishing a part would change, and what else must follow. Nothing is written. */
  async previewPart(actor: Actor, planningRunId: string, wish: PartWish): Promise<PartPreview> {
    const { run, part, question } = await this.db.read(actor, async (tx) => {
      const asked = await getPlanningRun(tx, actor, planningRunId);
      permit(planningRunMay.publish(actor, asked));
      asked.publish();
      const whole = await wholeOf(tx, asked);
      const named = partOf(whole, wish);
      const frame = { today: this.clock.today(), whole, part: named };
      return { run: asked, part: named, question: await partQuestion(tx, actor, asked, frame) };
    });
    const adoption = await this.reckoner.reckon('adopt', question.given);
    const { broken, alsoNeeded } = judgementOf(question, adoption);
    const against = alsoNeeded && isEmpty(alsoNeeded) ? [] : broken;
    return {
      runId: run.id,
      changes: changesOf(part),
      possible: alsoNeeded !== null,
      alsoNeeded: alsoNeeded ? changesOf(alsoNeeded) : [],
      needed: alsoNeeded ? namesOf(alsoNeeded) : { only: [], callOff: [] },
      violations: await this.db.read(actor, (tx) => spokenViolations(tx, actor, run, against)),
    };
  }

  /** The same in the caller's transaction, with a line for those who are told. */
  async publishIn(
    tx: Tx,
    actor: Actor,
    planningRunId: string,
    { wish, words = null }: { readonly wish: PartWish | null; readonly words?: string | null },
  ): Promise<PlanPublication> {
    await lockCalendar(tx, actor);
    const run = await takePlanningRun(tx, actor, planningRunId);
    permit(planningRunMay.publish(actor, run));
    run.publish();
    const whole = await wholeOf(tx, run);
    const part = wish === null ? whole : partOf(whole, wish);
    if (isEmpty(part)) throw new DomainError('INVALID_STATE', 'plan.empty');
    if (wish !== null) await this.assertPartHolds(tx, actor, run, { whole, part });
    const { proposals } = part;
    const replaced = await takeReplaced(tx, actor, { today: this.clock.today(), ...part });
    await this.assertStillStands(tx, actor, run, part, replaced);
    const publication = await applyChanges(
      tx,
      {
        publish: proposals
          .filter(({ replacesVisitId }) => replacesVisitId === null)
          .map((placed) => ({ placed, pinned: placed.pinned })),
        ...replaced,
      },
      { cause: 'PLAN', runId: run.id, side: 'HUB', words },
      { actor, at: this.clock.now(), reason: REASON_OF_PLAN },
    );
    for (const proposal of proposals) proposal.adopt();
    await tx.save(ProposedVisit, [...proposals]);
    await tx.save(PlanningRun, run);
    await settleOrders(tx, publication, actor);
    await discardOthers(tx, run);
    return publication;
  }

  /** The world moved on since the plan was made: it is judged again as a whole, against today's rows. */
  private async assertStillStands(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    part: PlanPart,
    replaced: Replaced,
  ): Promise<void> {
    const { proposals } = part;
    for (const [requestId] of teamsOf([...proposals, ...replaced.cancel]))
      await takeSupportRequest(tx, actor, requestId);
    const period = periodOf(run);
    const problem = await planningProblem(tx, actor, {
      period,
      today: this.clock.today(),
      requests: await requestsToPlan(tx, actor),
      held: [],
      // Published visits that this plan leaves alone stay where they are.
      released: new Set(replacedIn(part)),
      frozen: run.movePublished,
    });
    const plan = proposals.map((proposal) => assignmentOf(period, proposal));
    const violations = await this.reckoner.reckon('check', [problem, plan], LOCKED);
    const broken = violations.filter(({ level }) => level === 'hard');
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
    asked: { readonly whole: PlanPart; readonly part: PlanPart },
  ): Promise<void> {
    const question = await partQuestion(tx, actor, run, { today: this.clock.today(), ...asked });
    const adoption = await this.reckoner.reckon('adopt', question.given, LOCKED);
    const { alsoNeeded } = judgementOf(question, adoption);
    if (alsoNeeded === null) throw new DomainError('CONFLICT', 'plan.overtaken');
    if (isEmpty(alsoNeeded)) return;
    const { only: needed, callOff } = namesOf(alsoNeeded);
    const visits = needed.length + callOff.length;
    throw new DomainError('CONFLICT', 'plan.part-needs-more', { needed, callOff, visits });
  }
}

/** Other proposals for the same days were made for a calendar that no longer exists. */
async function discardOthers(tx: Tx, run: PlanningRun): Promise<void> {
  const others = await tx.find(PlanningRun, {
    where: {
      prefectureId: run.prefectureId,
      status: 'PROPOSED',
      // What has a name is kept to come back to.
      name: IsNull(),
      fromOn: LessThanOrEqual(run.toOn),
      toOn: MoreThanOrEqual(run.fromOn),
    },
    order: { number: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const other of others) other.discard();
  await tx.save(PlanningRun, others);
}
