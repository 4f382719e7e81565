import { municipalitiesByIds, Prefecture } from '@banso/directory';
import { getVisit } from '@banso/dispatch';
import { type Actor, DomainError, notFound, permit } from '@banso/kernel';
import { Db, paperPdf, type Tx, writeReading } from '@banso/platform';
import { type Audience, namesToHide, supportRequestsByIds } from '@banso/support';
import { specialistsByIds } from '@banso/talent';
import { getCaseReport } from './case/case-report.queries.js';
import { isAgreed, sheetFor } from './case/case-report.service.js';
import { caseReportPaper } from './case/case-report-paper.js';
import { may, readsInternalNote } from './reports.policy.js';
import { reportOfVisit } from './visit/visit-report.queries.js';
import { visitReportPaper } from './visit/visit-report-paper.js';

/** A report as a file. */
export interface ReportFile {
  readonly name: string;
  readonly pdf: Buffer;
}

/** Reports on paper; that one was taken away, and by whom, is in the log. */
export class ReportPaperService {
  constructor(private readonly db: Db) {}

  /** 復命書. */
  async ofVisit(actor: Actor, visitId: string): Promise<ReportFile> {
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const visit = await getVisit(tx, actor, visitId);
      permit(may.takePaper(actor, visit));
      const report = await reportOfVisit(tx, actor, visit.id);
      if (!report) throw notFound('visit-report');
      const [request] = await supportRequestsByIds(tx, actor, [visit.supportRequestId]);
      const [town] = await municipalitiesByIds(tx, [visit.municipalityId]);
      const [specialist] = await specialistsByIds(tx, actor, [visit.specialistId]);
      const number = request?.number ?? '';
      await writeReading(tx, 'EXPORT', [['visit', visit.id]]);
      return {
        name: `${number || '訪問'}-${visit.visitNo}-訪問報告書.pdf`,
        paper: visitReportPaper({
          report,
          number,
          title: request?.title ?? '',
          town: town?.name ?? '',
          specialist: specialist?.name ?? '',
          issuer: await issuerOf(tx, visit.prefectureId),
          withNote: readsInternalNote(actor, report),
        }),
      };
    });
    // Laid out after the transaction: nobody waits for a connection meanwhile.
    return { name, pdf: await paperPdf(paper) };
  }

  /** 支援実績報告書 for one audience; for those outside once the town has agreed. */
  async ofCase(actor: Actor, id: string, audience: Audience): Promise<ReportFile> {
    const names = await namesToHide(this.db, actor.prefectureId);
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const report = await getCaseReport(tx, actor, id);
      permit(may.readCase(actor, report) || (audience !== 'INTERNAL' && may.answerSharing(actor, report)));
      if (audience !== 'INTERNAL' && !isAgreed(report))
        throw new DomainError('INVALID_STATE', 'case-report.town-has-not-agreed');
      const sheet = await sheetFor(tx, actor, report, { audience, names });
      await writeReading(tx, 'EXPORT', [['case_report', report.id]]);
      const issuer = await issuerOf(tx, report.prefectureId);
      return {
        name: `支援実績報告書-${FILE_WORDS[audience]}.pdf`,
        paper: caseReportPaper(report, sheet, issuer),
      };
    });
    return { name, pdf: await paperPdf(paper) };
  }
}

const FILE_WORDS: Readonly<Record<Audience, string>> = {
  INTERNAL: '庁内用',
  OTHER_TOWNS: '他の市町用',
  PUBLIC: '公開用',
};

const issuerOf = async (tx: Tx, prefectureId: string): Promise<string> =>
  (await tx.findOneBy(Prefecture, { id: prefectureId }))?.name ?? '';
