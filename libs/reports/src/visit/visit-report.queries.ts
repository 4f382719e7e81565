import {
  type Actor,
  daysBetween,
  knownId,
  localDate,
  localDateOf,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  text,
  uuid,
} from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { visibleReports, visibleSteps } from '../reports.policy.js';
import { ReportStep, STEP_STATUSES } from './report-step.entity.js';
import { STEP_OWNERS, VisitReport } from './visit-report.entity.js';

const reports = (tx: Tx, actor: Actor): SelectQueryBuilder<VisitReport> => {
  const { where, parameters } = visibleReports(actor);
  return tx.createQueryBuilder(VisitReport, 'report').where(`(${where})`, { ...parameters });
};

/** The report of a visit that the actor was already allowed to see; null: none, or none that the actor may read. */
export function reportOfVisit(tx: Tx, actor: Actor, visitId: string): Promise<VisitReport | null> {
  return reports(tx, actor).andWhere('report.visitId = :visitId', { visitId }).getOne();
}

/** @throws DomainError NOT_FOUND for one that the actor may not read */
export async function getVisitReport(tx: Tx, actor: Actor, id: string): Promise<VisitReport> {
  const report = await reports(tx, actor)
    .andWhere('report.id = :id', { id: knownId('visit-report', id) })
    .getOne();
  if (!report) throw notFound('visit-report');
  return report;
}

/** By visit, for lists. */
export function reportsOfVisits(tx: Tx, actor: Actor, visitIds: readonly string[]): Promise<VisitReport[]> {
  return reports(tx, actor).andWhere('report.visitId = ANY(:visitIds)', { visitIds }).getMany();
}

/** In the order of the visits. */
export function reportsOfCase(tx: Tx, actor: Actor, supportRequestId: string): Promise<VisitReport[]> {
  return reports(tx, actor)
    .andWhere('report.supportRequestId = :supportRequestId', { supportRequestId })
    .orderBy('report.startedAt')
    .addOrderBy('report.id')
    .getMany();
}

const steps = (tx: Tx, actor: Actor): SelectQueryBuilder<ReportStep> => {
  const { where, parameters } = visibleSteps(actor);
  return tx.createQueryBuilder(ReportStep, 'step').where(`(${where})`, { ...parameters });
};

/** Loads and locks it for a change. */
export async function takeStep(tx: Tx, actor: Actor, id: string): Promise<ReportStep> {
  const step = await steps(tx, actor)
    .andWhere('step.id = :id', { id: knownId('report-step', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!step) throw notFound('report-step');
  return step;
}

/** Of these cases, in the order in which they are due. */
export function stepsOfCases(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<ReportStep[]> {
  return steps(tx, actor)
    .andWhere('step.supportRequestId = ANY(:supportRequestIds)', { supportRequestIds })
    .orderBy('step.dueOn')
    .addOrderBy('step.position')
    .addOrderBy('step.id')
    .getMany();
}

const filterSchema = z.object({
  statuses: z.array(z.enum(STEP_STATUSES)).nullish(),
  owners: z.array(z.enum(STEP_OWNERS)).nullish(),
  supportRequestId: uuid().nullish(),
  municipalityId: text(6).nullish(),
});
export type StepFilter = z.input<typeof filterSchema>;

/** The next steps that an actor can see, the first due first. */
export function listSteps(
  tx: Tx,
  actor: Actor,
  filter: StepFilter,
  page: PageRequest,
): Promise<Page<ReportStep>> {
  const wanted = parseInput(filterSchema, filter);
  const query = steps(tx, actor);
  if (wanted.statuses?.length) query.andWhere('step.status IN (:...statuses)', { statuses: wanted.statuses });
  if (wanted.owners?.length) query.andWhere('step.owner IN (:...owners)', { owners: wanted.owners });
  for (const key of ['supportRequestId', 'municipalityId'] as const)
    if (wanted[key]) query.andWhere(`step.${key} = :${key}`, { [key]: wanted[key] });
  return keysetPage(
    query,
    { by: ['step.dueOn', 'step.id'], order: 'ASC', keyOf: (step) => [step.dueOn, step.id] },
    page,
  );
}

/** How long a step may take to count as done in time, in days. */
export const STEP_GOAL_DAYS = 90;

export interface StepFigures {
  /** Agreed in the period. */
  readonly agreed: number;
  /** Closed within 90 days of that. */
  readonly inTime: number;
  /** Not closed in time, or open although their 90 days are over. */
  readonly late: number;
  /** Open, with days left: neither. */
  readonly running: number;
}

const periodSchema = z
  .object({ from: localDate(), to: localDate() })
  .refine(({ from, to }) => to >= from, { path: ['to'], params: { rule: 'not-before-from' } })
  .refine(({ from, to }) => daysBetween(from, to) <= 3_660, {
    path: ['to'],
    params: { rule: 'period-too-long', max: 3_660 },
  });

/** What became of the steps that were agreed in a period (both days included); the share in time is `inTime / (inTime + late)`. */
export async function stepFigures(
  tx: Tx,
  actor: Actor,
  period: { readonly from: string; readonly to: string },
  now: Date,
): Promise<StepFigures> {
  const { from, to } = parseInput(periodSchema, period);
  const inTime = `step.closed_at IS NOT NULL AND (step.closed_at AT TIME ZONE 'Asia/Tokyo')::date - step.agreed_on <= ${STEP_GOAL_DAYS}`;
  const running = `step.closed_at IS NULL AND :today::date - step.agreed_on <= ${STEP_GOAL_DAYS}`;
  const row = await steps(tx, actor)
    .andWhere('step.agreedOn BETWEEN :from AND :to', { from, to, today: localDateOf(now) })
    .select('count(*)::int', 'agreed')
    .addSelect(`count(*) FILTER (WHERE ${inTime})::int`, 'inTime')
    .addSelect(`count(*) FILTER (WHERE ${running})::int`, 'running')
    .getRawOne<{ agreed: number; inTime: number; running: number }>();
  const { agreed = 0, inTime: done = 0, running: open = 0 } = row ?? {};
  return { agreed, inTime: done, late: agreed - done - open, running: open };
}
