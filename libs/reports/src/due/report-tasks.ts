import { type Actor, addDays, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { reportDaysOf } from './report-policy.service.js';

/** What is owed about visits that were made: by whoever came, by the town, by the town, by the town a year later. */
export const REPORT_TASK_KINDS = ['REPORT', 'CONFIRMATION', 'EVALUATION', 'FOLLOW_UP'] as const;
export type ReportTaskKind = (typeof REPORT_TASK_KINDS)[number];

export interface ReportTask {
  readonly kind: ReportTaskKind;
  /** The visit, the case or the follow-up. */
  readonly subjectId: string;
  readonly visitId: string | null;
  readonly supportRequestId: string;
  readonly municipalityId: string;
  readonly specialistId: string | null;
  /** From this day on it is owed. */
  readonly since: LocalDate;
  readonly dueOn: LocalDate;
  readonly overdue: boolean;
}

/** More than anybody reads; the oldest come first. */
export const MOST_TASKS = 200;

const IN_JAPAN = `AT TIME ZONE 'Asia/Tokyo')::date, 'YYYY-MM-DD')`;

interface Owed {
  readonly kind: ReportTaskKind;
  readonly subject_id: string;
  readonly visit_id: string | null;
  readonly support_request_id: string;
  readonly municipality_id: string;
  readonly specialist_id: string | null;
  readonly since: LocalDate;
  readonly due_on: LocalDate | null;
}

/** $1 the prefecture, $2 now. Rows that the actor does not see are not there: the policies of Postgres leave them out. */
const OWED: Readonly<Record<ReportTaskKind, string>> = {
  REPORT: `
    SELECT 'REPORT' AS kind, v.id AS subject_id, v.id AS visit_id, v.support_request_id, v.municipality_id, v.specialist_id,
      to_char((CASE WHEN r.status = 'RETURNED' THEN r.returned_at ELSE v.ends_at END ${IN_JAPAN} AS since, NULL AS due_on
    FROM visit v LEFT JOIN visit_report r ON r.visit_id = v.id
    WHERE v.prefecture_id = $1 AND v.status IN ('PUBLISHED', 'CONFIRMED', 'DONE')
      AND v.starts_at < $2 AND v.ends_at <= $2`,
  CONFIRMATION: `
    SELECT 'CONFIRMATION' AS kind, v.id AS subject_id, v.id AS visit_id, v.support_request_id, v.municipality_id, v.specialist_id,
      to_char((r.submitted_at ${IN_JAPAN} AS since, NULL AS due_on
    FROM visit_report r JOIN visit v ON v.id = r.visit_id
    WHERE r.prefecture_id = $1 AND r.status = 'SUBMITTED'`,
  EVALUATION: `
    SELECT 'EVALUATION' AS kind, s.id AS subject_id, NULL::uuid AS visit_id, s.id AS support_request_id, s.municipality_id,
      NULL::uuid AS specialist_id,
      to_char((coalesce((SELECT max(e.at) FROM support_request_event e WHERE e.support_request_id = s.id
        AND e.to_status = 'AWAITING_EVALUATION'), s.updated_at) ${IN_JAPAN} AS since, NULL AS due_on
    FROM support_request s WHERE s.prefecture_id = $1 AND s.status = 'AWAITING_EVALUATION'`,
  FOLLOW_UP: `
    SELECT 'FOLLOW_UP' AS kind, f.id AS subject_id, NULL::uuid AS visit_id, f.support_request_id, f.municipality_id,
      NULL::uuid AS specialist_id, to_char((f.opened_at ${IN_JAPAN} AS since, to_char(f.due_on, 'YYYY-MM-DD') AS due_on
    FROM follow_up f WHERE f.prefecture_id = $1 AND f.status = 'DUE'`,
};

/** Whose turn each is: a town is not told that its specialist is late, nor the other way round. */
const KINDS_OF: Readonly<Record<Actor['role'], readonly ReportTaskKind[]>> = {
  SYSTEM: REPORT_TASK_KINDS,
  HUB_STAFF: REPORT_TASK_KINDS,
  MUNICIPALITY_STAFF: ['CONFIRMATION', 'EVALUATION', 'FOLLOW_UP'],
  SPECIALIST: ['REPORT'],
  OPERATOR: [],
};

/** What is owed, as far as it is the actor's turn or the hub's to look after: the first due first. */
export async function reportTasks(
  tx: Tx,
  actor: Actor,
  { now, most = MOST_TASKS }: { readonly now: Date; readonly most?: number },
): Promise<ReportTask[]> {
  const kinds = KINDS_OF[actor.role];
  if (kinds.length === 0) return [];
  const days = await reportDaysOf(tx, actor.prefectureId);
  const own = actor.role === 'SPECIALIST' ? 'specialist_id = $4' : '$4::uuid IS NULL';
  const town = actor.role === 'MUNICIPALITY_STAFF' ? 'municipality_id = $5' : '$5::text IS NULL';
  const rows = await tx.query<Owed[]>(
    `SELECT * FROM (${kinds.map((kind) => OWED[kind]).join(' UNION ALL ')}) owed WHERE $2::timestamptz IS NOT NULL AND ${own} AND ${town}
     ORDER BY since, subject_id LIMIT $3`,
    [
      actor.prefectureId,
      now,
      most,
      actor.role === 'SPECIALIST' ? actor.specialistId : null,
      actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : null,
    ],
  );
  const today = localDateOf(now);
  const within: Readonly<Record<ReportTaskKind, number>> = {
    REPORT: days.reportDays,
    CONFIRMATION: days.confirmationDays,
    EVALUATION: days.evaluationDays,
    FOLLOW_UP: 0,
  };
  return rows
    .map((row): ReportTask => {
      const dueOn = row.due_on ?? addDays(row.since, within[row.kind]);
      return {
        kind: row.kind,
        subjectId: row.subject_id,
        visitId: row.visit_id,
        supportRequestId: row.support_request_id,
        municipalityId: row.municipality_id,
        specialistId: row.specialist_id,
        since: row.since,
        dueOn,
        overdue: dueOn < today,
      };
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
