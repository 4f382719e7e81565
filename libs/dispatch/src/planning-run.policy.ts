import { type Actor, type HubStaff, plays } from '@banso/kernel';
import type { PlanningRun } from './planning-run.entity.js';

type Row = Pick<PlanningRun, 'prefectureId'>;

const coordinates = (actor: Actor, run: Row): actor is HubStaff =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === run.prefectureId && plays(actor, 'HUB_COORDINATOR');

/** Who may do what to a planning run. Plans are the hub's own until they are published. */
export const planningRunMay = {
  request: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  read: (actor: Actor): boolean => actor.role === 'HUB_STAFF' || actor.role === 'SYSTEM',
  cancel: coordinates,
  discard: coordinates,
  pin: coordinates,
  publish: coordinates,
};
