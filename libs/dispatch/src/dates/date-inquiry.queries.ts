import { type Actor, knownId, notFound, type Page, type PageRequest, parseInput, uuid } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { DateAnswer } from './date-answer.entity.js';
import { DateInquiryEvent } from './date-inquiry-event.entity.js';
import { DateInquiry } from './date-inquiry.entity.js';
import { inquiriesVisibleTo } from './date-inquiry.policy.js';
import { DATE_INQUIRY_STATUSES } from './date-inquiry-status.js';
import { OfferedSlot } from './offered-slot.entity.js';

const filterSchema = z.object({
  supportRequestId: uuid().nullish(),
  statuses: z.array(z.enum(DATE_INQUIRY_STATUSES)).max(10).nullish(),
});
/** Which inquiries to list; nothing named means all that the actor can see. */
export type DateInquiryFilter = z.input<typeof filterSchema>;

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<DateInquiry> {
  const { where, parameters } = inquiriesVisibleTo(actor);
  return tx.createQueryBuilder(DateInquiry, 'inquiry').where(`(${where})`, parameters);
}

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<DateInquiry> =>
  visible(tx, actor).andWhere('inquiry.id = :id', { id: knownId('date-inquiry', id) });

export async function getDateInquiry(tx: Tx, actor: Actor, id: string): Promise<DateInquiry> {
  const inquiry = await byId(tx, actor, id).getOne();
  if (!inquiry) throw notFound('date-inquiry');
  return inquiry;
}

/** Loads and locks it for a change. */
export async function takeDateInquiry(tx: Tx, actor: Actor, id: string): Promise<DateInquiry> {
  const inquiry = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
  if (!inquiry) throw notFound('date-inquiry');
  return inquiry;
}

/** By the last day on which the town may answer. */
export function listDateInquiries(
  tx: Tx,
  actor: Actor,
  filter: DateInquiryFilter,
  page: PageRequest,
): Promise<Page<DateInquiry>> {
  const { supportRequestId, statuses } = parseInput(filterSchema, filter);
  const query = visible(tx, actor);
  if (supportRequestId) query.andWhere('inquiry.supportRequestId = :supportRequestId', { supportRequestId });
  if (statuses?.length) query.andWhere('inquiry.status IN (:...statuses)', { statuses });
  return keysetPage(
    query,
    { by: ['inquiry.dueOn', 'inquiry.id'], order: 'ASC', keyOf: ({ dueOn, id }) => [dueOn, id] },
    page,
  );
}

/** Offered slots of inquiries that the caller has already been allowed to see, in the hub's order. */
export const offeredSlotsOf = (tx: Tx, inquiryIds: readonly string[]): Promise<OfferedSlot[]> =>
  tx.find(OfferedSlot, { where: { inquiryId: In([...inquiryIds]) }, order: { position: 'ASC' } });

/** Answers of the town to inquiries that the caller has already been allowed to see. */
export const dateAnswersOf = (tx: Tx, inquiryIds: readonly string[]): Promise<DateAnswer[]> =>
  tx.find(DateAnswer, {
    where: { inquiryId: In([...inquiryIds]) },
    order: { answeredAt: 'ASC', name: 'ASC' },
  });

/** The histories of inquiries that the caller has already been allowed to see, oldest first. */
export const dateInquiryHistoriesOf = (tx: Tx, inquiryIds: readonly string[]): Promise<DateInquiryEvent[]> =>
  tx.find(DateInquiryEvent, {
    where: { dateInquiryId: In([...inquiryIds]) },
    order: { at: 'ASC', seq: 'ASC' },
  });

/** Saves the row with what happened to it. */
export async function saveDateInquiry(tx: Tx, inquiry: DateInquiry): Promise<void> {
  await tx.save(DateInquiry, inquiry);
  if (inquiry.newEvents.length > 0) await tx.insert(DateInquiryEvent, inquiry.newEvents.splice(0));
}
