import { randomUUID } from 'node:crypto';
import type { Visit } from '@banso/dispatch';
import { instantAt, type LocalDate } from '@banso/kernel';
import type { Db } from '@banso/platform';

export interface VisitWish {
  readonly prefectureId: string;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly date: LocalDate;
  readonly status?: Visit['status'];
  readonly mode?: Visit['mode'];
  /** Until five instead of noon. */
  readonly wholeDay?: boolean;
  readonly nightAfter?: boolean;
}

let serial = 0;

/** A visit at ten o'clock as its plan would have left it, of a case of its own. */
export async function givenVisit(db: Db, wish: VisitWish): Promise<string> {
  const { prefectureId, specialistId, municipalityId, date } = wish;
  const { status = 'DONE', mode = 'ON_SITE', wholeDay = false, nightAfter = false } = wish;
  const [request, run, publication, visit] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [startsAt, endsAt] = [instantAt(date, 600), instantAt(date, wholeDay ? 1_020 : 720)];
  const n = 10_000 + ++serial;
  await db.system(prefectureId, async (tx) => {
    await tx.query(
      `INSERT INTO support_request (id, prefecture_id, municipality_id, status, title, trouble, urgency, mode, visits,
         visit_minutes, min_gap_days, wished, only_wished, entrust_selection, contact_section, created_at, updated_at)
       VALUES ($1, $2, $3, 'IN_SUPPORT', 'x', 'x', 'NORMAL', 'ON_SITE', 1, 60, 0, '[]', false, true, 'x', $4, $4)`,
      [request, prefectureId, municipalityId, startsAt],
    );
    await tx.query(
      'INSERT INTO support_team (support_request_id, specialist_id, prefecture_id) VALUES ($1, $2, $3)',
      [request, specialistId, prefectureId],
    );
    await tx.query(
      `INSERT INTO planning_run (id, prefecture_id, number, from_on, to_on, seed, iterations, status,
         requested_by_name, requested_at) VALUES ($1, $2, $3, $4, $4, 1, 1, 'PUBLISHED', 'x', $5)`,
      [run, prefectureId, n, date, startsAt],
    );
    await tx.query(
      `INSERT INTO plan_publication (id, prefecture_id, version, run_id, visits, published_by_name, published_at)
       VALUES ($1, $2, $3, $4, 1, 'x', $5)`,
      [publication, prefectureId, n, run, startsAt],
    );
    await tx.query(
      `INSERT INTO visit (id, prefecture_id, support_request_id, visit_no, specialist_id, municipality_id, mode,
         starts_at, ends_at, night_before, night_after, busy_from, travel_before_minutes, travel_after_minutes,
         status, pinned, publication_id)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, false, $9, $7, 0, 0, $10, false, $11)`,
      [
        visit,
        prefectureId,
        request,
        specialistId,
        municipalityId,
        mode,
        startsAt,
        endsAt,
        nightAfter,
        status,
        // What is held for a town is in no plan yet.
        status === 'HELD' ? null : publication,
      ],
    );
  });
  return visit;
}
