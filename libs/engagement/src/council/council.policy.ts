import { type Actor, type HubStaff, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';

/** The prefecture's desk keeps what the council does; its towns read it. */
export const may = {
  organise: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
};

/** What the council keeps for hub and towns alike, as a condition on the alias `row`. */
export function visibleTo(actor: Actor): Visibility {
  if (actor.role === 'SPECIALIST') return NOTHING_VISIBLE;
  return { where: 'row.prefecture_id = :prefectureId', parameters: { prefectureId: actor.prefectureId } };
}

/** The stops of a round that an actor can see: a town its own. */
export function stopsVisibleTo(actor: Actor): Visibility {
  const all = visibleTo(actor);
  if (actor.role !== 'MUNICIPALITY_STAFF') return all;
  return {
    where: `${all.where} AND row.municipality_id = :townId`,
    parameters: { ...all.parameters, townId: actor.municipalityId },
  };
}
