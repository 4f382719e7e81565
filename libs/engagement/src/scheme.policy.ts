import { type Actor, type HubStaff, type MunicipalityStaff, plays } from '@banso/kernel';

type OfTown = { readonly prefectureId: string; readonly municipalityId: string };

/** Who may do what about schemes: the hub keeps its own and the dates; a town says what it has used itself. */
export const schemeMay = {
  keep: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  recordUse: (
    actor: Actor,
    { prefectureId, municipalityId }: OfTown,
  ): actor is HubStaff | MunicipalityStaff =>
    plays(actor, 'HUB_COORDINATOR', 'TOWN_REQUESTER') &&
    ((actor.role === 'HUB_STAFF' && actor.prefectureId === prefectureId) ||
      (actor.role === 'MUNICIPALITY_STAFF' && actor.municipalityId === municipalityId)),
};
