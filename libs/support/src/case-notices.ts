import { addWorkingDays, placesByIds } from '@banso/directory';
import { type LocalDate, localDateOf } from '@banso/kernel';
import {
  type Audience,
  noticesSettled,
  type NoticeFacts,
  type NoticeKind,
  notify,
  type Told,
} from '@banso/notices';
import type { Tx } from '@banso/platform';
import type { Consultation } from './consultation.entity.js';
import type { SupportRequest } from './support-request.entity.js';
import type { SupportRequestEvent } from './support-request-event.entity.js';
import type { SupportRequestStatus } from './support-request-status.js';

/** Working days within which the hub answers what a town has sent. */
export const ANSWER_WORKING_DAYS = 2;

/** Until when the hub answers a request that was sent; null where it has answered, or was not asked. */
export const answerDayOf = ({
  status,
  submittedAt,
}: Pick<SupportRequest, 'status' | 'submittedAt'>): LocalDate | null =>
  submittedAt && (status === 'AWAITING_INTAKE' || status === 'IN_TRIAGE')
    ? addWorkingDays(localDateOf(submittedAt), ANSWER_WORKING_DAYS)
    : null;

/** Somebody has been asked to do something while a request stands here; it is obsolete when it leaves. */
const ASKING: ReadonlySet<SupportRequestStatus> = new Set([
  'DRAFT',
  'IN_APPROVAL',
  'TOWN_REVIEW',
  'PREFECTURE_APPROVAL',
]);

type Say = readonly [kind: NoticeKind, to: Audience, facts?: NoticeFacts];

/** While it stands with the hub, question and answer go to and fro. */
const talkOf = ({ municipalityId }: SupportRequest, { actorRole }: SupportRequestEvent): readonly Say[] =>
  actorRole === 'MUNICIPALITY_STAFF'
    ? [['REQUEST_REPLIED', { hubDuty: 'COORDINATOR' }]]
    : [['REQUEST_ASKED', { municipalityId }]];

/** Who should know of one step of a request. Nothing of what it is about is said: mail passes through other hands. */
function saidOf(
  { municipalityId, specialistId }: SupportRequest,
  { fromStatus, toStatus, at }: SupportRequestEvent,
): readonly Say[] {
  const town = { municipalityId };
  switch (toStatus) {
    case 'DRAFT':
      return fromStatus === 'IN_APPROVAL' ? [['REQUEST_RETURNED', town]] : [];
    case 'IN_APPROVAL':
      return [['REQUEST_TO_APPROVE', town]];
    case 'AWAITING_INTAKE':
      return [
        ['REQUEST_RECEIVED', town, { dueOn: addWorkingDays(localDateOf(at), ANSWER_WORKING_DAYS) }],
        ['REQUEST_ARRIVED', { hubDuty: 'COORDINATOR' }],
      ];
    case 'ADVISED':
    case 'REFERRED':
      return [['REQUEST_ANSWERED', town]];
    case 'NOT_ADOPTED':
      return [['REQUEST_REJECTED', town]];
    case 'TOWN_REVIEW':
      return [['SHORTLIST_TO_RANK', town]];
    case 'PREFECTURE_APPROVAL':
      return [['DISPATCH_TO_DECIDE', { hubDuty: 'APPROVER' }]];
    case 'DISPATCH_DECIDED':
      return [
        ['REQUEST_DECIDED', town],
        ...(specialistId ? [['REQUEST_DECIDED', { specialistId }] as const] : []),
      ];
    default:
      return [];
  }
}

const placeOf = async (tx: Tx, municipalityId: string): Promise<string | null> =>
  (await placesByIds(tx, [municipalityId]))[0]?.name ?? null;

const keyOf = (to: Audience): string => Object.entries(to).flat().join(':');

