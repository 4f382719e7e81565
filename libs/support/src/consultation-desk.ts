import type { Change } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { dueAtOf, ESCALATION_WORKING_DAYS } from './consultation-hours.js';
import { type Consultation, MAX_ESCALATIONS } from './consultation.entity.js';
import { escalateConsultation } from './consultation.jobs.js';
import { overdueConsultations, saveConsultation, takeConsultation } from './consultation.queries.js';
import { DESK_REASONS } from './consultation-status.js';
import { chooseForDesk, type DeskAssignment } from './desk-assignment.js';
import { deskFacts, lockDesk } from './desk-assignment.queries.js';

const SWEPT_AT_ONCE = 500;

/** Gives a new question to whom the desk's rule names; when it names nobody, to the hub. Harmless to repeat. */
export async function giveToDesk(tx: Tx, consultationId: string, change: Change): Promise<void> {
  const consultation = await takeConsultation(tx, change.actor, consultationId);
  if (!consultation.waitsForDesk) return;
  const choice = await choose(tx, consultation, change);
  if (choice.chosen) consultation.assign(choice, change);
  else consultation.handToHub(choice, { ...change, reason: DESK_REASONS.nobodySuitable });
  await saveConsultation(tx, consultation);
}

/** Asks for a look at every late question, once for each time at which it was due. */
export async function sweepOverdue(tx: Tx, at: Date): Promise<void> {
  for (const { id, prefectureId, dueAt } of await overdueConsultations(tx, at, SWEPT_AT_ONCE))
    await enqueue(
      tx,
      escalateConsultation,
      { consultationId: id },
      { prefectureId, dedupKey: `${escalateConsultation.name}:${id}:${dueAt.toISOString()}` },
    );
}

/** A late question goes to the next specialist; the second time, or with nobody left, to the hub. */
export async function escalateOverdue(tx: Tx, consultationId: string, change: Change): Promise<void> {
  const consultation = await takeConsultation(tx, change.actor, consultationId);
  if (!consultation.isOverdue(change.at)) return;
  const isLast = consultation.escalations + 1 >= MAX_ESCALATIONS;
  const choice = isLast ? null : await choose(tx, consultation, change);
  if (choice?.chosen) {
    const dueAt = dueAtOf(change.at, consultation.themeId, ESCALATION_WORKING_DAYS);
    consultation.passOn(choice, dueAt, { ...change, reason: DESK_REASONS.overdueNext });
  } else consultation.handToHub(choice, { ...change, reason: DESK_REASONS.overdueHub });
  await saveConsultation(tx, consultation);
}

async function choose(tx: Tx, consultation: Consultation, { actor, at }: Change): Promise<DeskAssignment> {
  await lockDesk(tx, consultation.prefectureId);
  return chooseForDesk(await deskFacts(tx, actor, consultation, at), consultation.asked);
}
