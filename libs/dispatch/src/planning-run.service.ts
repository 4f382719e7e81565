import {
  type Actor,
  addDays,
  Clock,
  daysBetween,
  DomainError,
  knownId,
  localDate,
  type LocalDate,
  notFound,
  parseInput,
  permit,
} from '@banso/kernel';
import { Db, enqueue, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import { PlanningRun, type PlanningOrder } from './planning-run.entity.js';
import { executePlanningRun } from './planning-run.jobs.js';
import { planningRunMay } from './planning-run.policy.js';
import { takePlanningRun } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { assertNothingWaits } from './publication/publication-order.queries.js';

/** A quarter of a year: beyond it nobody's days off are known. */
const LONGEST_PERIOD = 92;
const LONGEST_NAME = 60;
/** As far as requests reach. */
const MAX_DAYS_AHEAD = 730;

/** The searches beside it take the seeds that follow, and those are kept in four bytes too. */
const HIGHEST_SEED = 2_147_483_000;
/** Hours of search; the time limit of the worker ends it long before. */
const MOST_ITERATIONS = 5_000_000;

/** A figure that staff may leave out. */
const figure = (max: number, usual: number) =>
  z
    .int()
    .min(0)
    .max(max)
    .nullish()
    .transform((value) => value ?? usual);

/** A figure without a usual value. */
const optional = (min: number, max: number) =>
  z
    .int()
    .min(min)
    .max(max)
    .nullish()
    .transform((value) => value ?? null);

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const schema = z.object({
  from: localDate(),
  to: localDate(),
  seed: figure(HIGHEST_SEED, 1),
  iterations: figure(MOST_ITERATIONS, 20_000),
  starts: optional(1, 8),
  stopAtIterations: optional(0, MOST_ITERATIONS),
  movePublished: flag,
  byHand: flag,
});

/** The hub's part: ask for a plan, stop it, set it aside, keep single visits of it. */
export class PlanningRunService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  request(actor: Actor, input: unknown): Promise<PlanningRun> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.request(actor));
      const order = parseOrder(input, this.clock.today());
      await lockCalendar(tx, actor);
      await assertNoneOpen(tx, actor.prefectureId);
      const number = await nextNumber(tx, actor.prefectureId);
      const run = PlanningRun.request(actor, number, order, this.clock.now());
      await tx.insert(PlanningRun, run);
      await enqueue(tx, executePlanningRun, { planningRunId: run.id }, { prefectureId: run.prefectureId });
      return run;
    });
  }

  /** Ends a run that is waiting or being solved; the search notices within a second. */
  cancel(actor: Actor, id: string): Promise<PlanningRun> {
    return this.db.write(actor, async (tx) => {
      const run = await takePlanningRun(tx, actor, id);
      permit(planningRunMay.cancel(actor, run));
      run.cancel(this.clock.now());
      return tx.save(PlanningRun, run);
    });
  }

  /** Ends the search; the best plan so far is proposed. Harmless to repeat while the run is open. */
  stop(actor: Actor, id: string): Promise<PlanningRun> {
    return this.db.write(actor, async (tx) => {
      const run = await takePlanningRun(tx, actor, id);
      permit(planningRunMay.cancel(actor, run));
      run.askToStop();
      return tx.save(PlanningRun, run);
    });
  }

  discard(actor: Actor, id: string): Promise<PlanningRun> {
    return this.db.write(actor, async (tx) => {
      const run = await takePlanningRun(tx, actor, id);
      permit(planningRunMay.discard(actor, run));
      await assertNothingWaits(tx, run.id);
      run.discard();
      return tx.save(PlanningRun, run);
    });
  }

  /** Keeps a plan under a name, to come back to; an empty one takes the name away. Nobody outside the hub sees it. */
  name(actor: Actor, id: string, input: unknown): Promise<PlanningRun> {
    return this.db.write(actor, async (tx) => {
      const { name } = parseInput(z.object({ name: z.string().trim().max(LONGEST_NAME) }), input);
      const run = await takePlanningRun(tx, actor, id);
      permit(planningRunMay.pin(actor, run));
      run.giveName(name);
      return tx.save(PlanningRun, run);
    });
  }

  /** A pinned proposal stays where it is when the same days are planned again. */
  pinProposedVisit(actor: Actor, id: string, pinned: boolean): Promise<ProposedVisit> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const proposal = await tx.findOneBy(ProposedVisit, { id: knownId('proposed-visit', id) });
      if (!proposal || proposal.prefectureId !== actor.prefectureId) throw notFound('proposed-visit');
      const run = await takePlanningRun(tx, actor, proposal.runId);
      permit(planningRunMay.pin(actor, run));
      await assertNothingWaits(tx, run.id);
      proposal.pin(run, pinned);
      return tx.save(ProposedVisit, proposal);
    });
  }
}

function parseOrder(input: unknown, today: LocalDate): PlanningOrder {
  const last = addDays(today, MAX_DAYS_AHEAD);
  const rules = schema
    .refine(({ from }) => from >= today, { path: ['from'], params: { rule: 'not-past' } })
    .refine(({ from, to }) => to >= from, { path: ['to'], params: { rule: 'not-before-from' } })
    .refine(({ from, to }) => daysBetween(from, to) < LONGEST_PERIOD, {
      path: ['to'],
      params: { rule: 'period-too-long', max: LONGEST_PERIOD },
    })
    .refine(({ to }) => to <= last, { path: ['to'], params: { rule: 'too-far', last } });
  return parseInput(rules, input);
}

/** Two runs at once would propose the same visits twice. */
async function assertNoneOpen(tx: Tx, prefectureId: string): Promise<void> {
  const open = await tx.findOneBy(PlanningRun, { prefectureId, status: In(['QUEUED', 'SOLVING']) });
  if (open) throw new DomainError('CONFLICT', 'planning-run.already-open', { number: open.number });
}

async function nextNumber(tx: Tx, prefectureId: string): Promise<number> {
  const last = await tx.maximum(PlanningRun, 'number', { prefectureId });
  return (last ?? 0) + 1;
}
