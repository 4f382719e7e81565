import type { Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { chooseForDesk } from './desk-assignment.js';
import { deskFacts, lockDesk } from './desk-assignment.queries.js';
import { shutOut } from './conflict.queries.js';
import { Consultation } from './consultation.entity.js';
import { saveConsultation, takeConsultation } from './consultation.queries.js';
import { DESK_REASONS } from './consultation-status.js';
import { ShortlistEntry } from './shortlist-entry.entity.js';
import { saveSupportRequest, shortlistsOf, takeSupportRequest } from './support-request.queries.js';

/** What the town and the hub read in the histories; whose firm it is stands where only they look. */
export const CONFLICT_REASON = '利益相反の確認により担当を改めます';

/** Whether the case is a consultation: those are passed on by the desk, and have no visits. */
export const isConsultation = (tx: Tx, caseId: string): Promise<boolean> =>
  tx.existsBy(Consultation, { id: caseId });

/** A question that lies with somebody in conflict goes to the next, or to the hub. Harmless to repeat. */
export async function passOnConflicted(tx: Tx, consultationId: string, change: Change): Promise<void> {
  const consultation = await takeConsultation(tx, change.actor, consultationId);
  const holder = consultation.specialistId;
  if (consultation.status !== 'ASSIGNED' || holder === null) return;
  if (!(await shutOut(tx, change.actor, consultationId)).has(holder)) return;
  await lockDesk(tx, consultation.prefectureId);
  const facts = await deskFacts(tx, change.actor, consultation, change.at);
  const choice = chooseForDesk(facts, consultation.asked);
  const because = { ...change, reason: DESK_REASONS.conflict };
  if (choice.chosen) consultation.assign(choice, because);
  else consultation.handToHub(choice, because);
  await saveConsultation(tx, consultation);
}

/** Who is named for a request, or was put before its town, and must not have it, is named no more. */
export async function releaseConflicted(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  const conflicted = await shutOut(tx, change.actor, request.id, request.consultationId);
  const isOut = (id: string | null): boolean => id !== null && conflicted.has(id);
  const entries = await shortlistsOf(tx, [request.id]);
  const choosing = request.status === 'TOWN_REVIEW' || request.status === 'OFFERING';
  const stillPossible = entries.filter(({ answer }) => answer !== 'DECLINED');
  if (!isOut(request.specialistId) && !(choosing && stillPossible.some((one) => isOut(one.specialistId))))
    return;
  request.releaseSpecialist({ ...change, reason: CONFLICT_REASON });
  if (request.status === 'SELECTING') await tx.delete(ShortlistEntry, { supportRequestId: request.id });
  await saveSupportRequest(tx, request);
}
