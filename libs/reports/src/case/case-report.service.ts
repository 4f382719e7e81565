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
import { noticesSettled } from '@banso/notices';
import { Db, NEVER, requireSeen, type Tx } from '@banso/platform';
import { type Audience, namesToHide, takeSupportRequest } from '@banso/support';
import { z } from 'zod';
import { tellOfCase } from '../notices.js';
import { may } from '../reports.policy.js';
import { VisitReport } from '../visit/visit-report.entity.js';
import { gatherCase } from './case-facts.js';
import { CLOSABLE_FIELDS } from './case-fields.js';
import { CaseReport } from './case-report.entity.js';
import { getCaseReport, saveCaseReport, takeCaseReport } from './case-report.queries.js';
import { caseSheet, type CaseSheet } from './case-sheet.js';
import { SharedCase } from './shared-case.entity.js';

const words = text(8_000, 0);
const schema = z.object({
  /** The version that the writer started from. */
  seen: z.string().nullish(),
  summary: words,
  outputs: words,
  effect: words,
  lessons: words,
  internalNote: text(2_000, 0)
    .nullish()
    .transform((value) => value || null),
  inside: z
    .array(z.enum(CLOSABLE_FIELDS))
    .max(CLOSABLE_FIELDS.length)
    .transform((fields) => [...new Set(fields)]),
});
const reasonSchema = z.object({ reason: text(500) });

/** Where there is something to gather, and nothing more will come. */
const GATHERED = ['AWAITING_EVALUATION', 'COMPLETED', 'FOLLOWED_UP'] as const;

