import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import {
  CONFLICT_REASON,
  isConsultation,
  passOnConflicted,
  releaseConflicted,
  shutOut,
  takeSupportRequest,
} from '@banso/support';
import { lockCalendar } from './calendar-lock.js';
import { releaseSlotsOf } from './dates/date-inquiry-course.js';
import { callOff } from './visit-call-off.js';
import { takeVisit, visitsOfRequests } from './visit.queries.js';

/**
 * Somebody is shut out of a case that they were already given: their coming visits are called off, a question
 * goes to the next, and whoever was named is named no more. Harmless to repeat.
 */
export async function settleConflict(tx: Tx, caseId: string, change: Change): Promise<void> {
  await lockCalendar(tx, change.actor);
  if (await isConsultation(tx, caseId)) return passOnConflicted(tx, caseId, change);
  const request = await takeSupportRequest(tx, change.actor, caseId);
  const conflicted = await shutOut(tx, change.actor, request.id, request.consultationId);
  for (const visit of await visitsOfRequests(tx, change.actor, [request.id]))
    if (visit.isAhead && visit.endsAt > change.at && conflicted.has(visit.specialistId))
      await callOff(
        tx,
        await takeVisit(tx, change.actor, visit.id),
        { side: 'HUB' },
        { ...change, reason: CONFLICT_REASON },
      );
  await releaseSlotsOf(tx, request.id, conflicted, change);
  await releaseConflicted(tx, caseId, change);
}
