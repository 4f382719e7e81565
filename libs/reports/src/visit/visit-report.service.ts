import { randomUUID } from 'node:crypto';
import { completeVisit, getVisit, lockCalendar, saveVisits, takeVisit, type Visit } from '@banso/dispatch';
import {
  type Actor,
  badInput,
  type Change,
  Clock,
  DomainError,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { type NoticeKind, noticesSettled } from '@banso/notices';
import { Db, NEVER, requireSeen, type Tx } from '@banso/platform';
import { z } from 'zod';
import { tellOfVisit } from '../notices.js';
import { may } from '../reports.policy.js';
import { moveCase } from './case-course.js';
import { ReportStep } from './report-step.entity.js';
import { VisitReport } from './visit-report.entity.js';
import { parseReport, requireWhole } from './visit-report-input.js';
import { takeStep } from './visit-report.queries.js';

const confirmSchema = z.object({
  thanks: text(300, 0)
    .nullish()
    .transform((value) => value || null),
  reason: text(500, 0)
    .nullish()
    .transform((value) => value || null),
});
const returnSchema = z.object({ reason: text(500) });
const noteSchema = z.object({
  note: text(300, 0)
    .nullish()
    .transform((value) => value || null),
});

const CONTENT = [
  'result',
  'topics',
  'done',
  'steps',
  'startedAt',
  'endedAt',
  'mode',
  'attendance',
  'internalNote',
] as const;

/** What a report that is handed in was asked for by. */
const WRITING: readonly NoticeKind[] = [
  'VISIT_REPORT_DUE',
  'VISIT_REPORT_OVERDUE',
  'VISIT_REPORT_LATE',
  'VISIT_REPORT_RETURNED',
];
/** What a town's answer to it was asked for by. */
const READING: readonly NoticeKind[] = ['VISIT_REPORTED', 'CONFIRMATION_OVERDUE'];

/** Each time a report is handed in is told once. */
const turnOf = ({ id, submittedAt }: VisitReport): string => `${id}:${submittedAt?.toISOString() ?? ''}`;

/** 訪問報告: written by whoever came, confirmed or sent back by the town. */
export class VisitReportService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Keeps what was written so far; from the end of the visit on. */
  save(actor: Actor, visitId: string, input: unknown): Promise<VisitReport> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, visitId);
      permit(may.write(actor, visit));
      return this.keep(tx, visit, { actor, input });
    });
  }

  /** Keeps it and hands it in: the visit is done and reported, its next steps begin. */
  submit(actor: Actor, visitId: string, input: unknown): Promise<VisitReport> {
    return this.db.write(actor, async (tx) => {
      permit(may.write(actor, await getVisit(tx, actor, visitId)));
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, visitId);
      const report = await this.keep(tx, visit, { actor, input });
      const change = { actor, at: this.clock.now() };
      requireWhole(report, change.at);
      report.submit(change);
      if (visit.isAhead) await completeVisit(tx, visit, change);
      visit.report(change);
      await tx.save(VisitReport, report);
      await saveVisits(tx, [visit]);
      await beginSteps(tx, report);
      await moveCase(tx, visit.supportRequestId, change);
      await noticesSettled(tx, change, { type: 'VISIT', id: visit.id }, WRITING);
      await tellOfVisit(tx, change, visit, {
        kind: 'VISIT_REPORTED',
        to: { municipalityId: visit.municipalityId },
        key: turnOf(report),
      });
      return report;
    });
  }

  /** `{ thanks, reason }`: the reason is for the hub, which confirms for a town that cannot be reached. */
  confirm(actor: Actor, visitId: string, input: unknown): Promise<VisitReport> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, visitId);
      permit(may.confirm(actor, visit));
      const { thanks, reason } = parseInput(confirmSchema, input);
      const standsIn = actor.role === 'HUB_STAFF';
      if (standsIn && !reason) throw badInput({ path: 'reason', rule: 'required' });
      const change: Change = { actor, at: this.clock.now(), reason: standsIn ? reason : null };
      const report = await takeReport(tx, visit);
      report.confirm(change, standsIn ? null : thanks);
      visit.receive(change);
      await this.keepBoth(tx, report, visit);
      await moveCase(tx, visit.supportRequestId, change);
      await noticesSettled(tx, change, { type: 'VISIT', id: visit.id }, READING);
      await tellOfVisit(tx, change, visit, {
        kind: 'VISIT_REPORT_CONFIRMED',
        to: { specialistId: visit.specialistId },
        key: turnOf(report),
      });
      return report;
    });
  }

  /** 差戻し: with the reason that the writer reads. */
  return(actor: Actor, visitId: string, input: unknown): Promise<VisitReport> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, visitId);
      permit(may.return(actor, visit));
      const { reason } = parseInput(returnSchema, input);
      const change = { actor, at: this.clock.now(), reason };
      const report = await takeReport(tx, visit);
      report.return(change);
      visit.returnReport(change);
      await this.keepBoth(tx, report, visit);
      await moveCase(tx, visit.supportRequestId, change);
      await noticesSettled(tx, change, { type: 'VISIT', id: visit.id }, READING);
      await tellOfVisit(tx, change, visit, {
        kind: 'VISIT_REPORT_RETURNED',
        to: { specialistId: visit.specialistId },
        key: turnOf(report),
      });
      return report;
    });
  }

  /** The side whose turn it was has done it; the hub says for others how it knows. */
  closeStep(actor: Actor, id: string, input: unknown): Promise<ReportStep> {
    return this.db.write(actor, async (tx) => {
      const step = await takeStep(tx, actor, id);
      permit(may.closeStep(actor, step));
      const { note } = parseInput(noteSchema, input);
      if (actor.role === 'HUB_STAFF' && step.owner !== 'HUB' && !note)
        throw badInput({ path: 'note', rule: 'required' });
      step.close({ actor, at: this.clock.now() }, note);
      await tx.save(ReportStep, step);
      return step;
    });
  }

  private async keep(
    tx: Tx,
    visit: Visit,
    { actor, input }: { readonly actor: Actor; readonly input: unknown },
  ): Promise<VisitReport> {
    const now = this.clock.now();
    if (!visit.isAhead && visit.status !== 'DONE')
      throw new DomainError('INVALID_STATE', 'visit-report.not-in-state', { status: visit.status });
    if (now < visit.endsAt) throw new DomainError('INVALID_STATE', 'visit-report.too-early');
    const { seen, content } = parseReport(input, visit);
    const before = await tx.findOneBy(VisitReport, { visitId: visit.id });
    // Ids are ours: whoever sends another one means a new step.
    const known = new Set(before?.steps.map(({ id }) => id));
    const steps = content.steps.map((step) => (known.has(step.id) ? step : { ...step, id: randomUUID() }));
    const whole = { ...content, steps };
    const report = before ?? VisitReport.draft(visit, whole, now);
    if (before) {
      await requireSeen(tx, actor, {
        entity: VisitReport,
        id: before.id,
        version: seen ?? NEVER,
        properties: CONTENT,
      });
      report.revise(whole, now);
    }
    return tx.save(VisitReport, report);
  }

  private async keepBoth(tx: Tx, report: VisitReport, visit: Visit): Promise<void> {
    await tx.save(VisitReport, report);
    await saveVisits(tx, [visit]);
  }
}

/** Its visit is locked, so nobody else changes it. */
async function takeReport(tx: Tx, visit: Visit): Promise<VisitReport> {
  const report = await tx.findOneBy(VisitReport, { visitId: visit.id });
  if (!report) throw new DomainError('INVALID_STATE', 'visit-report.not-in-state', { status: visit.status });
  return report;
}

/** The steps of a report become rows; of one that is handed in again, those that are gone are dropped. */
async function beginSteps(tx: Tx, report: VisitReport): Promise<void> {
  const before = await tx.findBy(ReportStep, { reportId: report.id });
  const written = report.steps.map((step, i) => {
    const row = before.find(({ id }) => id === step.id);
    if (!row) return ReportStep.of(report, step, i + 1);
    row.rewrite(step, i + 1);
    return row;
  });
  const gone = before.filter(({ id }) => !report.steps.some((step) => step.id === id));
  for (const step of gone) step.drop();
  await tx.save(ReportStep, [...written, ...gone]);
}
