import { municipalitiesByIds } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { fiscalYearOf, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import { findTheme, specialistsByIds } from '@banso/talent';
import { In } from 'typeorm';
import { ReportStep } from '../visit/report-step.entity.js';
import { SupportEvaluation } from '../visit/support-evaluation.entity.js';
import { VisitReport } from '../visit/visit-report.entity.js';
import { townSizeOf, type TownSize } from './case-fields.js';
import type { CaseReport } from './case-report.entity.js';
import type { CaseFacts } from './case-sheet.js';

/** What is told of a case beside its sheet. */
export interface GatheredCase {
  readonly facts: CaseFacts;
  readonly themeId: string | null;
  readonly townSize: TownSize;
  readonly fiscalYear: number;
}

const MINUTE = 60_000;

/** Gathers visits, hours, steps and evaluations of a case whose report the actor was already allowed to see. */
export async function gatherCase(
  tx: Tx,
  actor: Actor,
  report: CaseReport,
  names: readonly string[],
): Promise<GatheredCase> {
  const { supportRequestId } = report;
  const [request] = await supportRequestsByIds(tx, actor, [supportRequestId]);
  const [town] = await municipalitiesByIds(tx, [report.municipalityId]);
  const theme = request?.themeId ? await findTheme(tx, request.themeId) : null;
  const reports = await tx.find(VisitReport, {
    where: { supportRequestId, status: In(['SUBMITTED', 'CONFIRMED']) },
    order: { startedAt: 'ASC', id: 'ASC' },
  });
  const steps = await tx.find(ReportStep, {
    where: { supportRequestId, status: In(['OPEN', 'CLOSED']) },
    order: { dueOn: 'ASC', position: 'ASC', id: 'ASC' },
  });
  const evaluations = await tx.find(SupportEvaluation, {
    where: { supportRequestId },
    order: { evaluatedAt: 'ASC', id: 'ASC' },
  });
  const specialists = await specialistsByIds(tx, actor, [
    ...new Set(reports.map(({ specialistId }) => specialistId)),
  ]);
  const townSize = townSizeOf(town?.population ?? 0);
  const first = reports.at(0)?.startedAt ?? report.draftedAt;
  return {
    themeId: request?.themeId ?? null,
    townSize,
    fiscalYear: fiscalYearOf(localDateOf(first)),
    facts: {
      number: request?.number ?? '',
      town: { name: town?.name ?? '', size: townSize },
      theme: theme?.name ?? '',
      title: request?.title ?? '',
      trouble: request?.trouble ?? '',
      specialists: specialists.map(({ name }) => name),
      visits: reports.map(({ startedAt, endedAt, mode, result, topics, done, attendance, internalNote }) => ({
        date: localDateOf(startedAt),
        minutes: Math.round((endedAt.getTime() - startedAt.getTime()) / MINUTE),
        online: mode === 'ONLINE',
        result,
        topics,
        done,
        attendance,
        internalNote,
      })),
      steps: steps.map(({ what, owner, dueOn, status }) => ({
        what,
        owner,
        dueOn,
        closed: status === 'CLOSED',
      })),
      evaluations,
      names,
    },
  };
}
