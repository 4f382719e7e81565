import { localDateOf } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { Specialist, tiesOf } from '@banso/talent';
import { type Advice, BidRestrictionNote } from './bid-restriction-note.entity.js';
import { Procurement } from './procurement.entity.js';

/**
 * Somebody advised on a case: while its specification is written, a note says which firms may have to stay out
 * of the bidding. Nothing is written in any other phase.
 */
export function noteAdvice(tx: Tx, caseId: string, advice: AdviceOf): Promise<void> {
  // A specialist's advice binds firms in a purchase that specialists know nothing of.
  return beyondOwnRows(tx, () => note(tx, caseId, advice));
}

type AdviceOf = Omit<Advice, 'specialist'> & { readonly specialistId: string };

async function note(tx: Tx, caseId: string, advice: AdviceOf): Promise<void> {
  // Until the advice is noted, nobody moves the purchase to another phase.
  const procurement = await tx.findOne(Procurement, {
    where: { caseId },
    lock: { mode: 'pessimistic_read' },
  });
  if (procurement?.phase !== 'SPECIFICATION') return;
  const { specialistId: id, ...rest } = advice;
  const specialist = await tx.findOneByOrFail(Specialist, { id, prefectureId: procurement.prefectureId });
  const ties = await tiesOf(tx, id, localDateOf(advice.at));
  await tx.insert(BidRestrictionNote, BidRestrictionNote.of(procurement, { ...rest, specialist }, ties));
}
