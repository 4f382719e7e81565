import { type Actor, Clock, DomainError, knownId, notFound, parseInput, permit, uuid } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { daysLeft, nearTown, type OpenSlot } from './answers/open-slots.js';
import type { PlanAsRows } from './edited-plan.js';
import type { Price } from './plan-answers.js';
import { planRows, problemOfToday } from './plan-editing.js';
import { assignmentOf, periodOf, slotFrom } from './plan-rows.js';
import { speakerFor } from './plan-words.js';
import type { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { getPlanningRun } from './planning-run.queries.js';
import { quotasAgainst } from './quota-move.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';

/** A place that a visit of a plan could have, and what the plan would cost on top. */
export interface PlanSlot extends OpenSlot {
  readonly price: Price;
}

/** Looked at for each slot that is shown: quotas may refuse some. */
const SPARE = 2;

const schema = z
  .object({
    runId: z.string(),
    proposedVisitId: uuid().nullish(),
    supportRequestId: uuid().nullish(),
    visitNo: z.int().min(1).max(1_000).nullish(),
    first: z.int().min(1).max(60),
  })
  .refine(
    ({ proposedVisitId, supportRequestId, visitNo }) => proposedVisitId || (supportRequestId && visitNo),
    {
      path: ['proposedVisitId'],
      params: { rule: 'required' },
    },
  );

/** Where visits of a proposed plan could lie, judged as a change by hand is: against today's rows. */
export class PlanSlotsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** Of each specialist and half-day the best, the least costly first. No transaction is open while it is reckoned. */
  async openSlots(actor: Actor, input: unknown): Promise<PlanSlot[]> {
    const { run, rows, problem, key, first } = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const wish = parseInput(schema, input);
      const found = await getPlanningRun(tx, actor, knownId('planning-run', wish.runId));
      if (found.status !== 'PROPOSED')
        throw new DomainError('INVALID_STATE', 'planning-run.not-in-state', {
          status: found.status,
          next: 'PROPOSED',
        });
      const plan = await planRows(tx, found);
      return {
        run: found,
        rows: plan,
        key: visitIn(plan, wish),
        first: wish.first,
        problem: await problemOfToday(tx, actor, { run: found, today: this.clock.today() }, plan),
      };
    });
    const period = periodOf(run);
    const assignments = rows.proposals.map((proposal) => assignmentOf(period, proposal));
    const isIt = (one: { readonly requestId: string; readonly visitNo: number }): boolean =>
      one.requestId === key.requestId && one.visitNo === key.visitNo;
    const now = assignments.find(isIt);
    const beside = assignments.filter((one) => !isIt(one));
    const places = await this.reckoner.reckon('placesToOffer', [problem, assignments, key, first * SPARE]);
    return this.db.read(actor, async (tx) => {
      const slots = places.map(({ visit }) => slotFrom(period, visit));
      const against = await this.quotas(tx, actor, { run, rows, key, slots, problem });
      const shown = places.filter((_, i) => against[i]?.length === 0).slice(0, first);
      const speak = await speakerFor(
        tx,
        actor,
        shown.flatMap(({ because }) => because),
      );
      return shown.map(({ visit, difference, parts, because }) => ({
        slot: slotFrom(period, visit),
        effects: {
          travelMinutes: visit.travelBefore + visit.travelAfter,
          travelMore: visit.travelBefore + visit.travelAfter - (now ? now.travelBefore + now.travelAfter : 0),
          daysLeft: daysLeft(problem, visit, beside),
          near: nearTown(problem, visit, beside),
          warnings: because.map((one) => speak(one, period.from)),
        },
        price: { tiers: difference, parts },
      }));
    });
  }

  private quotas(
    tx: Tx,
    actor: Actor,
    asked: {
      readonly run: PlanningRun;
      readonly rows: PlanAsRows;
      readonly key: { readonly requestId: string; readonly visitNo: number };
      readonly slots: Parameters<typeof quotasAgainst>[3]['slots'];
      readonly problem: Awaited<ReturnType<typeof problemOfToday>>;
    },
  ): ReturnType<typeof quotasAgainst> {
    const { rows, key, slots, problem } = asked;
    const plan = {
      proposals: rows.proposals,
      leftOut: rows.leftOut.filter(({ replacesVisitId }) => replacesVisitId !== null),
    };
    const municipalityId = problem.requests.find(({ id }) => id === key.requestId)?.town ?? '';
    const moving = { supportRequestId: key.requestId, visitNo: key.visitNo, municipalityId };
    return quotasAgainst(tx, actor, plan, { moving, slots });
  }
}

/** The visit that is meant; refuses one that is not of the plan. */
function visitIn(
  { proposals, leftOut }: PlanAsRows,
  { proposedVisitId, supportRequestId, visitNo }: z.output<typeof schema>,
): { readonly requestId: string; readonly visitNo: number } {
  const found = proposedVisitId
    ? proposals.find(({ id }) => id === proposedVisitId)
    : [...proposals, ...leftOut].find(
        (row) => row.supportRequestId === supportRequestId && row.visitNo === visitNo,
      );
  if (!found) throw notFound(proposedVisitId ? 'proposed-visit' : 'visit');
  return { requestId: found.supportRequestId, visitNo: found.visitNo };
}
