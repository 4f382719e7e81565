import {
  type Actor,
  type HubStaff,
  type MunicipalityStaff,
  NOTHING_VISIBLE,
  type Part,
  plays,
  type Visibility,
} from '@banso/kernel';
import type { SupportRequest } from './support-request.entity.js';
import { noConflictWith } from './conflict.queries.js';
import { NEXT, type SupportRequestStatus, UNSENT } from './support-request-status.js';

type Row = Pick<SupportRequest, 'prefectureId' | 'municipalityId' | 'status' | 'filedBy'>;

/** Somebody of the hub of that prefecture with one of the duties. */
const ofItsHub =
  (...parts: readonly Part[]) =>
  (actor: Actor, request: Row): boolean =>
    actor.role === 'HUB_STAFF' && actor.prefectureId === request.prefectureId && plays(actor, ...parts);

/** Somebody of that town with one of the duties. */
const ofItsTown =
  (...parts: readonly Part[]) =>
  (actor: Actor, request: Row): boolean =>
    actor.role === 'MUNICIPALITY_STAFF' &&
    actor.municipalityId === request.municipalityId &&
    plays(actor, ...parts);

const coordinates = ofItsHub('HUB_COORDINATOR');
const requests = ofItsTown('TOWN_REQUESTER');
const approvesInTown = ofItsTown('TOWN_APPROVER');

/** The hub may write a request down for a town that telephones; until it is sent only its writer has it. */
const isItsWriter = (actor: Actor, request: Row): boolean =>
  requests(actor, request) || (coordinates(actor, request) && request.filedBy === actor.accountId);

/** There is still something to be done for it. */
const isOpen = ({ status }: Row): boolean => NEXT[status].length > 0 || status === 'AWAITING_REPORT';

/** Who may do what to a support request. The state itself is judged by the entity. */
export const may = {
  draft: (actor: Actor): actor is HubStaff | MunicipalityStaff =>
    plays(actor, 'HUB_COORDINATOR', 'TOWN_REQUESTER'),
  revise: isItsWriter,
  /** A request is the town's word: whoever approves there sends it, also a draft that was approved on paper. */
  submit: (actor: Actor, request: Row): boolean =>
    approvesInTown(actor, request) ||
    (request.status === 'DRAFT' && coordinates(actor, request) && isItsWriter(actor, request)),
  sendForApproval: requests,
  approve: approvesInTown,
  withdraw: (actor: Actor, request: Row): boolean =>
    requests(actor, request) ||
    approvesInTown(actor, request) ||
    (coordinates(actor, request) && (!UNSENT.includes(request.status) || isItsWriter(actor, request))),
  triage: coordinates,
  /** The word of the town, whoever there may speak for it. */
  answerHub: ofItsTown('TOWN_REQUESTER', 'TOWN_APPROVER'),
  select: coordinates,
  /** 県決裁: not by whoever only coordinates. */
  approveDispatch: ofItsHub('HUB_APPROVER'),
  reselect: ofItsHub('HUB_COORDINATOR', 'HUB_APPROVER'),
  rank: requests,
  /** Whether the offer is the specialist's own is judged by the shortlist. */
  answerOffer: (actor: Actor): boolean => actor.role === 'SPECIALIST',
  steer: coordinates,
  /** Files come with a draft, and more may follow until the case has ended. */
  attach: (actor: Actor, request: Row): boolean =>
    request.status === 'DRAFT'
      ? isItsWriter(actor, request)
      : request.status !== 'IN_APPROVAL' &&
        isOpen(request) &&
        (requests(actor, request) || coordinates(actor, request)),
  /** What was sent with a request stays, unless the hub finds that it ought not to. */
  detach: (actor: Actor, request: Row): boolean =>
    request.status === 'DRAFT'
      ? isItsWriter(actor, request)
      : !UNSENT.includes(request.status) && coordinates(actor, request),
  /** To hand it to readers outside, as far as they may have it. */
  exportSheet: (actor: Actor, request: Row): boolean =>
    ofItsHub('HUB_COORDINATOR', 'HUB_APPROVER')(actor, request) ||
    ofItsTown('TOWN_REQUESTER', 'TOWN_APPROVER')(actor, request),
};

/** 派遣決定通知書: whoever exports, and the specialists who see the case. */
export const mayTakeDecision = (actor: Actor, request: Row): boolean =>
  may.exportSheet(actor, request) || actor.role === 'SPECIALIST';

/** A specialist reads the own offer, not whom else the town might have had. */
export const shortlistFor = <T extends { specialistId: string }>(
  actor: Actor,
  entries: readonly T[],
): readonly T[] =>
  actor.role === 'SPECIALIST'
    ? entries.filter((entry) => entry.specialistId === actor.specialistId)
    : entries;

type Step = { readonly toStatus: SupportRequestStatus; readonly fromStatus: SupportRequestStatus | null };

/** From the choice of a specialist to its end: which of several declined, and why, is not for the others. */
const SELECTION: readonly SupportRequestStatus[] = [
  'SELECTING',
  'TOWN_REVIEW',
  'OFFERING',
  'PREFECTURE_APPROVAL',
];

/** A town's own approval stays in the town; how a specialist was chosen stays between hub and town. */
export function historyFor<T extends Step>(actor: Actor, events: readonly T[]): readonly T[] {
  switch (actor.role) {
    case 'SYSTEM':
    case 'MUNICIPALITY_STAFF':
      return events;
    case 'HUB_STAFF':
      return events.filter(({ toStatus }) => !UNSENT.includes(toStatus));
    case 'SPECIALIST':
      return events.filter(({ toStatus }) => !UNSENT.includes(toStatus) && !SELECTION.includes(toStatus));
    case 'OPERATOR':
      return [];
  }
}

/** The rows that an actor can see, as a condition on the alias `request`. */
export function visibleTo(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId, accountId: actor.accountId };
  switch (actor.role) {
    case 'SYSTEM':
      return { where: 'request.prefectureId = :prefectureId', parameters };
    case 'HUB_STAFF':
      return {
        where: `request.prefectureId = :prefectureId AND (request.status NOT IN ('DRAFT', 'IN_APPROVAL') OR request.filedBy = :accountId)`,
        parameters,
      };
    case 'MUNICIPALITY_STAFF':
      return {
        where: 'request.prefectureId = :prefectureId AND request.municipalityId = :municipalityId',
        parameters: { ...parameters, municipalityId: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `request.prefectureId = :prefectureId AND (
          EXISTS (SELECT 1 FROM support_team t WHERE t.support_request_id = request.id AND t.specialist_id = :specialistId)
          OR EXISTS (SELECT 1 FROM shortlist_entry s WHERE s.support_request_id = request.id
                     AND s.specialist_id = :specialistId AND s.offered_at IS NOT NULL AND s.answer IS DISTINCT FROM 'DECLINED'))
          AND ${noConflictWith('request.id', 'request.consultation_id')}`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}
