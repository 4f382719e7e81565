import {
  type Actor,
  daysBetween,
  knownId,
  type LocalDate,
  localDate,
  notFound,
  parseInput,
  permit,
} from '@banso/kernel';
import type { Reason, Unplaced } from '@banso/planning';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import type {
  PlanComparison,
  PlanFigures,
  SpokenChange,
  VisitExplanation,
  WhyNotAnswer,
} from './plan-answers.js';
import { editedPlan } from './edited-plan.js';
import { comparisonOf } from './plan-comparison.js';
import { planRows } from './plan-editing.js';
import { type PlanRecord, planRecordOf } from './plan-record.queries.js';
import { assignmentOf, periodOf } from './plan-rows.js';
import { speakerFor } from './plan-words.js';
import { planningRunMay } from './planning-run.policy.js';
import { proposedVisitsOf } from './planning-run.queries.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { isByQuota } from './quota-words.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import { VisitExplainer } from './visit-explanation.js';

/** Which visit of which plan. */
export interface VisitOfPlan {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly visitNo: number;
}

export interface WhyNotInput {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly specialistId: string;
  readonly date: LocalDate | null;
}

/** Why a plan is as it is: answered from what the run kept, so also years later. */
export class PlanExplanationService {
  private readonly explainer: VisitExplainer;

  constructor(
    private readonly db: Db,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {
    this.explainer = new VisitExplainer(db, reckoner);
  }

  async explainVisit(
    actor: Actor,
    { runId, supportRequestId, visitNo }: VisitOfPlan,
  ): Promise<VisitExplanation> {
    const record = await this.recordOf(actor, runId);
    return this.explainer.explain(actor, record, { requestId: supportRequestId, visitNo });
  }

  /** As it stands now in its plan, with everything that was edited by hand. */
  async explainProposedVisit(actor: Actor, id: string): Promise<VisitExplanation> {
    const { record, visit } = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const proposal = await tx.findOneBy(ProposedVisit, { id: knownId('proposed-visit', id) });
      if (!proposal || proposal.prefectureId !== actor.prefectureId) throw notFound('proposed-visit');
      return {
        record: await withRows(tx, await planRecordOf(tx, actor, proposal.runId)),
        visit: { requestId: proposal.supportRequestId, visitNo: proposal.visitNo },
      };
    });
    return this.explainer.explain(actor, record, visit);
  }

  async whyNot(actor: Actor, input: WhyNotInput): Promise<WhyNotAnswer> {
    const { run, problem, assignments, unplaced } = await this.recordOf(actor, input.runId);
    const { supportRequestId, specialistId } = input;
    const { date } = parseInput(z.object({ date: localDate().nullable() }), input);
    if (!problem.requests.some(({ id }) => id === supportRequestId)) throw notFound('request');
    if (!problem.specialists.some(({ id }) => id === specialistId)) throw notFound('specialist');
    const question = {
      requestId: supportRequestId,
      specialistId,
      ...(date !== null && { day: daysBetween(run.fromOn, date) }),
    };
    const violation =
      quotaInTheWay(unplaced, supportRequestId) ??
      (await this.reckoner.reckon('whyNot', [problem, assignments, question]));
    const speak = await this.db.read(actor, (tx) => speakerFor(tx, actor, violation ? [violation] : []));
    return {
      runId: run.id,
      supportRequestId,
      specialistId,
      date,
      possible: violation === null,
      ruleId: violation?.ruleId ?? null,
      sentence: violation && speak(violation, run.fromOn),
    };
  }

  async figures(actor: Actor, runId: string): Promise<PlanFigures> {
    const { run, problem, assignments, unplaced } = await this.recordOf(actor, runId);
    const measured = await this.reckoner.reckon('measure', [problem, assignments]);
    // The planner was not asked for these.
    const byQuota = unplaced.filter(isByQuota);
    const townOf = new Map(problem.requests.map(({ id, town }) => [id, town]));
    const keptFrom = (town: string): number =>
      byQuota.filter(({ requestId }) => townOf.get(requestId) === town).length;
    const { towns, load, servedPriority, oneItPersonTowns, movedStanding, waitDays, ...figures } = measured;
    const days = load.map((one) => one.days);
    return {
      ...figures,
      unplaced: figures.unplaced + byQuota.length,
      runId: run.id,
      meanWaitDays: figures.placed === 0 ? 0 : waitDays / figures.placed,
      daysSpread: days.length === 0 ? 0 : Math.max(...days) - Math.min(...days),
      priorityPlaced: servedPriority.placed,
      priorityAsked: servedPriority.asked,
      publishedMoved: movedStanding,
      townsServed: towns.filter(({ placed }) => placed > 0).length,
      townsLeftOut: towns.filter(({ placed }) => placed === 0).length,
      onePersonTownsServed: oneItPersonTowns.served,
      onePersonTowns: oneItPersonTowns.asked,
      towns: towns
        .map(({ town, asked, placed, oneItPerson }) => ({
          municipalityId: town,
          asked: asked + keptFrom(town),
          placed,
          isOnePerson: oneItPerson,
        }))
        .sort((a, b) => b.asked - b.placed - (a.asked - a.placed)),
      specialists: [...load].sort((a, b) => b.days * a.capacity - a.days * b.capacity),
    };
  }

  async compare(actor: Actor, beforeRunId: string, afterRunId: string): Promise<PlanComparison> {
    const [before, after] = await this.db.read(actor, async (tx) => [
      await withHeld(tx, await withRows(tx, await planRecordOf(tx, actor, beforeRunId))),
      await withHeld(tx, await withRows(tx, await planRecordOf(tx, actor, afterRunId))),
    ]);
    return comparisonOf(before, after);
  }

  /** What would make a place for visits that found none, by `planVisitKey`; each plan is read once. */
  async nearestChangesOf(
    actor: Actor,
    keys: readonly string[],
  ): Promise<{ readonly key: string; readonly change: SpokenChange }[]> {
    const visits = keys.map((key) => {
      const [runId = '', requestId = '', visitNo] = key.split(' ');
      return { key, runId, requestId, visitNo: Number(visitNo) };
    });
    const found: { key: string; change: SpokenChange }[] = [];
    for (const runId of new Set(visits.map((visit) => visit.runId))) {
      const record = await this.recordOf(actor, runId);
      for (const visit of visits.filter((one) => one.runId === runId)) {
        const changes = await this.explainer.changes(actor, record, visit);
        found.push(...changes.map((change) => ({ key: visit.key, change })));
      }
    }
    return found;
  }

  private recordOf(actor: Actor, runId: string): Promise<PlanRecord> {
    return this.db.read(actor, async (tx) => withRows(tx, await planRecordOf(tx, actor, runId)));
  }
}

