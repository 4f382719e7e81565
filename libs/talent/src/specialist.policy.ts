import { type Actor, type HubStaff, plays, type Visibility } from '@banso/kernel';
import type { Evidence } from './skill-assessment.entity.js';

interface Person {
  readonly id: string;
  readonly prefectureId: string;
}

const isItsHub = (actor: Actor, specialist: Person): boolean =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === specialist.prefectureId;

const coordinates = (actor: Actor, specialist: Person): boolean =>
  isItsHub(actor, specialist) && plays(actor, 'HUB_COORDINATOR');

const isSelf = (actor: Actor, specialist: Person): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === specialist.id;

/** Who may do what in the talent pool. */
export const may = {
  register: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  revise: coordinates,
  manageDaysOff: (actor: Actor, specialist: Person): boolean =>
    isSelf(actor, specialist) || coordinates(actor, specialist),
  /** A person declares the own firms, the hub those of a pledge; only the hub takes back what was wrong. */
  recordFirms: (actor: Actor, specialist: Person): boolean =>
    isSelf(actor, specialist) || coordinates(actor, specialist),
  removeFirms: coordinates,
  readFirms: (actor: Actor, specialist: Person): boolean =>
    isSelf(actor, specialist) || isItsHub(actor, specialist),
  /** A specialist speaks for themselves; what others found out is the hub's to write down. */
  assess: (actor: Actor, specialist: Person, evidence: Evidence): boolean =>
    coordinates(actor, specialist) || (isSelf(actor, specialist) && evidence === 'SELF_DECLARED'),
  organise: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
};

export /** The specialists that an actor can see, as a condition on the alias `specialist`. */
function visibleTo(actor: Actor): Visibility {
  const where = 'specialist.prefecture_id = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  if (actor.role === 'MUNICIPALITY_STAFF') return { where: `${where} AND specialist.active`, parameters };
  if (actor.role === 'SPECIALIST')
    return {
      where: `${where} AND specialist.id = :ownId`,
      parameters: { ...parameters, ownId: actor.specialistId },
    };
  return { where, parameters };
}

/** Why someone is away, and what was noted about a skill, is for the hub and the person; not for a municipality. */
export const seesReasons = (actor: Actor): boolean => actor.role !== 'MUNICIPALITY_STAFF';
