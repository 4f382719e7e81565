import type { Actor } from '@banso/kernel';
import type { Visit } from './visit.entity.js';
import { visitMay } from './visit.policy.js';

export const VISIT_ACTIONS = ['ACCEPT', 'DECLINE', 'COMPLETE', 'CANCEL', 'PIN'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

/** What an actor may do with a visit now: the screens show these buttons and no others. */
export function visitActionsOf(actor: Actor, visit: Visit, now: Date): VisitAction[] {
  if (!visit.isAhead) return [];
  const possible: Readonly<Record<VisitAction, boolean>> = {
    ACCEPT: visit.status === 'PUBLISHED' && visitMay.accept(actor, visit),
    DECLINE: visitMay.decline(actor, visit),
    COMPLETE: visit.endsAt <= now && visitMay.complete(actor, visit),
    CANCEL: visitMay.cancel(actor, visit),
    PIN: visitMay.pin(actor, visit),
  };
  return VISIT_ACTIONS.filter((action) => possible[action]);
}
