import { municipalitiesByIds } from '@banso/directory';
import { type Actor, addDays, instantAt, type LocalDate, type SpecialistUser } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import { In } from 'typeorm';
import { type KeptSlot, slotOf } from '../slot.js';
import { Visit } from '../visit.entity.js';
import { visibleTo } from '../visit.policy.js';
import type { CalendarVisit } from './ics.js';

/** What has been stays in a calendar for so many days; so does what was called off. */
const PAST_DAYS = 90;
/** More visits of one person or town than anybody makes. */
const MOST_VISITS = 2_000;

/** The visits of a person or a town for a calendar: of the last months and all to come, those called off too. */
export async function visitsForFeed(tx: Tx, actor: Actor, today: LocalDate): Promise<CalendarVisit[]> {
  const { where, parameters } = visibleTo(actor);
  const visits = await tx
    .createQueryBuilder(Visit, 'visit')
    .where(`(${where})`, parameters)
    .andWhere('visit.startsAt >= :from', { from: instantAt(addDays(today, -PAST_DAYS), 0) })
    .orderBy('visit.startsAt', 'DESC')
    .addOrderBy('visit.id')
    .limit(MOST_VISITS)
    .getMany();
  const given = actor.role === 'SPECIALIST' ? await givenToOthers(tx, actor, today) : [];
  return forCalendar(tx, actor, [...visits.reverse(), ...given]);
}

/** Whose visit went to somebody else must see it called off, not still standing in their calendar. */
async function givenToOthers(tx: Tx, actor: SpecialistUser, today: LocalDate): Promise<Visit[]> {
  const moved = await tx.query<{ visitId: string; movedFrom: KeptSlot }[]>(
    `SELECT e.visit_id AS "visitId", e.moved_from AS "movedFrom" FROM visit_event e JOIN visit v ON v.id = e.visit_id
     WHERE e.prefecture_id = $1 AND e.moved_from ->> 'specialistId' = $2 AND v.specialist_id <> $2::uuid AND e.at >= $3
     ORDER BY e.at, e.seq LIMIT ${MOST_VISITS}`,
    [actor.prefectureId, actor.specialistId, instantAt(addDays(today, -PAST_DAYS), 0)],
  );
  const slots = new Map(moved.map((event) => [event.visitId, event.movedFrom]));
  const visits = await tx.findBy(Visit, { id: In([...slots.keys()]) });
  return visits.flatMap((visit) => {
    const slot = slots.get(visit.id);
    return slot ? [Object.assign(visit, slotOf(slot), { status: 'CANCELLED' as const })] : [];
  });
}

/** What calendars are told of visits that the actor has been allowed to see. */
export async function forCalendar(tx: Tx, actor: Actor, visits: readonly Visit[]): Promise<CalendarVisit[]> {
  const requests = await supportRequestsByIds(
    tx,
    actor,
    idsOf(visits, ({ supportRequestId }) => supportRequestId),
  );
  const numbers = new Map(requests.map(({ id, number }) => [id, number]));
  const towns = await municipalitiesByIds(
    tx,
    idsOf(visits, ({ municipalityId }) => municipalityId),
  );
  const names = new Map(towns.map(({ id, name }) => [id, name]));
  const changes = await changesOf(tx, visits);
  return visits.map((visit) => ({
    id: visit.id,
    number: numbers.get(visit.supportRequestId) ?? null,
    visitNo: visit.visitNo,
    town: names.get(visit.municipalityId) ?? visit.municipalityId,
    mode: visit.mode,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    status: visit.status,
    sequence: (changes.get(visit.id)?.steps ?? 1) - 1,
    changedAt: changes.get(visit.id)?.at ?? visit.startsAt,
  }));
}

const idsOf = (visits: readonly Visit[], idOf: (visit: Visit) => string): string[] => [
  ...new Set(visits.map(idOf)),
];

interface Steps {
  readonly id: string;
  readonly steps: number;
  readonly at: Date;
}

/** How many steps the history of each has, and when the last one was. */
async function changesOf(tx: Tx, visits: readonly Visit[]): Promise<Map<string, Steps>> {
  const rows = await tx.query<Steps[]>(
    `SELECT visit_id AS id, count(*)::int AS steps, max(at) AS at FROM visit_event
     WHERE visit_id = ANY ($1) GROUP BY visit_id`,
    [visits.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
