import { type Actor, type LocalDate, notFound } from '@banso/kernel';
import {
  type Assignment,
  DEFAULT_POLICY,
  type Judgement,
  type PlanningRequest,
  type Problem,
  type Violation,
} from '@banso/planning';
import { NEVER, type Tx, versionsOf } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { editedPlan, isAsPlanned, numberOf, type PlanAsRows, rowNumber } from './edited-plan.js';
import type { MoveJudgement } from './plan-answers.js';
import { assignmentOf, periodOf, slotFrom } from './plan-rows.js';
import { spokenViolations } from './plan-violations.js';
import type { Period } from './planning-calendar.js';
import { planningProblem } from './planning-problem.js';
import { PlanningRun } from './planning-run.entity.js';
import { proposedVisitsOf, unplacedVisitsOf } from './planning-run.queries.js';
import { pointsOfMove } from './proposals.js';
import { assertNothingWaits } from './publication/publication-order.queries.js';
import { assertProposed, ProposedVisit } from './proposed-visit.entity.js';
import { quotasAgainst } from './quota-move.js';
import { isByQuota } from './quota-words.js';
import type { Reckoner } from './reckoner.js';
import { priceBetween } from './score-in-tiers.js';
import { type Slot, slotOf } from './slot.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';

/** The calendar waits for it. */
const LOCKED = { first: true };

interface Frame {
  /** Taken, with its record. */
  readonly run: PlanningRun;
  readonly today: LocalDate;
  readonly reckoner: Reckoner;
}

/** One change of a plan by hand: what it means, and what it makes of the plan's rows, its figures and its reasons. */
export class PlanEditing {
  readonly period: Period;

