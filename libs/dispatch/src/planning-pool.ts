import { type Actor, addDays, instantAt, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { activeSpecialists, type Specialist, specialistsByIds } from '@banso/talent';
import { monthIndexOf, monthsAround, type Period } from './planning-calendar.js';
import type { PlacedVisit } from './proposed-visit.entity.js';
import { Visit } from './visit.entity.js';
import type { VisitStatus } from './visit-status.js';

/** Something that holds a slot: a published visit, or a proposal that staff pinned. */
export interface CalendarEntry extends PlacedVisit {
  readonly id: string;
  readonly pinned: boolean;
  /** Only a published visit has one. */
  readonly status?: VisitStatus;
}

/** Every visit that stands in the months of the period, and every one of these requests whenever it is. */
export function entriesAround(
  tx: Tx,
  actor: Actor,
  period: Period,
  requestIds: readonly string[],
): Promise<CalendarEntry[]> {
  const months = monthsAround(period);
  return tx
    .createQueryBuilder(Visit, 'visit')
    .where('visit.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere(`visit.status <> 'CANCELLED'`)
    .andWhere(
      '((visit.startsAt >= :from AND visit.startsAt < :to) OR visit.supportRequestId = ANY(:requestIds))',
      {
        // A day more on either side: a night reaches over.
        from: instantAt(addDays(months.from, -1), 0),
        to: instantAt(addDays(months.to, 2), 0),
        requestIds,
      },
    )
    .orderBy('visit.id')
    .getMany();
}

/** The active pool, and those who left it but are still named by a visit or a request. */
export async function poolFor(tx: Tx, actor: Actor, named: readonly string[]): Promise<Specialist[]> {
  const active = await activeSpecialists(tx, actor);
  const known = new Set(active.map(({ id }) => id));
  const others = [...new Set(named)].filter((id) => !known.has(id));
  const left = others.length > 0 ? await specialistsByIds(tx, actor, others) : [];
  return [...active, ...left].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Days of each month that lie outside the period and are already given to visits. */
export function usedDaysByMonth(
  period: Period,
  specialistId: string,
  entries: readonly CalendarEntry[],
): number[] {
  const last = monthIndexOf(period, period.to);
  const days = new Set(
    entries
      .filter((entry) => entry.specialistId === specialistId)
      .map((entry) => localDateOf(entry.startsAt)),
  );
  const used = Array.from({ length: last + 1 }, () => 0);
  for (const date of days) {
    const month = monthIndexOf(period, date);
    const outside = date < period.from || date > period.to;
    if (outside && month >= 0 && month <= last) used[month] = (used[month] ?? 0) + 1;
  }
  return used;
}
