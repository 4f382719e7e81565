import {
  type Actor,
  dutyNeeded,
  type HubStaff,
  type MunicipalityStaff,
  type Operator,
  permit,
  plays,
  type Visibility,
} from '@banso/kernel';
import type { InvitedTo } from './invitation.entity.js';

type Place = Pick<InvitedTo, 'role' | 'prefectureId' | 'municipalityId'>;
type Staff = HubStaff | MunicipalityStaff | Operator;

/** The hub's own people are its approvers' affair; those of towns and the pool are daily work. */
const hubManages = (actor: Actor, { role, prefectureId }: Place): boolean =>
  actor.role === 'HUB_STAFF' &&
  actor.prefectureId === prefectureId &&
  (role === 'HUB_STAFF' ? plays(actor, 'HUB_APPROVER') : plays(actor, 'HUB_APPROVER', 'HUB_COORDINATOR'));

const townManages = (actor: Actor, { role, municipalityId }: Place): boolean =>
  actor.role === 'MUNICIPALITY_STAFF' &&
  plays(actor, 'TOWN_MANAGER') &&
  role === 'MUNICIPALITY_STAFF' &&
  actor.municipalityId === municipalityId;

/** Operators let each other in and out, and nobody else. */
const operatorManages = (actor: Actor, { role }: Place): boolean =>
  actor.role === 'OPERATOR' && role === 'OPERATOR';

/** Who may see and manage the people of a place. */
export const may = {
  read: (actor: Actor): actor is Staff =>
    actor.role === 'HUB_STAFF' || actor.role === 'OPERATOR' || plays(actor, 'TOWN_MANAGER'),
  manage: (actor: Actor, place: Place): actor is Staff =>
    hubManages(actor, place) || townManages(actor, place) || operatorManages(actor, place),
  /** As long as nobody of the hub can: that is asked where the link is made, and again where it is used. */
  inviteFirst: (actor: Actor): actor is Operator => actor.role === 'OPERATOR',
  /** The hub appoints a town’s manager anew; whoever is of the same place must leave one behind. */
  leaveWithoutKeeper: (actor: Actor, place: Place): boolean =>
    place.role === 'MUNICIPALITY_STAFF' && hubManages(actor, place),
};

/** Refuses, and tells somebody of the same house which duty it takes. */
export function requireManager(actor: Actor, place: Place): asserts actor is Staff {
  const allowed: boolean = may.manage(actor, place);
  if (allowed) return;
  if (actor.role === 'HUB_STAFF' && actor.prefectureId === place.prefectureId)
    throw dutyNeeded('APPROVER', ...(place.role === 'HUB_STAFF' ? [] : ['COORDINATOR']));
  if (actor.role === 'MUNICIPALITY_STAFF' && actor.municipalityId === place.municipalityId)
    throw dutyNeeded('MANAGER');
  permit(false);
}

/** The places whose people an actor sees, as a condition on the alias `place`. */
export function visibleTo(actor: Actor): Visibility {
  if (actor.role === 'OPERATOR') return { where: `place.role = 'OPERATOR'`, parameters: {} };
  const where = 'place.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  if (actor.role !== 'MUNICIPALITY_STAFF') return { where, parameters };
  return {
    where: `${where} AND place.municipalityId = :ownTown`,
    parameters: { ...parameters, ownTown: actor.municipalityId },
  };
}