  private constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly frame: Frame,
    private readonly rows: PlanAsRows,
    /** Of today's rows. */
    private readonly problem: Problem,
  ) {
    this.period = periodOf(frame.run);
  }

  static async of(tx: Tx, actor: Actor, frame: Frame): Promise<PlanEditing> {
    assertProposed(frame.run);
    await assertNothingWaits(tx, frame.run.id);
    const rows = await planRows(tx, frame.run);
    return new PlanEditing(tx, actor, frame, rows, await problemOfToday(tx, actor, frame, rows));
  }

  /** What may still be planned of a request. */
  requestOf(supportRequestId: string): PlanningRequest {
    const request = this.problem.requests.find(({ id }) => id === supportRequestId);
    if (!request) throw notFound('request');
    return request;
  }

  /** Puts a visit somewhere: one that lies elsewhere, or one without a place. */
  async put(
    { nightBefore, nightAfter, ...visit }: Assignment,
    from: { readonly dryRun: boolean } & (
      | { readonly proposal: ProposedVisit; readonly unplaced?: undefined }
      | { readonly unplaced: UnplacedVisit; readonly proposal?: undefined }
    ),
  ): Promise<MoveJudgement> {
    const { run } = this.frame;
    if (!this.problem.specialists.some(({ id }) => id === visit.specialistId)) throw notFound('specialist');
    const wanted = { ...visit, ...(nightBefore && { nightBefore }), ...(nightAfter && { nightAfter }) };
    const judged = await this.judge(wanted, wanted);
    const slot = slotFrom(this.period, wanted);
    const moving = {
      supportRequestId: visit.requestId,
      visitNo: visit.visitNo,
      municipalityId: this.requestOf(visit.requestId).town,
    };
    const plan = { proposals: this.rows.proposals, leftOut: this.rows.leftOut.filter(isPublished) };
    const [against = []] = await quotasAgainst(this.tx, this.actor, plan, { moving, slots: [slot] });
    const broken = [...judged.broken, ...against];
    const proposal = from.proposal ?? this.proposalFor(from.unplaced, moving, slot);
    const applied = !from.dryRun && isAllowed(broken);
    if (applied) {
      proposal.edit(run, slot, pointsOf(run, proposal, slot));
      const others = this.rows.proposals.filter(({ id }) => id !== proposal.id);
      await this.settle(judged, {
        proposals: [...others, proposal],
        leftOut: this.rows.leftOut.filter((one) => rowNumber(one) !== rowNumber(moving)),
      });
      if (from.unplaced) await this.tx.delete(UnplacedVisit, keyOf(from.unplaced));
    }
    return this.answer(judged, broken, {
      applied,
      id: proposal.id,
      stands: from.proposal !== undefined || applied,
    });
  }

  /** Takes a visit out of the plan; what it moved of the published plan would be called off. */
  async drop(proposal: ProposedVisit, { dryRun }: { readonly dryRun: boolean }): Promise<MoveJudgement> {
    const judged = await this.judge(assignmentOf(this.period, proposal), null);
    const applied = !dryRun && isAllowed(judged.broken);
    if (applied) {
      const dropped = UnplacedVisit.dropped(proposal);
      await this.tx.delete(ProposedVisit, { id: proposal.id });
      await this.tx.insert(UnplacedVisit, dropped);
      await this.settle(judged, {
        proposals: this.rows.proposals.filter(({ id }) => id !== proposal.id),
        leftOut: [...this.rows.leftOut, dropped],
      });
    }
    return this.answer(judged, judged.broken, { applied, id: proposal.id, stands: !applied });
  }

  private judge(
    { requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>,
    visit: Assignment | null,
  ): Promise<Judgement> {
    const before = this.rows.proposals.map((one) => assignmentOf(this.period, one));
    const edit = { requestId, visitNo, visit };
    return this.frame.reckoner.reckon('judgeEdits', [this.problem, before, [edit]], LOCKED);
  }

  private proposalFor(
    { proposalId, pinned, replacesVisitId, replaces }: UnplacedVisit,
    of: Pick<ProposedVisit, 'supportRequestId' | 'visitNo' | 'municipalityId'>,
    slot: Slot,
  ): ProposedVisit {
    const replacement =
      replacesVisitId !== null && replaces
        ? { visitId: replacesVisitId, slot: slotOf(replaces), points: 0 }
        : null;
    const placed = { ...of, ...slot, travelBeforeMinutes: 0, travelAfterMinutes: 0 };
    return ProposedVisit.of(this.frame.run, placed, {
      id: proposalId ?? undefined,
      pinned,
      replaces: replacement,
    });
  }

  /** The ways, the figures of the run and the reasons of what has no place, as the plan is now. */
  private async settle(judged: Judgement, rows: PlanAsRows): Promise<void> {
    const { run, reckoner } = this.frame;
    const { period } = this;
    const byNumber = new Map(judged.assignments.map((visit) => [numberOf(visit), visit]));
    const given =
      run.problem && run.plan ? { problem: run.problem, assignments: run.plan.assignments } : null;
    for (const proposal of rows.proposals) {
      const visit = byNumber.get(rowNumber(proposal));
      if (visit) proposal.travel({ before: visit.travelBefore, after: visit.travelAfter });
      proposal.markEdited(!given || !isAsPlanned(period, given, proposal));
    }
    await this.tx.save(ProposedVisit, [...rows.proposals]);
    const left = await reckoner.reckon('explainLeftOut', [this.problem, judged.assignments], LOCKED);
    const reasons = new Map(left.map((visit) => [numberOf(visit), visit.reasons]));
    const open = rows.leftOut.filter((row) => !isByQuota(row) && reasons.has(rowNumber(row)));
    for (const row of open) row.explain(reasons.get(rowNumber(row)) ?? []);
    await this.tx.save(UnplacedVisit, open);
    if (!given) return;
    const edited = editedPlan(period, given, rows);
    const figures = await reckoner.reckon('planFigures', [edited, edited.whole], LOCKED);
    run.editedTo({
      ...figures,
      placed: rows.proposals.length,
      unplaced: rows.leftOut.length,
      // What was proven was proven of what the run was given.
      bound: edited.problem === given.problem ? (run.plan?.bound ?? null) : null,
    });
    await this.tx.save(PlanningRun, run);
  }

  private async answer(
    judged: Judgement,
    broken: readonly Violation[],
    { applied, id, stands }: { readonly applied: boolean; readonly id: string; readonly stands: boolean },
  ): Promise<MoveJudgement> {
    const { tx, actor, frame } = this;
    return {
      applied,
      violations: await spokenViolations(tx, actor, frame.run, broken),
      price: priceBetween(judged.before, judged.after),
      version: (await versionsOf(tx, actor, 'proposed_visit', [id])).get(id) ?? NEVER,
      runId: frame.run.id,
      proposedVisitId: stands ? id : null,
    };
  }
}

const isAllowed = (broken: readonly Violation[]): boolean => !broken.some(({ level }) => level === 'hard');
const isPublished = ({ replacesVisitId }: UnplacedVisit): boolean => replacesVisitId !== null;
const keyOf = ({ runId, supportRequestId, visitNo }: UnplacedVisit) => ({ runId, supportRequestId, visitNo });

function pointsOf({ policy }: PlanningRun, { replaces }: ProposedVisit, to: Slot): number | null {
  const { weights } = policy ?? DEFAULT_POLICY;
  return replaces && pointsOfMove(weights, slotOf(replaces), to);
}

/** What a plan proposes and leaves out, as it stands. */
export const planRows = async (tx: Tx, { id }: PlanningRun): Promise<PlanAsRows> => ({
  proposals: await proposedVisitsOf(tx, [id]),
  leftOut: await unplacedVisitsOf(tx, [id]),
});

/** What a plan is judged by when it is changed, as when it is published: the rows of today. */
export async function problemOfToday(
  tx: Tx,
  actor: Actor,
  { run, today }: { readonly run: PlanningRun; readonly today: LocalDate },
  { proposals, leftOut }: PlanAsRows,
): Promise<Problem> {
  return planningProblem(tx, actor, {
    period: periodOf(run),
    today,
    requests: await requestsToPlan(tx, actor),
    held: [],
    released: new Set([...proposals, ...leftOut].flatMap(({ replacesVisitId }) => replacesVisitId ?? [])),
    frozen: run.movePublished,
  });
}
