import {
  type Actor,
  addDays,
  knownId,
  type LocalDate,
  notFound,
  parseInput,
  localDate,
  text,
} from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { z } from 'zod';
import { firmFields } from './firm.js';
import { FIRM_RELATIONS, SpecialistFirm, type SpecialistFirmFacts } from './specialist-firm.entity.js';
import { getSpecialist } from './specialist.queries.js';
import { may } from './specialist.policy.js';

/** How long a tie that has ended still counts; days. Two years, as long as a dispatch usually lasts. */
export const TIE_COUNTS_DAYS = 730;

/** The last day on which an ended tie must not have ended before, to count on this day. */
export const tiesCountSince = (today: LocalDate): LocalDate => addDays(today, -TIE_COUNTS_DAYS);

/** The last day on which a tie counts; null while it lasts. */
export const tieCountsUntil = (to: LocalDate | null): LocalDate | null => to && addDays(to, TIE_COUNTS_DAYS);

export interface SpecialistFirmInput {
  readonly specialistId: string;
  readonly relation: SpecialistFirm['relation'];
  readonly name: string;
  readonly corporateNumber?: string | null;
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly source?: string | null;
}

const day = localDate()
  .nullish()
  .transform((date) => date ?? null);

const fields = { ...firmFields, relation: z.enum(FIRM_RELATIONS), from: day, to: day };

const inOrder = ({ from, to }: Pick<SpecialistFirmFacts, 'from' | 'to'>): boolean =>
  from === null || to === null || to >= from;
const ORDER = { path: ['to'], params: { rule: 'not-before-from' } };

const known = z
  .object({ ...fields, source: z.preprocess((value) => value ?? '', text(200)) })
  .refine(inOrder, ORDER);
const declared = z.object(fields).refine(inOrder, ORDER);

/** The hub says how it knows; a person's own word is its own source. */
export const parseSpecialistFirm = (actor: Actor, input: SpecialistFirmInput): SpecialistFirmFacts =>
  actor.role === 'SPECIALIST' ? { ...parseInput(declared, input), source: null } : parseInput(known, input);

/** What is written down of a person's firms, what was removed included, newest first; not for a town. */
export async function listSpecialistFirms(
  tx: Tx,
  actor: Actor,
  specialistId: string,
): Promise<SpecialistFirm[]> {
  const specialist = await getSpecialist(tx, actor, specialistId);
  if (!may.readFirms(actor, specialist)) throw notFound('specialist');
  return tx.find(SpecialistFirm, {
    where: { specialistId: specialist.id },
    order: { recordedAt: 'DESC', id: 'ASC' },
  });
}

/** Loads and locks a line for a change. */
export async function takeSpecialistFirm(tx: Tx, actor: Actor, id: string): Promise<SpecialistFirm> {
  const firm = await tx
    .createQueryBuilder(SpecialistFirm, 'firm')
    .where('firm.id = :id', { id: knownId('firm', id) })
    .andWhere('firm.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .setLock('pessimistic_write')
    .getOne();
  if (!firm || !may.readFirms(actor, { id: firm.specialistId, prefectureId: firm.prefectureId }))
    throw notFound('firm');
  return firm;
}

/** The firms that tie a person today: those that have not ended, or not for long. For callers who may know. */
export function tiesOf(tx: Tx, specialistId: string, today: LocalDate): Promise<SpecialistFirm[]> {
  return tx
    .createQueryBuilder(SpecialistFirm, 'firm')
    .where('firm.specialistId = :specialistId AND firm.removedAt IS NULL', { specialistId })
    .andWhere('(firm.to IS NULL OR firm.to >= :since)', { since: tiesCountSince(today) })
    .orderBy('firm.relation')
    .addOrderBy('firm.name')
    .getMany();
}
