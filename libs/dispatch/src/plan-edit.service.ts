import {
  type Actor,
  Clock,
  knownId,
  MINUTES_PER_DAY,
  notFound,
  parseInput,
  permit,
  uuid,
} from '@banso/kernel';
import { type Assignment, type Judgement, type Score } from '@banso/planning';
import { Db, NEVER, requireSeen, type Tx, versionsOf } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import type { MoveJudgement } from './plan-answers.js';
import { wholeOf } from './plan-part.js';
import { assignmentOf, periodOf, slotFrom } from './plan-rows.js';
import { spokenViolations } from './plan-violations.js';
import { minuteOf } from './planning-calendar.js';
import { planningProblem, SLOT_STEP } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { proposedVisitsOf, takePlanningRun, unplacedVisitsOf } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { quotasAgainstMove } from './quota-move.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import { priceBetween } from './score-in-tiers.js';

const schema = z.object({
  specialistId: uuid(),
  startsAt: z
    .date()
    .refine((at) => at.getTime() % (SLOT_STEP * 60_000) === 0, { params: { rule: 'step', step: SLOT_STEP } }),
  mode: z.enum(['ON_SITE', 'ONLINE']),
  dryRun: z.boolean().default(false),
  /** The version of the proposal that the dispatcher has before them. */
  seen: z.string().nullish(),
});

/** Where a proposal lies; its ways change with those beside it. */
const PLACE = ['specialistId', 'mode', 'startsAt', 'endsAt'] as const;

/** The calendar waits for it. */
const LOCKED = { first: true };

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
      permit(planningRunMay.read(actor));
      const proposal = await tx.findOneBy(ProposedVisit, { id: knownId('proposed-visit', id) });
      if (!proposal || proposal.prefectureId !== actor.prefectureId) throw notFound('proposed-visit');
      const { dryRun, seen: version, ...wish } = parseInput(schema, input);
      await lockCalendar(tx, actor);
      const run = await takePlanningRun(tx, actor, proposal.runId);
      permit(planningRunMay.pin(actor, run));
      if (!dryRun)
        await requireSeen(tx, actor, { entity: ProposedVisit, id: proposal.id, version, properties: PLACE });
      const proposals = await proposedVisitsOf(tx, [run.id]);
      const judged = await this.judge(tx, actor, run, proposals, { id, ...wish });
      const against = await quotasAgainstMove(tx, actor, await wholeOf(tx, run), { id, ...wish });
      const broken = [...judged.broken, ...against];
      const applied = !dryRun && !broken.some(({ level }) => level === 'hard');
      if (applied) {
        const score = await this.scoreWith(run, place(run, proposals, judged.assignments, id));
        await tx.save(ProposedVisit, [...proposals]);
        if (score) run.editedTo(score);
        await tx.save(PlanningRun, run);
      }
      return {
        applied,
        violations: await spokenViolations(tx, actor, run, broken),
        price: priceBetween(judged.before, judged.after),
        version: (await versionsOf(tx, actor, 'proposed_visit', [proposal.id])).get(proposal.id) ?? NEVER,
      };
    });
  }

  private async judge(
    tx: Tx,
    actor: Actor,
    run: PlanningRun,
    proposals: readonly ProposedVisit[],
    { id, ...wish }: { readonly id: string } & Omit<z.output<typeof schema>, 'dryRun' | 'seen'>,
  ): Promise<Judgement> {
    const period = periodOf(run);
    const leftOut = await unplacedVisitsOf(tx, [run.id]);
    const problem = await planningProblem(tx, actor, {
      period,
      today: this.clock.today(),
      requests: await requestsToPlan(tx, actor),
      held: [],
      released: new Set([...proposals, ...leftOut].flatMap(({ replacesVisitId }) => replacesVisitId ?? [])),
      frozen: run.movePublished,
    });
    const before = proposals.map((proposal) => assignmentOf(period, proposal));
    const index = proposals.findIndex((proposal) => proposal.id === id);
    const old = before[index];
    if (!old) throw notFound('proposed-visit');
    if (!problem.specialists.some((one) => one.id === wish.specialistId)) throw notFound('specialist');
    const start = minuteOf(period, wish.startsAt);
    const { specialistId, mode } = wish;
    const { nightBefore: _before, nightAfter: _after, ...dayTrip } = old;
    // Nights belong to a day of one specialist.
    const staysThere = specialistId === old.specialistId && mode === old.mode && isSameDay(start, old.start);
    const visit = {
      ...(staysThere ? old : dayTrip),
      specialistId,
      mode,
      start,
      end: start + old.end - old.start,
    };
    const edit = { requestId: old.requestId, visitNo: old.visitNo, visit };
    return this.reckoner.reckon('judgeEdits', [problem, before, [edit]], LOCKED);
  }

  /** Under the problem that the run was given, so that it can be compared with its bound. */
  private async scoreWith(run: PlanningRun, proposals: readonly ProposedVisit[]): Promise<Score | null> {
    const { problem, plan } = run;
    if (!problem || !plan) return null;
    const period = periodOf(run);
    const edited = new Map(
      proposals
        .map((proposal) => assignmentOf(period, proposal))
        .map((visit) => [numberOf(visit), visit] as const),
    );
    const assignments = plan.assignments.map((visit) => edited.get(numberOf(visit)) ?? visit);
    return this.reckoner.reckon('scoreOf', [problem, assignments], LOCKED);
  }
}

const numberOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;

const isSameDay = (a: number, b: number): boolean =>
  Math.floor(a / MINUTES_PER_DAY) === Math.floor(b / MINUTES_PER_DAY);

/** Puts the proposals where they lie after the change, each with its ways. */
function place(
  run: PlanningRun,
  proposals: readonly ProposedVisit[],
  after: readonly Assignment[],
  id: string,
): readonly ProposedVisit[] {
  const period = periodOf(run);
  const byNumber = new Map(after.map((visit) => [numberOf(visit), visit]));
  for (const proposal of proposals) {
    const visit = byNumber.get(`${proposal.supportRequestId} ${proposal.visitNo}`);
    if (!visit) continue;
    if (proposal.id === id) proposal.edit(run, slotFrom(period, visit));
    proposal.travel({ before: visit.travelBefore, after: visit.travelAfter });
  }
  return proposals;
}
