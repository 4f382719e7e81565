import { type Actor, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';
import { noConflictWith } from '@banso/support';
import type { Visit } from './visit.entity.js';

type Row = Pick<Visit, 'prefectureId' | 'specialistId' | 'municipalityId'>;

const coordinates = (actor: Actor, visit: Row): boolean =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === visit.prefectureId && plays(actor, 'HUB_COORDINATOR');

const isItsSpecialist = (actor: Actor, visit: Row): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === visit.specialistId;

const isOfItsTown = (actor: Actor, visit: Row): boolean =>
  actor.role === 'MUNICIPALITY_STAFF' &&
  actor.municipalityId === visit.municipalityId &&
  plays(actor, 'TOWN_REQUESTER');

/** Who may do what to a published visit. The state itself is judged by the entity. */
export const visitMay = {
  accept: isItsSpecialist,
  decline: isItsSpecialist,
  complete: (actor: Actor, visit: Row): boolean => isItsSpecialist(actor, visit) || coordinates(actor, visit),
  /**
   * A town need not receive anybody: it calls its own visit off itself, for a reason that lies on its side. For another
   * day it asks the hub, which alone knows what else hangs on the date.
   */
  cancel: (actor: Actor, visit: Row): boolean => coordinates(actor, visit) || isOfItsTown(actor, visit),
  /** What the town has ready is its own to say. */
  prepare: isOfItsTown,
  pin: coordinates,
  repair: coordinates,
};

/** What kind of reason somebody had not to come is for those who plan. */
export const readsDeclineKind = (actor: Actor): boolean => actor.role !== 'MUNICIPALITY_STAFF';

/** How far somebody travels tells where they were before: that is another town's affair. */
export const readsTravel = (actor: Actor): boolean => actor.role !== 'MUNICIPALITY_STAFF';

/** What is held for a town that is asked is shown to it as an offered slot, and to nobody else outside the hub. */
const PUBLIC = `visit.status <> 'HELD'`;

/** The visits that an actor can see, as a condition on the alias `visit`. */
export function visibleTo(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where: 'visit.prefectureId = :prefectureId', parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `visit.prefectureId = :prefectureId AND visit.municipalityId = :ownTown AND ${PUBLIC}`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `visit.prefectureId = :prefectureId AND visit.specialistId = :specialistId
          AND ${PUBLIC} AND ${noConflictWith('visit.support_request_id')}`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}
