import { parseDateRange } from '@banso/directory';
import { type Actor, type DayPart, knownId, type LocalDate, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { DayOff } from './day-off.entity.js';
import { seesReasons } from './specialist.policy.js';
import { getSpecialist, visibleSpecialists } from './specialist.queries.js';

/** A day off as the actor may see it: the reason is null for a municipality. */
export interface SpecialistDayOff {
  readonly id: string;
  readonly specialistId: string;
  readonly date: LocalDate;
  readonly part: DayPart;
  readonly reason: string | null;
}

export async function daysOffBetween(
  tx: Tx,
  actor: Actor,
  specialistIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<SpecialistDayOff[]> {
  const visible = visibleSpecialists(tx, actor).select('specialist.id');
  const found = await tx
    .createQueryBuilder(DayOff, 'day')
    .where('day.specialistId = ANY(:specialistIds) AND day.date BETWEEN :from AND :to', {
      specialistIds,
      from,
      to,
    })
    .andWhere(`day.specialistId IN (${visible.getQuery()})`, visible.getParameters())
    .orderBy('day.date')
    .addOrderBy('day.specialistId')
    .addOrderBy('day.part')
    .getMany();
  const reasons = seesReasons(actor);
  return found.map(({ id, specialistId, date, part, reason }) => ({
    id,
    specialistId,
    date,
    part,
    reason: reasons ? reason : null,
  }));
}

/** For a calendar: of one specialist, or of everyone that the actor can see. */
export async function listDaysOff(
  tx: Tx,
  actor: Actor,
  days: { readonly from: LocalDate; readonly to: LocalDate },
  specialistId?: string | null,
): Promise<SpecialistDayOff[]> {
  const { from, to } = parseDateRange(days);
  const whose = specialistId
    ? [await getSpecialist(tx, actor, specialistId)]
    : await visibleSpecialists(tx, actor).getMany();
  return daysOffBetween(
    tx,
    actor,
    whose.map((specialist) => specialist.id),
    from,
    to,
  );
}

/** Whose day off an id is; its specialist must be visible. */
export async function getDayOff(tx: Tx, actor: Actor, id: string): Promise<DayOff> {
  const visible = visibleSpecialists(tx, actor).select('specialist.id');
  const dayOff = await tx
    .createQueryBuilder(DayOff, 'day')
    .where('day.id = :id', { id: knownId('day-off', id) })
    .andWhere(`day.specialistId IN (${visible.getQuery()})`, visible.getParameters())
    .getOne();
  if (!dayOff) throw notFound('day-off');
  return dayOff;
}
