import type { Actor, Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { shutOut } from './conflict.queries.js';
import { dueAtOf, ESCALATION_WORKING_DAYS } from './consultation-hours.js';
import { Consultation } from './consultation.entity.js';
import { saveConsultation } from './consultation.queries.js';
import { chooseForDesk, chosenByHub, type DeskAssignment } from './desk-assignment.js';
import { deskFacts, lockDesk } from './desk-assignment.queries.js';
import { entryOf, offerNext, ShortlistEntry } from './shortlist-entry.entity.js';
import { SupportRequest } from './support-request.entity.js';
import { saveSupportRequest, shortlistsOf } from './support-request.queries.js';

/** Why a piece of work stays where it is, for people to settle. */
export type StaysBecause =
  'conflict-of-interest' | 'not-suitable' | 'nobody-suitable' | 'town-ranked' | 'on-list';

/** Whom work goes to; null: back to where somebody is looked for. */
export type Successor = string | null;

interface Taking {
  readonly specialistId: string;
  readonly to: Successor;
}

const OWNED = ['PREFECTURE_APPROVAL', 'DISPATCH_DECIDED', 'SCHEDULING', 'IN_SUPPORT', 'SUSPENDED'] as const;
const CHOOSING = ['TOWN_REVIEW', 'OFFERING'] as const;

/** Whether rows are only looked at, or locked for a change. */
export type Hold = 'look' | 'lock';

const held = <T extends object>(query: SelectQueryBuilder<T>, hold: Hold): Promise<T[]> =>
  (hold === 'lock' ? query.setLock('pessimistic_write') : query).getMany();

/** Requests that name this person, and those in which the person may still be chosen, by their ids. */
export function casesWith(tx: Tx, actor: Actor, specialistId: string, hold: Hold): Promise<SupportRequest[]> {
  const query = tx
    .createQueryBuilder(SupportRequest, 'request')
    .where('request.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere(
      `((request.specialistId = :specialistId AND request.status IN (:...owned)) OR (request.status IN (:...choosing)
        AND EXISTS (SELECT 1 FROM shortlist_entry entry WHERE entry.support_request_id = request.id
          AND entry.specialist_id = :specialistId AND entry.answer IS NULL)))`,
      { specialistId, owned: OWNED, choosing: CHOOSING },
    )
    .orderBy('request.id');
  return held(query, hold);
}

/** Questions that lie with this person, by their ids. */
export function questionsWith(
  tx: Tx,
  actor: Actor,
  specialistId: string,
  hold: Hold,
): Promise<Consultation[]> {
  const query = tx
    .createQueryBuilder(Consultation, 'consultation')
    .where('consultation.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere(`consultation.specialistId = :specialistId AND consultation.status = 'ASSIGNED'`, {
      specialistId,
    })
    .orderBy('consultation.id');
  return held(query, hold);
}

/** To whom the desk gives a question now, or why nobody gets it. */
export async function questionGoesTo(
  tx: Tx,
  actor: Actor,
  consultation: Consultation,
  { specialistId, to, at }: Taking & { readonly at: Date },
): Promise<DeskAssignment | StaysBecause> {
  await lockDesk(tx, consultation.prefectureId);
  const facts = await deskFacts(tx, actor, consultation, at);
  const others = facts.filter((one) => one.specialistId !== specialistId);
  if (to === null) {
    const choice = chooseForDesk(others, consultation.asked);
    return choice.chosen ? choice : 'nobody-suitable';
  }
  const choice = chosenByHub(to, others, consultation.asked);
  if (!choice.chosen) return 'conflict-of-interest';
  return choice.chosen.suitable ? choice : 'not-suitable';
}

/** The next one has at least as long as after a late answer. */
export async function passQuestion(
  tx: Tx,
  consultation: Consultation,
  assignment: DeskAssignment,
  change: Change,
): Promise<void> {
  const dueAt = dueAtOf(change.at, consultation.themeId, ESCALATION_WORKING_DAYS);
  consultation.reassign(assignment, dueAt, change);
  await saveConsultation(tx, consultation);
}

/** Whether a place on a shortlist may go to somebody else; null where it may. */
export async function placeStaysBecause(
  tx: Tx,
  actor: Actor,
  request: SupportRequest,
  { to }: Taking,
): Promise<StaysBecause | null> {
  if (to === null) return null;
  // The town put these people in its order: somebody else would be a choice that it has not made.
  if (request.status === 'OFFERING') return 'town-ranked';
  const entries = await shortlistsOf(tx, [request.id]);
  if (entries.some((entry) => entry.specialistId === to)) return 'on-list';
  return (await shutOut(tx, actor, request.id, request.consultationId)).has(to)
    ? 'conflict-of-interest'
    : null;
}

/** Takes a person off a shortlist. An open offer goes to the town's next choice; with nobody left the choice begins anew. */
export async function passPlace(
  tx: Tx,
  request: SupportRequest,
  { specialistId, to }: Taking,
  change: Change,
): Promise<void> {
  const entries = await shortlistsOf(tx, [request.id]);
  const own = entries.find((entry) => entry.specialistId === specialistId);
  if (!own) return;
  await tx.delete(ShortlistEntry, { supportRequestId: request.id, specialistId });
  const rest = entries.filter((entry) => entry !== own);
  if (to !== null) await tx.insert(ShortlistEntry, entryOf(request, to, own.position));
  else if (own.offeredAt !== null || rest.every(({ answer }) => answer !== null))
    await passOffer(tx, request, rest, change);
  if (request.newEvents.length === 0) request.note(change);
  await saveSupportRequest(tx, request);
}

async function passOffer(
  tx: Tx,
  request: SupportRequest,
  entries: readonly ShortlistEntry[],
  change: Change,
): Promise<void> {
  const conflicted = await shutOut(tx, change.actor, request.id, request.consultationId);
  if (request.status === 'OFFERING' && offerNext(entries, conflicted, change.at))
    await tx.save(ShortlistEntry, [...entries]);
  else {
    request.reselect(change);
    await tx.delete(ShortlistEntry, { supportRequestId: request.id });
  }
}
