import type { Actor } from '@banso/kernel';
import type { TravelClaim } from './travel-claim.entity.js';
import { claimMay } from './travel-claim.policy.js';
import { isWritable } from './travel-claim-status.js';

export const TRAVEL_CLAIM_ACTIONS = ['WRITE', 'DISCARD', 'RETURN', 'APPROVE', 'PAY', 'PAPER'] as const;
export type TravelClaimAction = (typeof TRAVEL_CLAIM_ACTIONS)[number];

/** What the page may offer: the same policy and states that the services enforce. */
export function travelClaimActionsOf(actor: Actor, claim: TravelClaim): TravelClaimAction[] {
  const { status, withoutMoney } = claim;
  const possible: Readonly<Record<TravelClaimAction, boolean>> = {
    WRITE: isWritable(status) && claimMay.write(actor, claim),
    DISCARD: isWritable(status) && claimMay.write(actor, claim),
    RETURN: status === 'SUBMITTED' && claimMay.return(actor, claim),
    APPROVE: status === 'SUBMITTED' && claimMay.approve(actor, claim),
    PAY: status === 'APPROVED' && !withoutMoney && claimMay.pay(actor, claim),
    PAPER: status !== 'DISCARDED' && !withoutMoney && claimMay.takePaper(actor, claim),
  };
  return TRAVEL_CLAIM_ACTIONS.filter((action) => possible[action]);
}