/** 支援実績報告書: drawn up by the hub, approved there, shared where the town agrees. */
export class CaseReportService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Begins with what the reports of the visits say. */
  draft(actor: Actor, supportRequestId: string): Promise<CaseReport> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, supportRequestId);
      permit(may.writeCase(actor, request));
      if (!GATHERED.some((status) => status === request.status))
        throw new DomainError('INVALID_STATE', 'case-report.too-early', { status: request.status });
      // The case is locked: nobody else begins one meanwhile.
      if (await tx.existsBy(CaseReport, { supportRequestId: request.id }))
        throw new DomainError('INVALID_STATE', 'case-report.there-already');
      const visits = await tx.find(VisitReport, {
        where: { supportRequestId: request.id, status: 'CONFIRMED' },
        order: { startedAt: 'ASC' },
      });
      const summary = visits
        .map(({ topics, done }) => [topics.join('、'), done].filter(Boolean).join('\n'))
        .join('\n')
        .slice(0, 8_000)
        .toWellFormed();
      const content = { summary, outputs: '', effect: '', lessons: '', internalNote: null, inside: [] };
      return saveCaseReport(tx, CaseReport.draft(request, content, { actor, at: this.clock.now() }));
    });
  }

  write(actor: Actor, id: string, input: unknown): Promise<CaseReport> {
    return this.db.write(actor, async (tx) => {
      const report = await takeCaseReport(tx, actor, id);
      permit(may.writeCase(actor, report));
      const { seen, ...content } = parseInput(schema, input);
      await requireSeen(tx, actor, {
        entity: CaseReport,
        id: report.id,
        version: seen ?? NEVER,
        properties: ['summary', 'outputs', 'effect', 'lessons', 'internalNote', 'inside'],
      });
      report.write(content, this.clock.now());
      return saveCaseReport(tx, report);
    });
  }

  sendForApproval(actor: Actor, id: string): Promise<CaseReport> {
    return this.move(actor, id, { by: may.writeCase }, async (report, change, tx) => {
      if (report.summary === '' || report.effect === '')
        throw badInput({ path: report.summary === '' ? 'summary' : 'effect', rule: 'required' });
      report.sendForApproval(change);
      await this.tell(tx, change, report, 'CASE_REPORT_FOR_APPROVAL');
    });
  }

  /** 県決裁. */
  approve(actor: Actor, id: string): Promise<CaseReport> {
    return this.move(actor, id, { by: may.approveCase }, async (report, change, tx) => {
      report.approve(change);
      await settled(tx, change, report, 'CASE_REPORT_FOR_APPROVAL');
    });
  }

  /** 差戻し by whoever approves; before it is shared, whoever writes may open it again. */
  return(actor: Actor, id: string, input: unknown): Promise<CaseReport> {
    const by = (who: Actor, report: CaseReport): boolean =>
      report.status === 'IN_APPROVAL' ? may.approveCase(who, report) : may.writeCase(who, report);
    return this.move(actor, id, { by, reason: input }, async (report, change, tx) => {
      report.returnToDraft(change);
      await settled(tx, change, report, 'CASE_REPORT_FOR_APPROVAL');
    });
  }

  /** Asks the town whether others may read it. */
  askTown(actor: Actor, id: string): Promise<CaseReport> {
    return this.move(actor, id, { by: may.writeCase }, async (report, change, tx) => {
      report.askTown(change);
      await this.tell(tx, change, report, 'CASE_SHARING_ASKED');
    });
  }

  agree(actor: Actor, id: string): Promise<CaseReport> {
    return this.move(actor, id, { by: may.answerSharing }, async (report, change, tx) => {
      report.agree(change);
      await settled(tx, change, report, 'CASE_SHARING_ASKED');
    });
  }

  decline(actor: Actor, id: string, input: unknown): Promise<CaseReport> {
    return this.move(actor, id, { by: may.answerSharing, reason: input }, async (report, change, tx) => {
      report.decline(change);
      await settled(tx, change, report, 'CASE_SHARING_ASKED');
    });
  }

  /** Other towns read from now on what was agreed, and nothing else. */
  async publish(actor: Actor, id: string): Promise<CaseReport> {
    const names = await namesToHide(this.db, actor.prefectureId);
    return this.move(actor, id, { by: may.approveCase }, async (report, change, tx) => {
      report.publish(change);
      const { facts, ...gathered } = await gatherCase(tx, actor, report, names);
      const { lines } = caseSheet(report, facts, 'OTHER_TOWNS');
      const told = lines.flatMap(({ field, value }) => (value ? [{ field, value }] : []));
      const title = told.find(({ field }) => field === 'TITLE')?.value ?? facts.theme;
      await tx.save(SharedCase, SharedCase.of(report, { ...gathered, title, lines: told }, change));
    });
  }

  /** Nobody else reads it any more. */
  takeBack(actor: Actor, id: string, input: unknown): Promise<CaseReport> {
    return this.move(actor, id, { by: may.approveCase, reason: input }, async (report, change, tx) => {
      report.takeBack(change);
      await tx.delete(SharedCase, { caseReportId: report.id });
    });
  }

  /** As an audience would have it, with what it would not get. A town sees what others would read of it. */
  async sheet(actor: Actor, id: string, audience: Audience): Promise<CaseSheet> {
    const names = await namesToHide(this.db, actor.prefectureId);
    return this.db.read(actor, async (tx) => {
      const report = await getCaseReport(tx, actor, id);
      permit(actor.role === 'HUB_STAFF' || audience !== 'INTERNAL');
      return sheetFor(tx, actor, report, { audience, names });
    });
  }

  private move(
    actor: Actor,
    id: string,
    { by, reason }: { readonly by: (actor: Actor, report: CaseReport) => boolean; readonly reason?: unknown },
    turn: (report: CaseReport, change: Change, tx: Tx) => Promise<void>,
  ): Promise<CaseReport> {
    return this.db.write(actor, async (tx) => {
      const report = await takeCaseReport(tx, actor, id);
      permit(by(actor, report));
      const why = reason === undefined ? {} : parseInput(reasonSchema, reason);
      await turn(report, { actor, at: this.clock.now(), ...why }, tx);
      return saveCaseReport(tx, report);
    });
  }

  private async tell(
    tx: Tx,
    change: Change,
    report: CaseReport,
    kind: 'CASE_REPORT_FOR_APPROVAL' | 'CASE_SHARING_ASKED',
  ): Promise<void> {
    const request = await takeSupportRequest(tx, change.actor, report.supportRequestId);
    await tellOfCase(tx, change, request, {
      kind,
      to: kind === 'CASE_SHARING_ASKED' ? { municipalityId: report.municipalityId } : { hubDuty: 'APPROVER' },
      key: `${report.id}:${change.at.toISOString()}`,
    });
  }
}

const settled = (
  tx: Tx,
  change: Change,
  { supportRequestId: id }: CaseReport,
  kind: 'CASE_REPORT_FOR_APPROVAL' | 'CASE_SHARING_ASKED',
): Promise<void> => noticesSettled(tx, change, { type: 'SUPPORT_REQUEST', id }, [kind]);

/** What was taken out is told to the hub alone: a town hears of what only that something was. */
export async function sheetFor(
  tx: Tx,
  actor: Actor,
  report: CaseReport,
  { audience, names }: { readonly audience: Audience; readonly names: readonly string[] },
): Promise<CaseSheet> {
  const { facts } = await gatherCase(tx, actor, report, names);
  const sheet = caseSheet(report, facts, audience);
  if (actor.role === 'HUB_STAFF') return sheet;
  return { ...sheet, leftOut: sheet.leftOut.map((one) => ({ ...one, text: null })) };
}

/** Whether the town has agreed that others may read it. */
export const isAgreed = (report: CaseReport): boolean =>
  report.status === 'AGREED' || report.status === 'PUBLISHED';
