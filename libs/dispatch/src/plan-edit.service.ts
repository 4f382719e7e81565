import {
  type Actor,
  Clock,
  DomainError,
  knownId,
  MINUTES_PER_DAY,
  notFound,
  parseInput,
  permit,
  uuid,
} from '@banso/kernel';
import type { Assignment } from '@banso/planning';
import { Db, NEVER, requireSeen, type Tx } from '@banso/platform';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import type { MoveJudgement } from './plan-answers.js';
import { PlanEditing } from './plan-editing.js';
import { assignmentOf } from './plan-rows.js';
import { minuteOf } from './planning-calendar.js';
import { SLOT_STEP } from './planning-problem.js';
import type { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { takePlanningRun } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';

const place = {
  specialistId: uuid(),
  startsAt: z
    .date()
    .refine((at) => at.getTime() % (SLOT_STEP * 60_000) === 0, { params: { rule: 'step', step: SLOT_STEP } }),
  mode: z.enum(['ON_SITE', 'ONLINE']),
  /** Nights in the town; left out = as the visit had them where it stays on its day, else none. */
  nightBefore: z.boolean().nullish(),
  nightAfter: z.boolean().nullish(),
};
const consent = {
  dryRun: z.boolean().default(false),
  /** The version of the proposal that the dispatcher has before them. */
  seen: z.string().nullish(),
};
const moveSchema = z.object({ ...place, ...consent });
const placeSchema = z.object({
  supportRequestId: uuid(),
  visitNo: z.int().min(1).max(1_000),
  ...place,
  ...consent,
});
const dropSchema = z.object(consent);

/** Where a proposal lies; its ways change with those beside it. */
const PLACE = ['specialistId', 'mode', 'startsAt', 'endsAt'] as const;

/** A plan edited by hand: judged at once, against today's rows, as it will be when it is published. */
export class PlanEditService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** Puts a proposal elsewhere, unless a hard rule stands against it; `dryRun` only judges. */
  move(actor: Actor, id: string, input: unknown): Promise<MoveJudgement> {
    return this.db.write(actor, async (tx) => {
      const runId = await this.runOf(tx, actor, id);
      const { dryRun, seen, ...wish } = parseInput(moveSchema, input);
      const run = await this.takeRun(tx, actor, runId);
      const proposal = await takeProposal(tx, actor, { id, seen: dryRun ? null : seen });
      const editing = await PlanEditing.of(tx, actor, {
        run,
        today: this.clock.today(),
        reckoner: this.reckoner,
      });
      const old = assignmentOf(editing.period, proposal);
      const start = minuteOf(editing.period, wish.startsAt);
      const { specialistId, mode } = wish;
      // Nights belong to a day of one specialist.
      const stays = specialistId === old.specialistId && mode === old.mode && isSameDay(start, old.start);
      const visit: Assignment = {
        ...old,
        specialistId,
        mode,
        start,
        end: start + old.end - old.start,
        nightBefore: wish.nightBefore ?? (stays && proposal.nightBefore),
        nightAfter: wish.nightAfter ?? (stays && proposal.nightAfter),
      };
      return editing.put(visit, { proposal, dryRun });
    });
  }

  /** Puts a visit without a place into the plan, unless a hard rule stands against it. */
  place(actor: Actor, runId: string, input: unknown): Promise<MoveJudgement> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const { dryRun, seen, supportRequestId, visitNo, ...wish } = parseInput(placeSchema, input);
      const run = await this.takeRun(tx, actor, knownId('planning-run', runId));
      const key = { runId: run.id, supportRequestId, visitNo };
      const unplaced = await tx.findOneBy(UnplacedVisit, key);
      if (!unplaced) throw await placedAlready(tx, actor, { ...key, seen });
      const editing = await PlanEditing.of(tx, actor, {
        run,
        today: this.clock.today(),
        reckoner: this.reckoner,
      });
      const request = editing.requestOf(supportRequestId);
      const start = minuteOf(editing.period, wish.startsAt);
      const visit: Assignment = {
        requestId: supportRequestId,
        visitNo,
        specialistId: wish.specialistId,
        mode: wish.mode,
        start,
        end: start + request.minutes,
        travelBefore: 0,
        travelAfter: 0,
        nightBefore: wish.nightBefore === true,
        nightAfter: wish.nightAfter === true,
      };
      return editing.put(visit, { unplaced, dryRun });
    });
  }

  /** Takes a proposal out of the plan; its visit is then without a place, with the reasons as they are found. */
  drop(actor: Actor, id: string, input: unknown): Promise<MoveJudgement> {
    return this.db.write(actor, async (tx) => {
      const runId = await this.runOf(tx, actor, id);
      const { dryRun, seen } = parseInput(dropSchema, input);
      const run = await this.takeRun(tx, actor, runId);
      const proposal = await takeProposal(tx, actor, { id, seen: dryRun ? null : seen });
      const editing = await PlanEditing.of(tx, actor, {
        run,
        today: this.clock.today(),
        reckoner: this.reckoner,
      });
      return editing.drop(proposal, { dryRun });
    });
  }

  /** The run of a proposal, also of one that was taken out. */
  private async runOf(tx: Tx, actor: Actor, id: string): Promise<string> {
    permit(planningRunMay.read(actor));
    const known = knownId('proposed-visit', id);
    const found =
      (await tx.findOneBy(ProposedVisit, { id: known })) ??
      (await tx.findOneBy(UnplacedVisit, { proposalId: known }));
    if (!found || found.prefectureId !== actor.prefectureId) throw notFound('proposed-visit');
    return found.runId;
  }

  private async takeRun(tx: Tx, actor: Actor, runId: string): Promise<PlanningRun> {
    await lockCalendar(tx, actor);
    const run = await takePlanningRun(tx, actor, runId);
    permit(planningRunMay.pin(actor, run));
    return run;
  }
}

/** As it is now that nobody else can change it. Somebody may have changed it, or taken it out, while we waited. */
async function takeProposal(
  tx: Tx,
  actor: Actor,
  { id, seen: version }: { readonly id: string; readonly seen: string | null | undefined },
): Promise<ProposedVisit> {
  await requireSeen(tx, actor, { entity: ProposedVisit, id, version, properties: PLACE });
  const proposal = await tx.findOneBy(ProposedVisit, { id });
  if (!proposal) throw new DomainError('CONFLICT', 'plan.visit-taken-out');
  return proposal;
}

/** Somebody else was first: who, and where it lies. */
async function placedAlready(
  tx: Tx,
  actor: Actor,
  {
    seen,
    ...key
  }: {
    readonly runId: string;
    readonly supportRequestId: string;
    readonly visitNo: number;
    readonly seen: string | null | undefined;
  },
): Promise<DomainError> {
  const proposal = await tx.findOneBy(ProposedVisit, key);
  if (!proposal) return notFound('visit');
  const version = seen ?? NEVER;
  await requireSeen(tx, actor, { entity: ProposedVisit, id: proposal.id, version, properties: PLACE });
  return new DomainError('CONFLICT', 'plan.visit-placed');
}

const isSameDay = (a: number, b: number): boolean =>
  Math.floor(a / MINUTES_PER_DAY) === Math.floor(b / MINUTES_PER_DAY);
