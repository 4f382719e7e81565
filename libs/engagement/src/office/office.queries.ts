import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { Office, OfficeMember, OfficeSession, OfficeTime } from './office.entity.js';
import { visibleTo } from './office.policy.js';

const visibleOffices = (tx: Tx, actor: Actor) => {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(Office, 'office').where(where, parameters);
};

export const listOffices = (tx: Tx, actor: Actor): Promise<Office[]> =>
  visibleOffices(tx, actor).orderBy('office.municipality_id').addOrderBy('office.name').getMany();

export async function getOffice(tx: Tx, actor: Actor, id: string): Promise<Office> {
  const office = await visibleOffices(tx, actor)
    .andWhere('office.id = :id', { id: knownId('office', id) })
    .getOne();
  if (!office) throw notFound('office');
  return office;
}

/** The same, held until the transaction ends: two who change one office come one after the other. */
export async function takeOffice(tx: Tx, actor: Actor, id: string): Promise<Office> {
  const office = await visibleOffices(tx, actor)
    .andWhere('office.id = :id', { id: knownId('office', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!office) throw notFound('office');
  return office;
}

/** Of these offices; those who were released last. */
export const membersOf = (tx: Tx, officeIds: readonly string[]): Promise<OfficeMember[]> =>
  tx
    .createQueryBuilder(OfficeMember, 'member')
    .where('member.officeId = ANY(:officeIds)', { officeIds })
    .orderBy(`array_position(ARRAY['HEAD', 'DEDICATED', 'CONCURRENT'], member.kind)`)
    .addOrderBy('member.section')
    .addOrderBy('member.name')
    .addOrderBy('member.id')
    .getMany();

/** What came before is in the history. */
const YEAR_AGO = `(now() AT TIME ZONE 'Asia/Tokyo')::date - 365`;

/** Of these offices, the last year's and those to come; the latest first. */
export const sessionsOf = (tx: Tx, officeIds: readonly string[]): Promise<OfficeSession[]> =>
  tx
    .createQueryBuilder(OfficeSession, 'session')
    .where(`session.officeId = ANY(:officeIds) AND session.heldOn >= ${YEAR_AGO}`, { officeIds })
    .orderBy('session.heldOn', 'DESC')
    .addOrderBy('session.id')
    .getMany();

/** Of these offices, the last year's. */
export const timesOf = (tx: Tx, officeIds: readonly string[]): Promise<OfficeTime[]> =>
  tx
    .createQueryBuilder(OfficeTime, 'time')
    .where(`time.officeId = ANY(:officeIds) AND time.workedOn >= ${YEAR_AGO}`, { officeIds })
    .orderBy('time.workedOn')
    .addOrderBy('time.id')
    .getMany();

/** A member, or a session, with its office: taken, if the office is seen. */
export async function takeOfOffice<Row extends OfficeMember | OfficeSession>(
  tx: Tx,
  actor: Actor,
  entity: new () => Row,
  id: string,
): Promise<{ office: Office; row: Row }> {
  const what = entity.name === OfficeMember.name ? 'office-member' : 'office-session';
  const found = await tx
    .createQueryBuilder(entity, 'part')
    .where('part.id = :id AND part.prefectureId = :prefectureId', {
      id: knownId(what, id),
      prefectureId: actor.prefectureId,
    })
    .getOne();
  const office =
    found &&
    (await visibleOffices(tx, actor)
      .andWhere('office.id = :id', { id: found.officeId })
      .setLock('pessimistic_write')
      .getOne());
  // Read again under the lock: somebody else may have changed it meanwhile.
  const row = office && (await tx.createQueryBuilder(entity, 'part').where('part.id = :id', { id }).getOne());
  if (!office || !row) throw notFound(what);
  return { office, row };
}
