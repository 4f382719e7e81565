import type { Actor } from '@banso/kernel';
import type { VisitProposal } from './visit-proposal.entity.js';
import { visitProposalMay } from './visit-proposal.policy.js';

export const VISIT_PROPOSAL_ACTIONS = ['ACCEPT', 'REFUSE', 'WITHDRAW'] as const;
export type VisitProposalAction = (typeof VISIT_PROPOSAL_ACTIONS)[number];

/** What an actor may do with a proposal now: the screens show these buttons and no others. */
export function visitProposalActionsOf(actor: Actor, proposal: VisitProposal): VisitProposalAction[] {
  if (proposal.status !== 'OPEN') return [];
  const decides = visitProposalMay.decide(actor, proposal);
  const possible: Readonly<Record<VisitProposalAction, boolean>> = {
    ACCEPT: decides,
    REFUSE: decides,
    WITHDRAW: visitProposalMay.withdraw(actor, proposal),
  };
  return VISIT_PROPOSAL_ACTIONS.filter((action) => possible[action]);
}
