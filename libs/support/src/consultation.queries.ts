import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Consultation } from './consultation.entity.js';
import { ConsultationEvent } from './consultation-event.entity.js';
import { visibleTo } from './consultation.policy.js';
import { type ConsultationStatus, WAITING } from './consultation-status.js';
import { tellOfConsultation } from './case-notices.js';

export interface ConsultationFilter {
  readonly statuses?: readonly ConsultationStatus[] | null;
  readonly municipalityId?: string | null;
  readonly themeId?: string | null;
  readonly specialistId?: string | null;
  /** Only those that wait for the hub's hand. */
  readonly escalated?: boolean | null;
  /** Part of the question or the number. */
  readonly search?: string | null;
}

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Consultation> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(Consultation, 'consultation').where(`(${where})`, parameters);
}

export async function getConsultation(tx: Tx, actor: Actor, id: string): Promise<Consultation> {
  const consultation = await visible(tx, actor)
    .andWhere('consultation.id = :id', { id: knownId('consultation', id) })
    .getOne();
  if (!consultation) throw notFound('consultation');
  return consultation;
}

/** Loads and locks it for a change. */
export async function takeConsultation(tx: Tx, actor: Actor, id: string): Promise<Consultation> {
  const consultation = await visible(tx, actor)
    .andWhere('consultation.id = :id', { id: knownId('consultation', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!consultation) throw notFound('consultation');
  return consultation;
}

export function consultationsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Consultation[]> {
  return visible(tx, actor).andWhere('consultation.id = ANY(:ids)', { ids }).getMany();
}

/** Newest first. */
export function listConsultations(
  tx: Tx,
  actor: Actor,
  filter: ConsultationFilter,
  page: PageRequest,
): Promise<Page<Consultation>> {
  return keysetPage(
    filtered(visible(tx, actor), filter),
    {
      by: ['consultation.createdAt', 'consultation.id'],
      order: 'DESC',
      keyOf: (row) => [row.createdAt.toISOString(), row.id],
    },
    page,
  );
}

function filtered(
  list: SelectQueryBuilder<Consultation>,
  { statuses, municipalityId, themeId, specialistId, escalated, search }: ConsultationFilter,
): SelectQueryBuilder<Consultation> {
  if (statuses?.length) list.andWhere('consultation.status IN (:...statuses)', { statuses });
  if (municipalityId) list.andWhere('consultation.municipalityId = :town', { town: municipalityId });
  if (themeId) list.andWhere('consultation.themeId = :themeId', { themeId });
  if (specialistId)
    list.andWhere('consultation.specialistId = :holder', { holder: knownId('specialist', specialistId) });
  if (typeof escalated === 'boolean')
    list.andWhere(`consultation.escalatedAt IS ${escalated ? 'NOT NULL' : 'NULL'}`);
  if (search)
    list.andWhere(
      '(position(lower(:search) in lower(consultation.question)) > 0 OR consultation.number = :search)',
      { search: search.normalize('NFC').trim() },
    );
  return list;
}

/** The histories of consultations that the caller has already been allowed to see, oldest first. */
export function consultationHistoriesOf(
  tx: Tx,
  consultationIds: readonly string[],
): Promise<ConsultationEvent[]> {
  return tx.find(ConsultationEvent, {
    where: { consultationId: In([...consultationIds]) },
    order: { at: 'ASC', seq: 'ASC' },
  });
}

/** How many questions each specialist still has to answer, one of them left out. */
export async function openConsultationLoads(
  tx: Tx,
  actor: Actor,
  except: string,
): Promise<Map<string, number>> {
  const rows = await visible(tx, actor)
    .select('consultation.specialistId', 'holder')
    .addSelect('count(*)::int', 'count')
    .andWhere(`consultation.status = 'ASSIGNED' AND consultation.id <> :except`, { except })
    .groupBy('consultation.specialistId')
    .getRawMany<{ holder: string; count: number }>();
  return new Map(rows.map((row) => [row.holder, row.count]));
}

/** A late answer that the desk has to act on. */
export interface OverdueConsultation {
  readonly id: string;
  readonly prefectureId: string;
  readonly dueAt: Date;
}

/** The latest first come last: whoever has waited longest is helped first. */
export function overdueConsultations(tx: Tx, at: Date, limit: number): Promise<OverdueConsultation[]> {
  return tx
    .createQueryBuilder(Consultation, 'consultation')
    .where('consultation.status IN (:...waiting)', { waiting: WAITING })
    .andWhere('consultation.escalatedAt IS NULL AND consultation.dueAt < :at', { at })
    .orderBy('consultation.dueAt')
    .addOrderBy('consultation.id')
    .take(limit)
    .getMany();
}

/** Saves the row with what happened to it. Events are inserted in the order in which they happened. */
export async function saveConsultation(tx: Tx, consultation: Consultation): Promise<void> {
  await tx.save(Consultation, consultation);
  await tellOfConsultation(tx, consultation);
  if (consultation.newEvents.length > 0) await tx.insert(ConsultationEvent, consultation.newEvents.splice(0));
}
