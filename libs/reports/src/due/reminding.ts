import { Visit } from '@banso/dispatch';
import { addDays, type Change, fiscalYearOf, type LocalDate, localDateOf } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { SupportRequest } from '@banso/support';
import { tellOfCase, tellOfVisit } from '../notices.js';
import { remindOfReports } from '../reports.jobs.js';
import { nudgeOf } from './nudges.js';
import { reportDaysOf } from './report-policy.service.js';
import { type ReportTask, reportTasks } from './report-tasks.js';

/** Far more than anybody owes at once; who is not reached in one hour is in the next. */
const MOST_AT_ONCE = 5_000;

/** Whose visits were ever made: each prefecture is swept by itself. */
export async function sweepPrefectures(tx: Tx): Promise<void> {
  const rows: { id: string }[] = await tx.query('SELECT DISTINCT prefecture_id AS id FROM visit');
  for (const { id } of rows) await enqueue(tx, remindOfReports, {}, { prefectureId: id });
}

/** Completed in an earlier fiscal year, and never asked about. */
const OPEN_FOLLOW_UPS = `
  INSERT INTO follow_up (id, prefecture_id, municipality_id, support_request_id, fiscal_year, due_on, status, opened_at)
  SELECT gen_random_uuid(), r.prefecture_id, r.municipality_id, r.id, $2, $3, 'DUE', $4
  FROM support_request r
  WHERE r.prefecture_id = $1 AND r.status = 'COMPLETED'
    AND (SELECT max(e.at) FROM support_request_event e WHERE e.support_request_id = r.id AND e.to_status = 'COMPLETED') < $5
  ON CONFLICT (support_request_id) DO NOTHING`;

/** The last day of a month of a fiscal year. */
export function endOfMonthIn(fiscalYear: number, month: number): LocalDate {
  const year = month < 4 ? fiscalYear + 1 : fiscalYear;
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(`${nextYear}-${String(next).padStart(2, '0')}-01`, -1);
}

/** Background work of one prefecture; harmless to repeat. */
export async function remind(tx: Tx, change: Change): Promise<void> {
  const { actor, at } = change;
  const today = localDateOf(at);
  const days = await reportDaysOf(tx, actor.prefectureId);
  const year = fiscalYearOf(today);
  const dueOn = endOfMonthIn(year, days.followUpMonth);
  const begin = new Date(`${year}-04-01T00:00:00+09:00`);
  await tx.query(OPEN_FOLLOW_UPS, [
    actor.prefectureId,
    year,
    dueOn < today ? addDays(today, 30) : dueOn,
    at,
    begin,
  ]);
  for (const task of await reportTasks(tx, actor, { now: at, most: MOST_AT_ONCE })) {
    const nudge = nudgeOf(task, days, today);
    if (nudge)
      await tellTask(tx, change, task, { ...nudge, key: `${task.subjectId}:${nudge.step}:${task.dueOn}` });
  }
}

async function tellTask(
  tx: Tx,
  change: Change,
  task: ReportTask,
  { kind, key, step }: ReturnType<typeof nudgeOf> & { readonly key: string } & object,
): Promise<void> {
  const { dueOn, specialistId, municipalityId } = task;
  if (task.kind === 'REPORT' || task.kind === 'CONFIRMATION') {
    const visit = await tx.findOneByOrFail(Visit, { id: task.subjectId });
    const to = task.kind === 'REPORT' && specialistId ? { specialistId } : { municipalityId };
    await tellOfVisit(tx, change, visit, { kind, to, key, dueOn });
    if (task.kind === 'REPORT' && step === 'OVERDUE')
      await tellOfVisit(tx, change, visit, {
        kind: 'VISIT_REPORT_LATE',
        to: { hubDuty: 'COORDINATOR' },
        key,
        dueOn,
      });
    return;
  }
  const request = await tx.findOneByOrFail(SupportRequest, { id: task.supportRequestId });
  await tellOfCase(tx, change, request, { kind, to: { municipalityId }, key, dueOn });
}
