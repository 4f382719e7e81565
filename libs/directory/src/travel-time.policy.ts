import { type Actor, type HubStaff, plays } from '@banso/kernel';

/** Who may say how long a way takes. */
export const may = {
  set: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
};
