import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/** Plans on the table that name this person for a visit. */
export const openPlansWith = (
  tx: Tx,
  actor: Actor,
  specialistId: string,
): Promise<{ id: string; number: number }[]> =>
  tx.query(
    `SELECT run.id, run.number FROM planning_run run
     WHERE run.prefecture_id = $1 AND run.status = 'PROPOSED' AND EXISTS (
       SELECT 1 FROM proposed_visit visit WHERE visit.run_id = run.id AND visit.specialist_id = $2)
     ORDER BY run.number`,
    [actor.prefectureId, specialistId],
  );

interface VisitAhead {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly startsAt: Date;
}

/** Visits of this person that towns have been told of and that are still to be made, by time. */
export const visitsAheadOf = (tx: Tx, actor: Actor, specialistId: string, now: Date): Promise<VisitAhead[]> =>
  tx.query(
    `SELECT visit.id, request.number, request.title, visit.starts_at AS "startsAt" FROM visit
     JOIN support_request request ON request.id = visit.support_request_id
     WHERE visit.prefecture_id = $1 AND visit.specialist_id = $2 AND visit.status IN ('PUBLISHED', 'CONFIRMED')
       AND visit.ends_at > $3
     ORDER BY visit.starts_at, visit.id`,
    [actor.prefectureId, specialistId, now],
  );
