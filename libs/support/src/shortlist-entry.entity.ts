import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OFFER_ANSWERS = ['ACCEPTED', 'DECLINED'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** One of at most three specialists put before the town, and what became of the offer. */
@Entity('shortlist_entry')
export class ShortlistEntry {
  @PrimaryColumn('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @PrimaryColumn('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** The hub's order, 1 first. */
  @Column('int') position: number;
  /** The town's order, 1 first; null until it has ranked. */
  @Column('int', { name: 'town_rank', nullable: true }) townRank: number | null;
  @Column('text', { nullable: true }) answer: OfferAnswer | null;
  @Column('text', { name: 'answer_reason', nullable: true }) answerReason: string | null;
  @Column('timestamptz', { name: 'offered_at', nullable: true }) offeredAt: Date | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
}

/** A place on the shortlist of a request: in the hub's order until the town has ranked. */
export const entryOf = (
  request: { readonly id: string; readonly prefectureId: string },
  specialistId: string,
  position: number,
): ShortlistEntry =>
  Object.assign(new ShortlistEntry(), {
    supportRequestId: request.id,
    specialistId,
    prefectureId: request.prefectureId,
    position,
    townRank: null,
    answer: null,
    answerReason: null,
    offeredAt: null,
    answeredAt: null,
  });

/** Asks the next in the town's order who may have it; false where nobody is left. */
export function offerNext(
  entries: readonly ShortlistEntry[],
  conflicted: ReadonlySet<string>,
  at: Date,
): boolean {
  const next = [...entries]
    .sort((a, b) => (a.townRank ?? a.position) - (b.townRank ?? b.position))
    .find((entry) => entry.answer === null && !conflicted.has(entry.specialistId));
  if (next) next.offeredAt = at;
  return next !== undefined;
}