/** Where a quota alone keeps a request from further visits, it is nobody in particular who cannot come. */
function quotaInTheWay(unplaced: readonly Unplaced[], requestId: string): Reason | null {
  const ofRequest = unplaced.filter((visit) => visit.requestId === requestId);
  return ofRequest.every(isByQuota) ? (ofRequest[0]?.reasons[0] ?? null) : null;
}

/** Names a visit of a plan in one word. */
export const planVisitKey = ({ runId, supportRequestId, visitNo }: VisitOfPlan): string =>
  `${runId} ${supportRequestId} ${visitNo}`;

/** The plan as it stands now: it may have been changed by hand since it was made. */
async function withRows(tx: Tx, record: PlanRecord): Promise<PlanRecord> {
  const rows = await planRows(tx, record.run);
  const { problem, assignments } = editedPlan(periodOf(record.run), record, rows);
  const unplaced = rows.leftOut.map(({ supportRequestId, visitNo, reasons }) => ({
    requestId: supportRequestId,
    visitNo,
    reasons,
  }));
  return { ...record, problem, assignments, unplaced };
}

/** Proposals that were pinned before were given to the planner as fixed: they are visits of the plan all the same. */
async function withHeld(tx: Tx, record: PlanRecord): Promise<PlanRecord> {
  const period = periodOf(record.run);
  const planned = new Set(record.assignments.map(({ requestId, visitNo }) => `${requestId} ${visitNo}`));
  const held = (await proposedVisitsOf(tx, [record.run.id]))
    .filter(({ supportRequestId, visitNo }) => !planned.has(`${supportRequestId} ${visitNo}`))
    .map((proposal) => assignmentOf(period, proposal));
  return { ...record, assignments: [...record.assignments, ...held] };
}
