import {
  type Actor,
  addDays,
  instantAt,
  knownId,
  type LocalDate,
  localDate,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  text,
  uuid,
} from '@banso/kernel';
import { enqueue, inOrderOf, keysetPage, type SortColumn, sortedBy, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Visit } from './visit.entity.js';
import { STANDING, VISIT_STATUSES } from './visit-status.js';
import { VisitEvent } from './visit-event.entity.js';
import { visibleTo } from './visit.policy.js';
import { visitReceived } from './visit.jobs.js';

export const VISIT_SORTS = ['TIME', 'TOWN', 'MODE', 'STATUS'] as const;
export type VisitSort = (typeof VISIT_SORTS)[number];

const SORTS: Readonly<Record<VisitSort, SortColumn<Visit>>> = {
  TIME: { by: 'visit.startsAt', of: ({ startsAt }) => startsAt.toISOString() },
  // In the order of the codes, as every list of an office is.
  TOWN: { by: 'visit.municipalityId', of: ({ municipalityId }) => municipalityId },
  MODE: inOrderOf('visit.mode', ['ON_SITE', 'ONLINE'], ({ mode }) => mode),
  STATUS: inOrderOf('visit.status', VISIT_STATUSES, ({ status }) => status),
};

const filterSchema = z.object({
  from: localDate().nullish(),
  /** Included. */
  to: localDate().nullish(),
  specialistId: uuid().nullish(),
  municipalityId: text(6).nullish(),
  supportRequestId: uuid().nullish(),
  statuses: z.array(z.enum(VISIT_STATUSES)).nullish(),
  mode: z.enum(['ON_SITE', 'ONLINE']).nullish(),
  /** Whose answer was expected before that day and has not come. */
  unansweredOn: localDate().nullish(),
  /** That fell away at short notice, from that day on, and still wait for a repair. */
  gapFrom: localDate().nullish(),
  /** Left out: by time. */
  sortBy: z.enum(VISIT_SORTS).nullish(),
  descending: z.boolean().nullish(),
});

/** Which visits to list; nothing named means all that the actor can see. */
export type VisitFilter = z.input<typeof filterSchema>;

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Visit> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(Visit, 'visit').where(`(${where})`, parameters);
}

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<Visit> =>
  visible(tx, actor).andWhere('visit.id = :id', { id: knownId('visit', id) });

export async function getVisit(tx: Tx, actor: Actor, id: string): Promise<Visit> {
  const visit = await byId(tx, actor, id).getOne();
  if (!visit) throw notFound('visit');
  return visit;
}

/** Loads and locks it for a change. */
export async function takeVisit(tx: Tx, actor: Actor, id: string): Promise<Visit> {
  const visit = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
  if (!visit) throw notFound('visit');
  return visit;
}

/** By time, unless the filter sorts otherwise. */
export function listVisits(
  tx: Tx,
  actor: Actor,
  filter: VisitFilter,
  page: PageRequest,
): Promise<Page<Visit>> {
  const wanted = parseInput(filterSchema, filter);
  const query = visible(tx, actor);
  if (wanted.from) query.andWhere('visit.startsAt >= :from', { from: instantAt(wanted.from, 0) });
  if (wanted.to) query.andWhere('visit.startsAt < :to', { to: instantAt(addDays(wanted.to, 1), 0) });
  for (const key of ['specialistId', 'municipalityId', 'supportRequestId', 'mode'] as const)
    if (wanted[key]) query.andWhere(`visit.${key} = :${key}`, { [key]: wanted[key] });
  if (wanted.statuses?.length)
    query.andWhere('visit.status IN (:...statuses)', { statuses: wanted.statuses });
  if (wanted.unansweredOn)
    query.andWhere(`visit.status = 'PUBLISHED' AND visit.answerBy < :unansweredOn`, {
      unansweredOn: wanted.unansweredOn,
    });
  if (wanted.gapFrom)
    query.andWhere(`visit.gap = 'OPEN' AND visit.startsAt >= :gapFrom`, {
      gapFrom: instantAt(wanted.gapFrom, 0),
    });
  const { sortBy, descending } = wanted;
  return keysetPage(query, sortedBy(SORTS[sortBy ?? 'TIME'], 'visit', descending ?? false), page);
}

/** Visits that stand and begin on one of these days, by time, at most `most` of them. */
export function visitsBetween(
  tx: Tx,
  actor: Actor,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  most: number,
): Promise<Visit[]> {
  return visible(tx, actor)
    .andWhere('visit.startsAt >= :from AND visit.startsAt < :to', {
      from: instantAt(from, 0),
      to: instantAt(addDays(to, 1), 0),
    })
    .andWhere('visit.status IN (:...statuses)', { statuses: STANDING })
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .limit(most)
    .getMany();
}

/** Visits of these days for whoever plans them, by time: those that are held for a town that is asked, too. */
export function visitsOnBoard(
  tx: Tx,
  actor: Actor,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Visit[]> {
  return visible(tx, actor)
    .andWhere('visit.startsAt >= :from AND visit.startsAt < :to', {
      from: instantAt(from, 0),
      to: instantAt(addDays(to, 1), 0),
    })
    .andWhere(`visit.status <> 'CANCELLED'`)
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .getMany();
}

/** Those of these visits that the actor can see. */
export function visitsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Visit[]> {
  return visible(tx, actor).andWhere('visit.id = ANY(:ids)', { ids }).getMany();
}

/** Every visit of these requests that the actor can see, cancelled ones too, by time. */
export function visitsOfRequests(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<Visit[]> {
  return visible(tx, actor)
    .andWhere('visit.supportRequestId = ANY(:supportRequestIds)', { supportRequestIds })
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .getMany();
}

/** The histories of visits that the caller has already been allowed to see, oldest first. */
export function visitHistoriesOf(tx: Tx, visitIds: readonly string[]): Promise<VisitEvent[]> {
  return tx.find(VisitEvent, { where: { visitId: In([...visitIds]) }, order: { at: 'ASC', seq: 'ASC' } });
}

/** When it was last accepted. */
export async function acceptedAt(tx: Tx, visitId: string): Promise<Date | null> {
  const [event] = await tx.find(VisitEvent, {
    where: { visitId, toStatus: 'CONFIRMED' },
    order: { seq: 'DESC' },
    take: 1,
  });
  return event?.at ?? null;
}

/** Saves the rows with what happened to them. */
export async function saveVisits(tx: Tx, visits: readonly Visit[]): Promise<void> {
  await tx.save(Visit, [...visits]);
  const events = visits.flatMap((visit) => visit.newEvents.splice(0));
  if (events.length > 0) await tx.insert(VisitEvent, events);
  for (const { visitId, prefectureId, toStatus } of events)
    if (toStatus === 'RECEIVED') await enqueue(tx, visitReceived, { visitId }, { prefectureId });
}
