import type { Actor, HubStaff } from '@banso/kernel';
import type { PlanningRun } from '../src/planning-run.entity.js';
import type { Visit } from '../src/visit.entity.js';
import type { Calendar } from './given-calendar.js';

interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * A plan as if a published visit made room: the new one takes its slot, and it takes the one that was found for
 * the new one.
 */
export async function planThatMakesRoom(
  calendar: Calendar,
  given: {
    readonly hub: HubStaff;
    /** Whose visit is published, and whose is new. */
    readonly towns: readonly [Actor, Actor];
    /** Where the published one lies. */
    readonly later: Period;
    readonly plan: Period;
  },
): Promise<{ run: PlanningRun; fresh: string; mover: string; moved: Visit }> {
  const { hub, towns, later, plan } = given;
  await calendar.request(towns[0], hub, { visits: 1, mode: 'ONLINE' });
  const [moved] = await calendar.publish(hub, later);
  if (!moved) throw new Error('a visit is published');
  const asked = await calendar.request(towns[1], hub, { visits: 1, urgency: 'URGENT', mode: 'ONLINE' });
  const run = await calendar.plan(hub, plan, { movePublished: true });
  const [fresh] = (await calendar.proposals(run)).filter(
    ({ supportRequestId }) => supportRequestId === asked.id,
  );
  if (!fresh) throw new Error('a visit is proposed');
  const { specialistId, mode, startsAt, endsAt } = moved;
  const mover = await calendar.db.system(run.prefectureId, async (tx) => {
    // On some days of the week the planner has moved it by itself.
    await tx.query('DELETE FROM proposed_visit WHERE run_id = $1 AND support_request_id = $2', [
      run.id,
      moved.supportRequestId,
    ]);
    await tx.query(
      'UPDATE proposed_visit SET specialist_id = $2, starts_at = $3, ends_at = $4 WHERE id = $1',
      [fresh.id, specialistId, startsAt, endsAt],
    );
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO proposed_visit (id, prefecture_id, run_id, support_request_id, visit_no, specialist_id,
         municipality_id, mode, starts_at, ends_at, travel_before_minutes, travel_after_minutes, pinned,
         replaces_visit_id, replaces, move_points)
       SELECT gen_random_uuid(), prefecture_id, $1, support_request_id, visit_no, $3, municipality_id,
         mode, $4, $5, 0, 0, false, id, $6, 40 FROM visit WHERE id = $2 RETURNING id`,
      [
        run.id,
        moved.id,
        fresh.specialistId,
        fresh.startsAt,
        fresh.endsAt,
        JSON.stringify({ specialistId, mode, startsAt, endsAt }),
      ],
    );
    return row?.id ?? '';
  });
  return { run, fresh: fresh.id, mover, moved };
}
