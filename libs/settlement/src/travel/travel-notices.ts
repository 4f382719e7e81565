import { noticesSettled, notify } from '@banso/notices';
import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { TravelClaim } from './travel-claim.entity.js';

const aboutOf = ({ id }: TravelClaim) => ({ type: 'TRAVEL_CLAIM' as const, id });
/** One for each time that it is handed in or answered. */
const keyOf = (claim: TravelClaim, { at }: Change): string =>
  `travel-claim ${claim.id} ${claim.status} ${at.toISOString()}`;

/** The hub has a claim to examine. */
export async function tellSubmitted(tx: Tx, claim: TravelClaim, change: Change): Promise<void> {
  await noticesSettled(tx, change, aboutOf(claim));
  await notify(tx, change, {
    kind: 'TRAVEL_CLAIM_SUBMITTED',
    about: aboutOf(claim),
    to: { hubDuty: 'APPROVER' },
    facts: { on: claim.fromOn, person: change.actor.name },
    key: keyOf(claim, change),
  });
}

/** Whoever travelled has it back, or will be paid. */
export async function tellAnswered(tx: Tx, claim: TravelClaim, change: Change): Promise<void> {
  await noticesSettled(tx, change, aboutOf(claim));
  await notify(tx, change, {
    kind: claim.status === 'RETURNED' ? 'TRAVEL_CLAIM_RETURNED' : 'TRAVEL_CLAIM_APPROVED',
    about: aboutOf(claim),
    to: { specialistId: claim.specialistId },
    facts: { number: claim.number, on: claim.fromOn },
    key: keyOf(claim, change),
  });
}
