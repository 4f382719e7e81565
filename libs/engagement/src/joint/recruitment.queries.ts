import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { ApplicantEvent } from './applicant-event.entity.js';
import { Applicant, Recruitment } from './recruitment.entity.js';

/** Applicants are known to the hub of their prefecture, and to nobody else. */
const knows = (actor: Actor): boolean => actor.role === 'HUB_STAFF' || actor.role === 'SYSTEM';

function visible<T extends Recruitment | Applicant>(
  tx: Tx,
  actor: Actor,
  entity: new () => T,
): SelectQueryBuilder<T> {
  const query = tx
    .createQueryBuilder(entity, 'one')
    .where('one.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  return knows(actor) ? query : query.andWhere('false');
}

async function found<T extends Recruitment | Applicant>(
  query: SelectQueryBuilder<T>,
  what: string,
  id: string,
): Promise<T> {
  const row = await query.andWhere('one.id = :id', { id: knownId(what, id) }).getOne();
  if (!row) throw notFound(what);
  return row;
}

export const getRecruitment = (tx: Tx, actor: Actor, id: string): Promise<Recruitment> =>
  found(visible(tx, actor, Recruitment), 'recruitment', id);
export const takeRecruitment = (tx: Tx, actor: Actor, id: string): Promise<Recruitment> =>
  found(visible(tx, actor, Recruitment).setLock('for_no_key_update'), 'recruitment', id);
export const getApplicant = (tx: Tx, actor: Actor, id: string): Promise<Applicant> =>
  found(visible(tx, actor, Applicant), 'applicant', id);
export const takeApplicant = (tx: Tx, actor: Actor, id: string): Promise<Applicant> =>
  found(visible(tx, actor, Applicant).setLock('for_no_key_update'), 'applicant', id);

/** The one that closes last stands first. */
export const listRecruitments = (tx: Tx, actor: Actor): Promise<Recruitment[]> =>
  visible(tx, actor, Recruitment).orderBy('one.closesOn', 'DESC').addOrderBy('one.id').limit(100).getMany();

/** In the order in which they applied. */
export const applicantsOf = (tx: Tx, actor: Actor, recruitmentIds: readonly string[]): Promise<Applicant[]> =>
  visible(tx, actor, Applicant)
    .andWhere('one.recruitmentId = ANY(:recruitmentIds)', { recruitmentIds })
    .orderBy('one.appliedOn')
    .addOrderBy('one.id')
    .getMany();

/** The histories of applicants that the caller has already been allowed to see, oldest first. */
export const applicantHistoriesOf = (tx: Tx, ids: readonly string[]): Promise<ApplicantEvent[]> =>
  tx.find(ApplicantEvent, { where: { applicantId: In([...ids]) }, order: { at: 'ASC', seq: 'ASC' } });

/** Saves the row with what happened to it. */
export async function saveApplicant(tx: Tx, applicant: Applicant): Promise<void> {
  await tx.save(Applicant, applicant);
  const events = applicant.newEvents.splice(0);
  if (events.length > 0) await tx.insert(ApplicantEvent, events);
}
