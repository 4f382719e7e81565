import type { Actor } from '@banso/kernel';
import { PROPOSAL_SIDES } from './answers/visit-proposal.entity.js';
import { visitProposalMay } from './answers/visit-proposal.policy.js';
import type { Visit } from './visit.entity.js';
import { visitMay } from './visit.policy.js';

export const VISIT_ACTIONS = ['ACCEPT', 'DECLINE', 'PROPOSE', 'COMPLETE', 'CANCEL', 'PIN', 'REPAIR'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

/** What an actor may do with a visit now: the screens show these buttons and no others. */
export function visitActionsOf(actor: Actor, visit: Visit, now: Date): VisitAction[] {
  if (visit.gap === 'OPEN' && visit.startsAt > now && visitMay.repair(actor, visit)) return ['REPAIR'];
  if (!visit.isAhead) return [];
  const possible: Readonly<Record<VisitAction, boolean>> = {
    // Of what is over nobody says any more whether they come.
    ACCEPT: visit.status === 'PUBLISHED' && visit.endsAt > now && visitMay.accept(actor, visit),
    DECLINE: visit.endsAt > now && visitMay.decline(actor, visit),
    PROPOSE:
      visit.startsAt > now && PROPOSAL_SIDES.some((side) => visitProposalMay.propose(actor, visit, side)),
    COMPLETE: visit.endsAt <= now && visitMay.complete(actor, visit),
    CANCEL: visitMay.cancel(actor, visit),
    PIN: visitMay.pin(actor, visit),
    REPAIR: false,
  };
  return VISIT_ACTIONS.filter((action) => possible[action]);
}
