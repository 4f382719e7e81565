import { type Actor, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';
import type { Procurement } from './procurement.entity.js';

type Row = Pick<Procurement, 'prefectureId' | 'municipalityId'>;

/** Vendors are secrets of the purchase: the town itself and its hub, and no specialist ever. */
export const readsProcurement = (actor: Actor, row: Row): boolean =>
  (actor.role === 'HUB_STAFF' && actor.prefectureId === row.prefectureId) ||
  (actor.role === 'MUNICIPALITY_STAFF' && actor.municipalityId === row.municipalityId);

export const procurementMay = {
  set: (actor: Actor, row: Row): boolean =>
    readsProcurement(actor, row) && plays(actor, 'HUB_COORDINATOR', 'TOWN_REQUESTER'),
};

/** The purchases that an actor can read, as a condition on the alias `procurement`. */
export function visibleTo(actor: Actor): Visibility {
  const where = 'procurement.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND procurement.municipalityId = :ownTown`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}
