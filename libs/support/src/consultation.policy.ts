import {
  type Actor,
  type HubStaff,
  type MunicipalityStaff,
  NOTHING_VISIBLE,
  plays,
  type Visibility,
} from '@banso/kernel';
import { noConflictWith } from './conflict.queries.js';
import type { Consultation } from './consultation.entity.js';
import { CONSULTATION_NEXT } from './consultation-status.js';
import type { DeskAssignment } from './desk-assignment.js';

type Row = Pick<Consultation, 'prefectureId' | 'municipalityId' | 'specialistId' | 'filedBy'>;
type Standing = Row & Pick<Consultation, 'status'>;

const isItsHub = (actor: Actor, consultation: Row): boolean =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === consultation.prefectureId;

const coordinates = (actor: Actor, consultation: Row): boolean =>
  isItsHub(actor, consultation) && plays(actor, 'HUB_COORDINATOR');

const isItsRequester = (actor: Actor, consultation: Row): boolean =>
  actor.role === 'MUNICIPALITY_STAFF' &&
  actor.municipalityId === consultation.municipalityId &&
  plays(actor, 'TOWN_REQUESTER');

const isItsSpecialist = (actor: Actor, consultation: Row): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === consultation.specialistId;

/** The town speaks for itself; for one that telephones, the person at the hub who wrote it down. */
const speaksForTown = (actor: Actor, consultation: Row): boolean =>
  isItsRequester(actor, consultation) ||
  (coordinates(actor, consultation) && consultation.filedBy === actor.accountId);

/** Files come with the question and with the answer. */
const attaches = (actor: Actor, consultation: Standing): boolean =>
  CONSULTATION_NEXT[consultation.status].length > 0 &&
  (speaksForTown(actor, consultation) ||
    coordinates(actor, consultation) ||
    isItsSpecialist(actor, consultation));

/** Who may do what to a consultation. The state itself is judged by the entity. */
export const may = {
  ask: (actor: Actor): actor is HubStaff | MunicipalityStaff =>
    plays(actor, 'HUB_COORDINATOR', 'TOWN_REQUESTER'),
  answer: (actor: Actor, consultation: Row): boolean =>
    isItsSpecialist(actor, consultation) || coordinates(actor, consultation),
  reassign: coordinates,
  askFurther: speaksForTown,
  close: speaksForTown,
  turnIntoRequest: (actor: Actor, consultation: Row): boolean =>
    isItsRequester(actor, consultation) || coordinates(actor, consultation),
  withdraw: (actor: Actor, consultation: Row): boolean =>
    isItsRequester(actor, consultation) || coordinates(actor, consultation),
  readAssignment: isItsHub,
  attach: attaches,
  /** Each side takes back its own, and the hub what ought not to be there. */
  detach: (actor: Actor, consultation: Standing, addedRole: Actor['role']): boolean =>
    coordinates(actor, consultation) || (actor.role === addedRole && attaches(actor, consultation)),
};

/** Why somebody was chosen, and over whom, is between the desk and the hub. */
export const assignmentFor = (
  actor: Actor,
  consultation: Row & Pick<Consultation, 'assignment'>,
): DeskAssignment | null => (may.readAssignment(actor, consultation) ? consultation.assignment : null);

/** The rows that an actor can see, as a condition on the alias `consultation`. */
export function visibleTo(actor: Actor): Visibility {
  const prefecture = 'consultation.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where: prefecture, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${prefecture} AND consultation.municipalityId = :municipalityId`,
        parameters: { ...parameters, municipalityId: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `${prefecture} AND consultation.specialistId = :specialistId
          AND ${noConflictWith('consultation.id', 'consultation.support_request_id')}`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}
