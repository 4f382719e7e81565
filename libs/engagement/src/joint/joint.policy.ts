import { type Actor, type HubStaff, plays, type Visibility } from '@banso/kernel';

interface OfPerson {
  readonly prefectureId: string;
  readonly specialistId: string;
}

const coordinates = (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR');

/** Who may do what about people who are shared. */
export const may = {
  /** Employment, training, placements, surveys, recruitment, meetings, rotation: the hub's daily work. */
  organise: coordinates,
  answerSurvey: (actor: Actor): boolean => plays(actor, 'TOWN_REQUESTER'),
  /** Whoever is placed writes for their own placement, or the hub for them. */
  share: (actor: Actor, placement: OfPerson): boolean =>
    coordinates(actor) || (actor.role === 'SPECIALIST' && actor.specialistId === placement.specialistId),
  /** Appointments are for the hub and the person. */
  readEmployment: (actor: Actor, { id }: { readonly id: string }): boolean =>
    actor.role === 'HUB_STAFF' || (actor.role === 'SPECIALIST' && actor.specialistId === id),
};

/** The placements that an actor can see, as a condition on the alias `placement`. */
export function placementsVisibleTo(actor: Actor): Visibility {
  const where = 'placement.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND placement.municipalityId = :ownTown`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'OPERATOR':
      return { where: `${where} AND false`, parameters };
    case 'SPECIALIST':
      return {
        where: `${where} AND placement.specialistId = :ownId`,
        parameters: { ...parameters, ownId: actor.specialistId },
      };
  }
}
