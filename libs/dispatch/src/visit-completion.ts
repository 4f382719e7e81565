import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { allVisitsDone, noteAdvice, takeSupportRequest } from '@banso/support';
import { overtakeProposals } from './answers/visit-proposal.queries.js';
import type { Visit } from './visit.entity.js';
import { saveVisits } from './visit.queries.js';
import { countVisits } from './visit-call-off.js';
import { MADE } from './visit-status.js';

/** A visit took place: it may bind firms, and may have been the last of its case. The calendar is locked by the caller. */
export async function completeVisit(tx: Tx, visit: Visit, change: Change): Promise<void> {
  visit.complete(change);
  await saveVisits(tx, [visit]);
  await overtakeProposals(tx, [visit.id], change);
  await noteVisit(tx, visit, change);
  await endSupportAfterLast(tx, visit, change);
}

/** A visit in which a specification was worked on may bind the firms of whoever came. */
async function noteVisit(tx: Tx, visit: Visit, { actor }: Change): Promise<void> {
  const request = await takeSupportRequest(tx, actor, visit.supportRequestId);
  await noteAdvice(tx, request.id, {
    cause: 'VISIT',
    causeId: visit.id,
    caseNumber: request.number ?? request.title,
    specialistId: visit.specialistId,
    at: visit.startsAt,
  });
}

async function endSupportAfterLast(tx: Tx, visit: Visit, change: Change): Promise<void> {
  const request = await takeSupportRequest(tx, change.actor, visit.supportRequestId);
  const done = await countVisits(tx, visit.supportRequestId, MADE);
  if (done >= request.visits && request.status === 'IN_SUPPORT') await allVisitsDone(tx, request.id, change);
}
