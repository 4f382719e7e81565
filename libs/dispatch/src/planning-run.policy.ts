import type { Actor, HubStaff } from '@banso/kernel';
import type { PlanningRun } from './planning-run.entity.js';

type Row = Pick<PlanningRun, 'prefectureId'>;

const isItsHub = (actor: Actor, run: Row): actor is HubStaff =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === run.prefectureId;

/** Who may do what to a planning run. Plans are the hub's own until they are published. */
export const planningRunMay = {
  request: (actor: Actor): actor is HubStaff => actor.role === 'HUB_STAFF',
  read: (actor: Actor): boolean => actor.role === 'HUB_STAFF' || actor.role === 'SYSTEM',
  cancel: isItsHub,
  discard: isItsHub,
  pin: isItsHub,
  publish: isItsHub,
};
