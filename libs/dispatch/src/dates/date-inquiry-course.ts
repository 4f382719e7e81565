import { type Change, localDateOf } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { PLANNABLE, takeSupportRequest } from '@banso/support';
import { In } from 'typeorm';
import { lockCalendar } from '../calendar-lock.js';
import { DateInquiry } from './date-inquiry.entity.js';
import { tendDateInquiry } from './date-inquiry.jobs.js';
import { GOING_ON } from './date-inquiry-status.js';
import { dateAnswersOf, saveDateInquiry, takeDateInquiry } from './date-inquiry.queries.js';
import { tellInquiryEnded, tellInquiryLapsed, tellTownReminded } from './date-notices.js';
import { releaseSlots } from './release-slots.js';

const SWEPT_AT_ONCE = 200;

/** Keys of sentences: nobody typed them. */
export const INQUIRY_REASONS = {
  lapsed: 'date-inquiry.lapsed',
  closed: 'date-inquiry.closed',
  caseStandsStill: 'date-inquiry.case-stopped',
  noSlotLeft: 'date-inquiry.no-slot-left',
} as const;

/** Going on, and due: a reminder, the end of its time, or a case that is planned no more. */
const DUE = `inquiry.status IN ('OPEN', 'ANSWERED') AND (
  (inquiry.status = 'OPEN' AND (
    inquiry.due_on < :today
    OR (inquiry.half_told_at IS NULL AND inquiry.counted_from + ((inquiry.due_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'
      - inquiry.counted_from) / 2 <= :at)
    OR (inquiry.eve_told_at IS NULL AND (inquiry.due_on - 1 + time '09:00') AT TIME ZONE 'Asia/Tokyo' <= :at)))
  OR NOT EXISTS (SELECT 1 FROM support_request request WHERE request.id = inquiry.support_request_id
    AND request.status = ANY (:plannable)))`;

export async function sweepInquiries(tx: Tx, at: Date): Promise<void> {
  const due = await tx
    .createQueryBuilder(DateInquiry, 'inquiry')
    .where(DUE, { at, today: localDateOf(at), plannable: [...PLANNABLE] })
    .orderBy('inquiry.dueOn')
    .addOrderBy('inquiry.id')
    .take(SWEPT_AT_ONCE)
    .getMany();
  for (const { id, prefectureId } of due)
    await enqueue(tx, tendDateInquiry, { dateInquiryId: id }, { prefectureId });
}

/** Harmless to repeat: each reminder is noted, and what has ended is left alone. */
export async function tendInquiry(tx: Tx, id: string, change: Change): Promise<void> {
  await lockCalendar(tx, change.actor);
  const inquiry = await takeDateInquiry(tx, change.actor, id);
  if (!inquiry.isGoingOn) return;
  const request = await takeSupportRequest(tx, change.actor, inquiry.supportRequestId);
  if (!PLANNABLE.includes(request.status)) return endWithCase(tx, inquiry, change);
  if (inquiry.status !== 'OPEN') return;
  if (change.at >= inquiry.closesAt) await close(tx, inquiry, change);
  else await remind(tx, inquiry, change);
  await saveDateInquiry(tx, inquiry);
}

/** Whatever a case's town is being asked; under the calendar lock. */
export async function endInquiries(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  for (const inquiry of await takeGoingOn(tx, supportRequestId)) await endWithCase(tx, inquiry, change);
}

/** Some people must not come any more: what was offered of their time is free again, under the calendar lock. */
export async function releaseSlotsOf(
  tx: Tx,
  supportRequestId: string,
  people: ReadonlySet<string>,
  change: Change,
): Promise<void> {
  for (const inquiry of await takeGoingOn(tx, supportRequestId)) {
    if (inquiry.way !== 'CHOICE') continue;
    if ((await releaseSlots(tx, change.actor, inquiry, people)) > 0) continue;
    const ended = { ...change, reason: INQUIRY_REASONS.noSlotLeft };
    inquiry.withdraw(ended);
    await saveDateInquiry(tx, inquiry);
    await tellInquiryEnded(tx, inquiry, ended);
  }
}

const takeGoingOn = (tx: Tx, supportRequestId: string): Promise<DateInquiry[]> =>
  tx.find(DateInquiry, {
    where: { supportRequestId, status: In([...GOING_ON]) },
    lock: { mode: 'pessimistic_write' },
  });

/** The case was paused, ended or taken back: nobody is asked any more. */
async function endWithCase(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  const ended = { ...change, reason: INQUIRY_REASONS.caseStandsStill };
  inquiry.withdraw(ended);
  await releaseSlots(tx, change.actor, inquiry);
  await saveDateInquiry(tx, inquiry);
  await tellInquiryEnded(tx, inquiry, ended);
}

async function close(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  const answers = await dateAnswersOf(tx, [inquiry.id]);
  const isAnswered = answers.length > 0;
  const { closed, lapsed } = INQUIRY_REASONS;
  inquiry.close(isAnswered, { ...change, reason: isAnswered ? closed : lapsed });
  await releaseSlots(tx, change.actor, inquiry);
  await tellInquiryLapsed(tx, inquiry, change);
}

/** At half the time, and in the morning of the day before the last; when both have come, one word is enough. */
async function remind(tx: Tx, inquiry: DateInquiry, change: Change): Promise<void> {
  const { at } = change;
  const isEve = inquiry.eveToldAt === null && at >= inquiry.eveAt;
  const isHalf = inquiry.halfToldAt === null && at >= inquiry.halfTimeAt;
  if (!isEve && !isHalf) return;
  if (isHalf) inquiry.halfToldAt = at;
  if (isEve) inquiry.eveToldAt = at;
  await tellTownReminded(tx, inquiry, isEve ? 'EVE' : 'HALF', change);
}
