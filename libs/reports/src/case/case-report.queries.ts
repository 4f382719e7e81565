import { type Actor, knownId, notFound, type Page, type PageRequest, parseInput } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { visibleCaseReports } from '../reports.policy.js';
import { TOWN_SIZES } from './case-fields.js';
import { CASE_REPORT_STATUSES, CaseReport, CaseReportEvent } from './case-report.entity.js';
import { SharedCase } from './shared-case.entity.js';

const visible = (tx: Tx, actor: Actor): SelectQueryBuilder<CaseReport> => {
  const { where, parameters } = visibleCaseReports(actor);
  return tx.createQueryBuilder(CaseReport, 'report').where(`(${where})`, { ...parameters });
};

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<CaseReport> =>
  visible(tx, actor).andWhere('report.id = :id', { id: knownId('case-report', id) });

export async function getCaseReport(tx: Tx, actor: Actor, id: string): Promise<CaseReport> {
  const report = await byId(tx, actor, id).getOne();
  if (!report) throw notFound('case-report');
  return report;
}

/** Loads and locks it for a change. */
export async function takeCaseReport(tx: Tx, actor: Actor, id: string): Promise<CaseReport> {
  const report = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
  if (!report) throw notFound('case-report');
  return report;
}

/** Saves the row with what happened to it. */
export async function saveCaseReport(tx: Tx, report: CaseReport): Promise<CaseReport> {
  await tx.save(CaseReport, report);
  const events = report.newEvents.splice(0);
  if (events.length > 0) await tx.insert(CaseReportEvent, events);
  return report;
}

/** Of these cases. */
export function caseReportsOfCases(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<CaseReport[]> {
  return visible(tx, actor)
    .andWhere('report.supportRequestId = ANY(:supportRequestIds)', { supportRequestIds })
    .getMany();
}

/** The histories of reports that the caller has already been allowed to see, oldest first. */
export function caseReportHistoriesOf(tx: Tx, ids: readonly string[]): Promise<CaseReportEvent[]> {
  return tx.find(CaseReportEvent, {
    where: { caseReportId: In([...ids]) },
    order: { at: 'ASC', seq: 'ASC' },
  });
}

const filterSchema = z.object({ statuses: z.array(z.enum(CASE_REPORT_STATUSES)).nullish() });
export type CaseReportFilter = z.input<typeof filterSchema>;

/** The latest first. */
export function listCaseReports(
  tx: Tx,
  actor: Actor,
  filter: CaseReportFilter,
  page: PageRequest,
): Promise<Page<CaseReport>> {
  const { statuses } = parseInput(filterSchema, filter);
  const query = visible(tx, actor);
  if (statuses?.length) query.andWhere('report.status IN (:...statuses)', { statuses });
  return keysetPage(
    query,
    {
      by: ['report.draftedAt', 'report.id'],
      order: 'DESC',
      keyOf: (row) => [row.draftedAt.toISOString(), row.id],
    },
    page,
  );
}

const sharedSchema = z.object({
  themeId: z.string().max(20).nullish(),
  townSize: z.enum(TOWN_SIZES).nullish(),
});
export type SharedCaseFilter = z.input<typeof sharedSchema>;

const shared = (tx: Tx, actor: Actor): SelectQueryBuilder<SharedCase> =>
  tx
    .createQueryBuilder(SharedCase, 'shared')
    .where('shared.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });

/** Cases that towns let others read, the latest first. */
export function listSharedCases(
  tx: Tx,
  actor: Actor,
  filter: SharedCaseFilter,
  page: PageRequest,
): Promise<Page<SharedCase>> {
  const { themeId, townSize } = parseInput(sharedSchema, filter);
  const query = shared(tx, actor);
  if (themeId) query.andWhere('shared.themeId = :themeId', { themeId });
  if (townSize) query.andWhere('shared.townSize = :townSize', { townSize });
  return keysetPage(
    query,
    {
      by: ['shared.publishedAt', 'shared.id'],
      order: 'DESC',
      keyOf: (row) => [row.publishedAt.toISOString(), row.id],
    },
    page,
  );
}

export async function getSharedCase(tx: Tx, actor: Actor, id: string): Promise<SharedCase> {
  const found = await shared(tx, actor)
    .andWhere('shared.id = :id', { id: knownId('shared-case', id) })
    .getOne();
  if (!found) throw notFound('shared-case');
  return found;
}
