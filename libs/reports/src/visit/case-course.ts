import { countVisits, MADE } from '@banso/dispatch';
import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { caseGoesOn, takeSupportRequest } from '@banso/support';

/**
 * What the reports of its visits make of a case: all handed in, all confirmed, or one sent back. Called after each step
 * of a report; a case that is still under way, paused or ended stays where it is.
 */
export async function moveCase(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  const { status } = await takeSupportRequest(tx, change.actor, supportRequestId);
  // Counted behind the lock on the case: of two reports at once the second sees the first.
  const unreported = await countVisits(tx, supportRequestId, ['DONE']);
  const unconfirmed = await countVisits(tx, supportRequestId, ['REPORTED']);
  const made = await countVisits(tx, supportRequestId, MADE);
  if (status === 'AWAITING_CONFIRMATION' && unreported > 0)
    await caseGoesOn(tx, supportRequestId, 'awaitReportAgain', change);
  // Why a report was confirmed for the town is said at its visit.
  const onward = { actor: change.actor, at: change.at };
  if (unreported > 0 || made === 0) return;
  if (status === 'AWAITING_REPORT') await caseGoesOn(tx, supportRequestId, 'awaitConfirmation', onward);
  if (unconfirmed > 0) return;
  if (status === 'AWAITING_REPORT' || status === 'AWAITING_CONFIRMATION')
    await caseGoesOn(tx, supportRequestId, 'awaitEvaluation', onward);
}
