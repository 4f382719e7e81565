import { getVisit, listVisits } from '@banso/dispatch';
import { badInput, DomainError, localDateOf } from '@banso/kernel';
import { SHEET_LIMITS, versionsOf } from '@banso/platform';
import { reportsOfVisits, VisitReport, VisitReportService } from '@banso/reports';
import { supportRequestsByIds } from '@banso/support';
import { specialistNames } from '../../lists/names.js';
import { type Locale, REPORT_ANSWER, STEP_OWNER, VISIT_RESULT, wordOf } from '../../words.js';
import { choice, words } from '../cell-readers.js';
import { firstOfPath, type ImportColumn, type ImportWork, textIn, wordsFor } from '../import-column.js';
import type { Known } from '../known.js';
import type { OpenRow, OpenRows } from '../open-rows.js';
import {
  acted,
  bindingColumn,
  bindingOf,
  bindingText,
  leftOpen,
  refuseUnused,
  requireUnmoved,
  shown,
  untouched,
} from './bound-rows.js';

const RECORD = 'visit_report';
const MOST_REPORTS = 100;

/** 訪問報告の確認: by the town, or by the hub for it with its reason; only the town sends one back. */
export function reportConfirmationsWork(known: Known): ImportWork {
  const { tx, actor } = known;
  const service = new VisitReportService(known.db, known.clock);
  return {
    columns: columnsOf(),
    keyOf: (values) => (textIn(values, 'answer') === '' ? null : bindingOf(values).id),
    before: () => [],
    async act(values) {
      const { id: visitId, version } = bindingOf(values);
      if (leftOpen(values, 'thanks', 'reason')) return untouched('visit', visitId);
      const visit = await getVisit(tx, actor, visitId);
      const report = await tx.findOneBy(VisitReport, { visitId: visit.id });
      if (!report) throw new DomainError('CONFLICT', 'kit.row-gone');
      await requireUnmoved(known, {
        entity: VisitReport,
        id: report.id,
        version,
        properties: ['status', 'submittedAt', 'result', 'done', 'steps'],
      });
      if (textIn(values, 'answer') === 'RETURN') {
        refuseUnused(values, 'thanks');
        await service.return(actor, visitId, { reason: textIn(values, 'reason') });
        return acted(RECORD, report.id);
      }
      refuseUnused(values, 'reason');
      const standIn = textIn(values, 'standInReason');
      if (actor.role === 'HUB_STAFF' && standIn === '')
        throw badInput({ path: 'standInReason', rule: 'required' });
      await service.confirm(actor, visitId, {
        thanks: textIn(values, 'thanks') || null,
        reason: standIn || null,
      });
      return acted(RECORD, report.id);
    },
    columnOf: firstOfPath,
    open: (municipalityId, locale) => openReports(known, municipalityId, locale),
  };
}

async function openReports(known: Known, municipalityId: string, locale: Locale): Promise<OpenRows> {
  const { tx, actor } = known;
  const { rows: visits } = await listVisits(
    tx,
    actor,
    { municipalityId, statuses: ['REPORTED'] },
    { first: MOST_REPORTS },
  );
  const found = await reportsOfVisits(
    tx,
    actor,
    visits.map(({ id }) => id),
  );
  const reports = found.filter(({ status }) => status === 'SUBMITTED');
  const versions = await versionsOf(
    tx,
    actor,
    RECORD,
    reports.map(({ id }) => id),
  );
  const nameOf = await specialistNames(
    { tx, actor, locale },
    reports.map(({ specialistId }) => specialistId),
  );
  const requests = await supportRequestsByIds(
    tx,
    actor,
    reports.map(({ supportRequestId }) => supportRequestId),
  );
  const rows = reports.map((report): OpenRow => ({
    date: localDateOf(report.startedAt),
    person: nameOf(report.specialistId),
    title: requests.find(({ id }) => id === report.supportRequestId)?.title ?? '',
    result: report.result && wordOf(VISIT_RESULT, report.result, locale),
    done: [report.topics.join('、'), report.done].filter(Boolean).join('／'),
    steps: report.steps
      .map(({ what, owner, dueOn }) => `${wordOf(STEP_OWNER, owner, locale)}：${what}（${dueOn ?? ''}）`)
      .join('／'),
    binding: bindingText({ id: report.visitId, part: '', version: versions.get(report.id) ?? '0' }),
  }));
  return {
    rows: rows.slice(0, SHEET_LIMITS.rows),
    records: reports.map(({ visitId }) => ['visit', visitId] as const),
  };
}

function columnsOf(): ImportColumn[] {
  const told = (name: string, head: ImportColumn['head'], width: number): ImportColumn => ({
    name,
    head,
    read: shown,
    sample: '',
    width,
  });
  return [
    told('date', { ja: '訪問日', en: 'Day of the visit' }, 12),
    told('person', { ja: '専門人材', en: 'Specialist' }, 16),
    told('title', { ja: '件名', en: 'Title' }, 28),
    told('result', { ja: '結果', en: 'Result' }, 12),
    told('done', { ja: '実施内容', en: 'What was done' }, 44),
    told('steps', { ja: '次の一手', en: 'Next steps' }, 44),
    {
      name: 'answer',
      head: { ja: '確認', en: 'Answer' },
      read: choice(REPORT_ANSWER),
      choices: wordsFor(REPORT_ANSWER),
      sample: '',
      width: 14,
      hint: {
        ja: '「確認する」か「差し戻す」。差し戻すときは理由も書きます。',
        en: '“Confirm”, or “Return” with the reason.',
      },
    },
    {
      name: 'thanks',
      head: { ja: 'ありがとうの一言', en: 'A word of thanks' },
      read: words,
      sample: '',
      width: 24,
    },
    {
      name: 'reason',
      head: { ja: '差し戻す理由', en: 'Why it is returned' },
      read: words,
      sample: '',
      width: 30,
      hint: { ja: '「差し戻す」のときに必ず書きます。', en: 'Needed with “Return”.' },
    },
    {
      name: 'standInReason',
      head: { ja: '県が代わって確認する理由（県の窓口だけ）', en: 'Why the hub confirms (hub only)' },
      read: words,
      sample: '',
      width: 30,
    },
    bindingColumn,
  ];
}
