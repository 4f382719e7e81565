import { type Actor, addDays, instantAt, localDateOf, WEEKDAYS, weekdayOf } from '@banso/kernel';
import type { Placement } from '@banso/engagement';
import type { Tx } from '@banso/platform';
import { dutyHours, minuteOf } from './planning-calendar.js';
import { Visit } from './visit.entity.js';
import { visibleTo } from './visit.policy.js';

/** A visit that stands on a half-day which a placement takes. */
export interface VisitInTheWay {
  readonly placementId: string;
  readonly visit: Visit;
}

/** Published visits in the half-days of placements: nothing moves them but whoever plans. */
export async function visitsInTheWay(
  tx: Tx,
  actor: Actor,
  placements: readonly Placement[],
): Promise<VisitInTheWay[]> {
  const open = placements.filter(({ status }) => status === 'PLANNED' || status === 'ACTIVE');
  if (open.length === 0) return [];
  const { where, parameters } = visibleTo(actor);
  const visits = await tx
    .createQueryBuilder(Visit, 'visit')
    .where(`(${where})`, parameters)
    .andWhere(`visit.status IN ('PUBLISHED', 'CONFIRMED')`)
    .andWhere('visit.specialistId = ANY(:people)', { people: open.map(({ specialistId }) => specialistId) })
    .andWhere('visit.startsAt >= :from AND visit.startsAt < :to', {
      from: instantAt(open.map(({ startsOn }) => startsOn).sort()[0] ?? '', 0),
      to: instantAt(
        addDays(
          open
            .map(({ endsOn }) => endsOn)
            .sort()
            .at(-1) ?? '',
          1,
        ),
        0,
      ),
    })
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .getMany();
  return open.flatMap((placement) =>
    visits.filter((visit) => stands(visit, placement)).map((visit) => ({ placementId: placement.id, visit })),
  );
}

function stands(visit: Visit, { specialistId, weekly, startsOn, endsOn }: Placement): boolean {
  const date = localDateOf(visit.startsAt);
  if (visit.specialistId !== specialistId || date < startsOn || date > endsOn) return false;
  const day = { from: date, to: date };
  return (['AM', 'PM'] as const).some((half) => {
    const hours = dutyHours(day, date, half);
    return (
      weekly.some((each) => each === `${WEEKDAYS[weekdayOf(date)]}_${half}`) &&
      minuteOf(day, visit.startsAt) < hours.end &&
      hours.start < minuteOf(day, visit.endsAt)
    );
  });
}
