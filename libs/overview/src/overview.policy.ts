import { type Actor, type HubStaff, type MunicipalityStaff, plays } from '@banso/kernel';

/** Who may look at what a year came to. */
export const may = {
  /** Every town and every person of the prefecture. */
  read: (actor: Actor): actor is HubStaff => actor.role === 'HUB_STAFF',
  /** The own town beside figures of all, without their names. */
  compare: (actor: Actor): actor is MunicipalityStaff => actor.role === 'MUNICIPALITY_STAFF',
  setTargets: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
};