/** Tells whoever should know what has just happened to a request. */
export async function tellOfRequest(tx: Tx, request: SupportRequest): Promise<void> {
  const { id, prefectureId, number, municipalityId } = request;
  const about = { type: 'SUPPORT_REQUEST', id } as const;
  for (const event of request.newEvents) {
    const change = { actor: { prefectureId }, at: event.at };
    const { fromStatus, toStatus } = event;
    if (fromStatus && fromStatus !== toStatus && ASKING.has(fromStatus))
      await noticesSettled(tx, change, about, ASKED);
    const isTalk = fromStatus === 'IN_TRIAGE' && toStatus === 'IN_TRIAGE';
    if (fromStatus === 'IN_TRIAGE' && request.asked === null)
      await noticesSettled(tx, change, about, ['REQUEST_ASKED']);
    const steps = fromStatus === toStatus ? [] : saidOf(request, event);
    const said = isTalk ? talkOf(request, event) : steps;
    if (said.length === 0) continue;
    const place = await placeOf(tx, municipalityId);
    for (const [kind, to, facts] of said)
      await notify(tx, change, {
        kind,
        about,
        to,
        facts: { number, place, ...facts },
        key: `${event.id}:${kind}:${keyOf(to)}`,
      });
  }
}

/** Asks whoever approves in the town once more, for the step that was just written down. */
export async function remindApprovers(tx: Tx, request: SupportRequest): Promise<void> {
  const { id, prefectureId, number, municipalityId } = request;
  const step = request.newEvents.at(-1);
  if (!step) return;
  const place = await placeOf(tx, municipalityId);
  await notify(
    tx,
    { actor: { prefectureId }, at: step.at },
    {
      kind: 'REQUEST_TO_APPROVE',
      about: { type: 'SUPPORT_REQUEST', id },
      to: { municipalityId },
      facts: { number, place },
      key: `${step.id}:REMINDED`,
    },
  );
}

const ASKED = [
  'REQUEST_RETURNED',
  'REQUEST_TO_APPROVE',
  'SHORTLIST_TO_RANK',
  'DISPATCH_TO_DECIDE',
] as const satisfies readonly NoticeKind[];

/** Asks a specialist whether they take a case; whoever was asked before is not asked any more. */
export async function tellOfOffer(
  tx: Tx,
  { id, prefectureId, number, municipalityId }: SupportRequest,
  at: Date,
  specialistId: string | null,
): Promise<void> {
  const about = { type: 'OFFER', id } as const;
  const change = { actor: { prefectureId }, at };
  await noticesSettled(tx, change, about);
  if (specialistId === null) return;
  const told: Told = {
    kind: 'OFFER_MADE',
    about,
    to: { specialistId },
    facts: { number, place: await placeOf(tx, municipalityId) },
    key: `offer:${id}:${specialistId}:${at.toISOString()}`,
  };
  await notify(tx, change, told);
}

/** Tells of a question who answers it, and of an answer who asked. */
export async function tellOfConsultation(tx: Tx, consultation: Consultation): Promise<void> {
  const { id, prefectureId, number, municipalityId, specialistId, dueAt } = consultation;
  const about = { type: 'CONSULTATION', id } as const;
  for (const event of consultation.newEvents) {
    const change = { actor: { prefectureId }, at: event.at };
    const place = await placeOf(tx, municipalityId);
    const tell = (kind: NoticeKind, to: Audience, facts: NoticeFacts = {}): Promise<void> =>
      notify(tx, change, { kind, about, to, facts: { number, place, ...facts }, key: `${event.id}:${kind}` });
    if (event.fromStatus === 'ASSIGNED') await noticesSettled(tx, change, about, ['CONSULTATION_ASSIGNED']);
    if (event.toStatus === 'ASSIGNED' && specialistId)
      await tell('CONSULTATION_ASSIGNED', { specialistId }, { dueOn: localDateOf(dueAt) });
    if (event.toStatus === 'ANSWERED') await tell('CONSULTATION_ANSWERED', { municipalityId });
  }
}
