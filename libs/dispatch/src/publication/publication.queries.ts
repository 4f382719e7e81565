import { type Actor, knownId, notFound, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { VisitChange } from '../plan-answers.js';
import { PlanPublication } from '../plan-publication.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import { slotOf } from '../slot.js';
import { PublicationChange } from './publication-change.entity.js';

/** A version, and what it made of each visit; null where that was not kept (the versions of before). */
export interface PublicationRecord {
  readonly publication: PlanPublication;
  readonly changes: readonly VisitChange[] | null;
}

/** @throws DomainError NOT_FOUND for a version of another prefecture */
export async function getPublication(tx: Tx, actor: Actor, id: string): Promise<PlanPublication> {
  permit(planningRunMay.read(actor));
  const publication = await tx.findOneBy(PlanPublication, { id: knownId('publication', id) });
  if (!publication || publication.prefectureId !== actor.prefectureId) throw notFound('publication');
  return publication;
}

/** In the order of the days that it was about. */
export async function publicationRecord(tx: Tx, actor: Actor, id: string): Promise<PublicationRecord> {
  const publication = await getPublication(tx, actor, id);
  if (!publication.recorded) return { publication, changes: null };
  const kept = await tx.findBy(PublicationChange, { publicationId: publication.id });
  const changes = kept.map(({ before, after, ...of }): VisitChange => ({
    kind: of.kind,
    supportRequestId: of.supportRequestId,
    visitNo: of.visitNo,
    visitId: of.visitId,
    before: before && slotOf(before),
    after: after && slotOf(after),
  }));
  return { publication, changes: changes.sort((a, b) => dayOf(a) - dayOf(b)) };
}

const dayOf = ({ before, after }: VisitChange): number => (after ?? before)?.startsAt.getTime() ?? 0;
