import { type Actor, Clock, DomainError, parseInput, permit, type SystemActor, uuid } from '@banso/kernel';
import { notify } from '@banso/notices';
import { Db, enqueue, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { lockCalendar } from '../calendar-lock.js';
import { isEmpty, partOf, wholeOf } from '../plan-part.js';
import { planningPolicy } from '../planning-policy.queries.js';
import { PlanningRun } from '../planning-run.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import { takePlanningRun } from '../planning-run.queries.js';
import { PublishService, TAKEN } from '../publish.service.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { carryOutPublication } from './publication.jobs.js';
import { PublicationOrder } from './publication-order.entity.js';
import { assertNothingWaits, takePublicationOrder } from './publication-order.queries.js';
import { whyRefused } from './refusal-words.js';

const MOST_WORDS = 200;

const schema = z.object({
  only: z.array(uuid()).max(5_000).nullish(),
  callOff: z.array(uuid()).max(5_000).nullish(),
  words: z
    .string()
    .trim()
    .max(MOST_WORDS)
    .nullish()
    .transform((words) => words || null),
});

/** Publication with a time to think better of it: nothing is told and nothing is seen outside before it is over. */
export class PublicationOrderService {
  private readonly publishing: PublishService;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    reckoner: Reckoner = new ReckonerHere(),
  ) {
    this.publishing = new PublishService(db, clock, reckoner);
  }

  /** Without a hold in the policy it is published at once. */
  order(actor: Actor, runId: string, input: unknown): Promise<PublicationOrder> {
    return this.publishing.translated(() =>
      this.db.write(actor, async (tx) => {
        permit(planningRunMay.request(actor));
        const { only, callOff, words } = parseInput(schema, input);
        await lockCalendar(tx, actor);
        const run = await takePlanningRun(tx, actor, runId);
        permit(planningRunMay.publish(actor, run));
        await assertNothingWaits(tx, run.id);
        const part = only || callOff ? { only: only ?? [], callOff: callOff ?? [] } : null;
        // What is refused now need not wait to be refused.
        if (run.status !== 'PROPOSED') run.publish();
        const whole = await wholeOf(tx, run);
        if (isEmpty(part ? partOf(whole, part) : whole)) throw new DomainError('INVALID_STATE', 'plan.empty');
        const { publishHoldMinutes: holdMinutes } = await planningPolicy(tx, actor);
        const now = this.clock.now();
        const order = PublicationOrder.of(actor, run, { part, words, holdMinutes }, now);
        await tx.insert(PublicationOrder, order);
        if (holdMinutes > 0) {
          await enqueue(
            tx,
            carryOutPublication,
            { publicationOrderId: order.id },
            { prefectureId: run.prefectureId, runAfter: order.dueAt },
          );
          return order;
        }
        await this.publishing.publishIn(tx, actor, run.id, { wish: part, words });
        return takePublicationOrder(tx, actor, order.id);
      }),
    );
  }

  /** Nobody has been told of anything. */
  takeBack(actor: Actor, id: string): Promise<PublicationOrder> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.request(actor));
      await lockCalendar(tx, actor);
      const order = await takePublicationOrder(tx, actor, id);
      order.takeBack(actor, this.clock.now());
      return tx.save(PublicationOrder, order);
    });
  }

  /** Publishes without waiting; what stands against it is told, and the order waits on. */
  sendNow(actor: Actor, id: string): Promise<PublicationOrder> {
    return this.publishing.translated(() =>
      this.db.write(actor, async (tx) => {
        permit(planningRunMay.request(actor));
        await lockCalendar(tx, actor);
        const order = await takePublicationOrder(tx, actor, id);
        if (!order.isWaiting)
          throw new DomainError('INVALID_STATE', 'publication-order.settled', { status: order.status });
        await this.publishing.publishIn(tx, actor, order.runId, { wish: order.part, words: order.words });
        return takePublicationOrder(tx, actor, id);
      }),
    );
  }

  /** The job: publishes what is due, or says why not; then the plan is as it was. Twice has the effect of once. */
  async carryOut(tx: Tx, actor: SystemActor, id: string): Promise<void> {
    await lockCalendar(tx, actor);
    const order = await takePublicationOrder(tx, actor, id);
    if (!order.isWaiting) return;
    await tx.query('SAVEPOINT before_publication');
    try {
      const { part, words } = order;
      await this.publishing.publishIn(tx, order.orderer, order.runId, { wish: part, words });
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      // The plan is as it was.
      await tx.query('ROLLBACK TO SAVEPOINT before_publication');
      order.refuse(refusal, this.clock.now());
      await tx.save(PublicationOrder, order);
      await this.tell(tx, order);
    }
  }

  private async tell(tx: Tx, { id, runId, prefectureId, refusal }: PublicationOrder): Promise<void> {
    const run = await tx.findOneByOrFail(PlanningRun, { id: runId });
    await notify(
      tx,
      { actor: { prefectureId }, at: this.clock.now() },
      {
        kind: 'PUBLICATION_REFUSED',
        about: { type: 'PLANNING_RUN', id: runId },
        to: { hubDuty: 'COORDINATOR' },
        facts: { number: String(run.number), note: whyRefused(refusal) },
        key: `publication-order:${id}`,
      },
    );
  }
}

/** What publishing refuses, as it is kept; null = not a refusal but a fault. */
function refusalOf(error: unknown): PublicationOrder['refusal'] {
  if (error instanceof DomainError) return { reason: error.reason, facts: JSON.stringify(error.details) };
  return TAKEN.has(sqlState(error) ?? '') ? { reason: 'plan.overtaken', facts: '{}' } : null;
}
