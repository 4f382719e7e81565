import { Municipality } from '@banso/directory';
import { type Actor, knownId, type LocalDate, notFound, parseInput } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { z } from 'zod';
import { stopsVisibleTo, visibleTo } from './council.policy.js';
import { CaseShare, CouncilAttendance, CouncilMeeting } from './council-meeting.entity.js';
import { Declaration, DeclarationSignatory } from './declaration.entity.js';
import { RoundStop, TownRound } from './town-round.entity.js';

type Kept = Declaration | DeclarationSignatory | CouncilMeeting | TownRound | RoundStop;

const visible = <Row extends object>(tx: Tx, actor: Actor, entity: new () => Row) => {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(entity, 'row').where(where, parameters);
};

/** One row, held until the transaction ends: two who change it come one after the other. */
export async function take<Row extends Kept>(
  tx: Tx,
  actor: Actor,
  entity: new () => Row,
  { what, id }: { readonly what: string; readonly id: string },
): Promise<Row> {
  const row = await visible(tx, actor, entity)
    .andWhere('row.id = :id', { id: knownId(what, id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!row) throw notFound(what);
  return row;
}

export const townsOf = (tx: Tx, prefectureId: string): Promise<Municipality[]> =>
  tx.find(Municipality, { where: { prefectureId }, order: { id: 'ASC' } });

/** The latest first. */
export const listDeclarations = (tx: Tx, actor: Actor): Promise<Declaration[]> =>
  visible(tx, actor, Declaration).orderBy('row.declaredOn', 'DESC').addOrderBy('row.id').getMany();

export const signatoriesOf = (tx: Tx, declarationIds: readonly string[]): Promise<DeclarationSignatory[]> =>
  tx
    .createQueryBuilder(DeclarationSignatory, 'row')
    .where('row.declarationId = ANY(:declarationIds)', { declarationIds })
    .orderBy('row.position')
    .getMany();

/** Years whose days Postgres and people can name. */
const year = z.object({ fiscalYear: z.int().min(2000).max(2200) });

/** Of one fiscal year, the earliest first. */
export function listCouncilMeetings(tx: Tx, actor: Actor, fiscalYear: number): Promise<CouncilMeeting[]> {
  parseInput(year, { fiscalYear });
  const [from, to]: LocalDate[] = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`];
  return visible(tx, actor, CouncilMeeting)
    .andWhere('row.heldOn BETWEEN :from AND :to', { from, to })
    .orderBy('row.heldOn')
    .addOrderBy('row.id')
    .getMany();
}

export const attendancesOf = (tx: Tx, meetingIds: readonly string[]): Promise<CouncilAttendance[]> =>
  tx
    .createQueryBuilder(CouncilAttendance, 'row')
    .where('row.meetingId = ANY(:meetingIds)', { meetingIds })
    .orderBy('row.municipalityId')
    .getMany();

export const casesOf = (tx: Tx, meetingIds: readonly string[]): Promise<CaseShare[]> =>
  tx
    .createQueryBuilder(CaseShare, 'row')
    .where('row.meetingId = ANY(:meetingIds)', { meetingIds })
    .orderBy('row.municipalityId')
    .addOrderBy('row.title')
    .getMany();

/** Of one fiscal year: visits, then hearings, the latest of each first. */
export const listRounds = (tx: Tx, actor: Actor, fiscalYear: number): Promise<TownRound[]> =>
  visible(tx, actor, TownRound)
    .andWhere('row.fiscalYear = :fiscalYear', { fiscalYear })
    .orderBy(`array_position(ARRAY['VISIT', 'HEARING_FIRST', 'HEARING_SECOND'], row.kind)`)
    .addOrderBy('row.no', 'DESC')
    .getMany();

export async function getRound(tx: Tx, actor: Actor, id: string): Promise<TownRound> {
  const round = await visible(tx, actor, TownRound)
    .andWhere('row.id = :id', { id: knownId('town-round', id) })
    .getOne();
  if (!round) throw notFound('town-round');
  return round;
}

/** In their order; for a town its own alone. */
export function stopsOf(tx: Tx, actor: Actor, roundIds: readonly string[]): Promise<RoundStop[]> {
  const { where, parameters } = stopsVisibleTo(actor);
  return tx
    .createQueryBuilder(RoundStop, 'row')
    .where(where, parameters)
    .andWhere('row.roundId = ANY(:roundIds)', { roundIds })
    .orderBy('row.position')
    .getMany();
}
