import type { Actor } from '@banso/kernel';
import type { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';

export const PLANNING_RUN_ACTIONS = ['CANCEL', 'STOP', 'PUBLISH', 'DISCARD', 'PIN', 'MOVE'] as const;
export type PlanningRunAction = (typeof PLANNING_RUN_ACTIONS)[number];

/** What an actor may do with a run now: the screens show these buttons and no others. */
export function planningRunActionsOf(actor: Actor, run: PlanningRun): PlanningRunAction[] {
  const isProposed = run.status === 'PROPOSED';
  const possible: Readonly<Record<PlanningRunAction, boolean>> = {
    CANCEL: run.isOpen && planningRunMay.cancel(actor, run),
    STOP: run.isOpen && !run.stopAsked && planningRunMay.cancel(actor, run),
    PUBLISH: isProposed && planningRunMay.publish(actor, run),
    DISCARD: isProposed && planningRunMay.discard(actor, run),
    PIN: isProposed && planningRunMay.pin(actor, run),
    MOVE: isProposed && planningRunMay.pin(actor, run),
  };
  return PLANNING_RUN_ACTIONS.filter((action) => possible[action]);
}
