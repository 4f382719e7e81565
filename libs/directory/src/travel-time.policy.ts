import type { Actor, HubStaff } from '@banso/kernel';

/** Who may say how long a way takes. */
export const may = {
  set: (actor: Actor): actor is HubStaff => actor.role === 'HUB_STAFF',
};
