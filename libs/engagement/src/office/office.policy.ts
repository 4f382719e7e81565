import { type Actor, type MunicipalityStaff, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';

/** Only the town itself keeps its office; its hub looks on. */
export const may = {
  keep: (actor: Actor, office: { readonly municipalityId: string }): actor is MunicipalityStaff =>
    actor.role === 'MUNICIPALITY_STAFF' &&
    actor.municipalityId === office.municipalityId &&
    (plays(actor, 'TOWN_REQUESTER') || plays(actor, 'TOWN_MANAGER')),
  open: (actor: Actor): actor is MunicipalityStaff =>
    actor.role === 'MUNICIPALITY_STAFF' && (plays(actor, 'TOWN_REQUESTER') || plays(actor, 'TOWN_MANAGER')),
};

/** The offices that an actor can see, as a condition on the alias `office`. */
export function visibleTo(actor: Actor): Visibility {
  const where = 'office.prefecture_id = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'HUB_STAFF':
    case 'SYSTEM':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND office.municipality_id = :townId`,
        parameters: { ...parameters, townId: actor.municipalityId },
      };
    default:
      return NOTHING_VISIBLE;
  }
}
