import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { historiesOf, takeSupportRequest, visitsReopened } from '@banso/support';
import { In } from 'typeorm';
import { lockCalendar } from './calendar-lock.js';
import { tellFallen } from './answers/answer-notices.js';
import { asThePrefecture, overtakeProposals } from './answers/visit-proposal.queries.js';
import { companionsFollow } from './dates/companions-follow.js';
import { endInquiries } from './dates/date-inquiry-course.js';
import { type CancelSide, type DeclineKind, Visit } from './visit.entity.js';
import { saveVisits, takeVisit, visitsOfRequests } from './visit.queries.js';
import { STANDING } from './visit-status.js';
import { tellOfCallOff } from './visit-notices.js';
import { arrangeTravel } from './visit-travel.js';

/** On whose side the cause lies, and what kind of reason whoever declined gave. */
export interface CallOff {
  readonly side: CancelSide;
  readonly kind?: DeclineKind | null;
}

/** Frees the slot and the way to it; a case without any visit left waits for the planner again. */
export async function callOff(
  tx: Tx,
  visit: Visit,
  { side, kind = null }: CallOff,
  change: Change,
): Promise<void> {
  visit.fallAway(side, kind, change);
  await saveVisits(tx, [visit]);
  // The ways of that day lead to other towns, and beside it may lie what is held for one.
  await asThePrefecture(tx, change.actor, async (by) => saveVisits(tx, await arrangeTravel(tx, by, [visit])));
  await overtakeProposals(tx, [visit.id], change);
  if (visit.gap === 'OPEN') await tellFallen(tx, visit, change);
  await companionsFollow(tx, [visit], change);
  await tellOfCallOff(tx, visit, change);
  const request = await takeSupportRequest(tx, change.actor, visit.supportRequestId);
  const standing = await countVisits(tx, visit.supportRequestId, STANDING);
  if (standing === 0 && request.status === 'IN_SUPPORT') await visitsReopened(tx, request.id, change);
}

/**
 * A case was paused or ended: nobody travels to it any more. The hub's reason goes with each visit.
 * Harmless to repeat; nothing happens when the case was resumed meanwhile.
 */
export async function callOffAhead(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  await lockCalendar(tx, change.actor);
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  if (request.status !== 'SUSPENDED' && request.status !== 'TERMINATED') return;
  await endInquiries(tx, request.id, change);
  const reason = (await historiesOf(tx, [request.id])).at(-1)?.reason ?? null;
  for (const { id, isAhead, endsAt } of await visitsOfRequests(tx, change.actor, [request.id]))
    if (isAhead && endsAt > change.at)
      await callOff(tx, await takeVisit(tx, change.actor, id), { side: 'HUB' }, { ...change, reason });
}

export const countVisits = (
  tx: Tx,
  supportRequestId: string,
  statuses: readonly Visit['status'][],
): Promise<number> => tx.countBy(Visit, { supportRequestId, status: In([...statuses]) });
