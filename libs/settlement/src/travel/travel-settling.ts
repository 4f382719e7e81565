import { saveVisits, takeVisit } from '@banso/dispatch';
import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { TravelClaim } from './travel-claim.entity.js';
import { claimVisitsOf } from './travel-claim.queries.js';
import { isGranted } from './travel-claim-status.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';

/** 旅費精算: visits of a granted claim are over, as far as their towns have confirmed them. */
export async function settleVisits(tx: Tx, claim: TravelClaim, change: Change): Promise<void> {
  const ids = (await claimVisitsOf(tx, [claim.id])).map(({ visitId }) => visitId).sort();
  for (const id of ids) await settleIfReceived(tx, id, change);
}

/** A town has confirmed a visit: it is over if its travel was granted before. Harmless to repeat. */
export async function settleConfirmedVisit(tx: Tx, visitId: string, change: Change): Promise<void> {
  const part = await tx.findOneBy(TravelClaimVisit, { visitId });
  const claim = part && (await tx.findOneBy(TravelClaim, { id: part.claimId }));
  if (claim && isGranted(claim.status)) await settleIfReceived(tx, visitId, change);
}

async function settleIfReceived(tx: Tx, visitId: string, change: Change): Promise<void> {
  const visit = await takeVisit(tx, change.actor, visitId);
  if (visit.status !== 'RECEIVED') return;
  visit.settle(change);
  await saveVisits(tx, [visit]);
}
