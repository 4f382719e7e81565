import {
  type Actor,
  type HubStaff,
  type MunicipalityStaff,
  NOTHING_VISIBLE,
  plays,
  type Visibility,
} from '@banso/kernel';
import type { DateInquiry } from './date-inquiry.entity.js';

type Row = Pick<DateInquiry, 'prefectureId' | 'municipalityId'>;

/** Who may do what to a date inquiry. The state itself is judged by the entity. */
export const dateInquiryMay = {
  ask: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  lead: (actor: Actor, inquiry: Row): actor is HubStaff =>
    actor.role === 'HUB_STAFF' &&
    actor.prefectureId === inquiry.prefectureId &&
    plays(actor, 'HUB_COORDINATOR'),
  answer: (actor: Actor, inquiry: Row): actor is MunicipalityStaff =>
    actor.role === 'MUNICIPALITY_STAFF' &&
    actor.municipalityId === inquiry.municipalityId &&
    plays(actor, 'TOWN_REQUESTER'),
};

/** The inquiries that an actor can see, as a condition on the alias `inquiry`. */
export function inquiriesVisibleTo(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where: 'inquiry.prefectureId = :prefectureId', parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: 'inquiry.prefectureId = :prefectureId AND inquiry.municipalityId = :ownTown',
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

export const INQUIRY_ACTIONS = ['CHOOSE', 'MARK', 'DECLINE', 'FIX', 'EXTEND', 'WITHDRAW'] as const;
export type InquiryAction = (typeof INQUIRY_ACTIONS)[number];

/** What an actor may do with an inquiry now: the screens show these and no others. */
export function inquiryActionsOf(
  actor: Actor,
  inquiry: DateInquiry,
  { now, answers }: { readonly now: Date; readonly answers: number },
): InquiryAction[] {
  const isOpen = inquiry.status === 'OPEN';
  const answering = isOpen && now < inquiry.closesAt && dateInquiryMay.answer(actor, inquiry);
  const leading = dateInquiryMay.lead(actor, inquiry);
  const possible: Readonly<Record<InquiryAction, boolean>> = {
    CHOOSE: answering && inquiry.way === 'CHOICE',
    MARK: answering && inquiry.way === 'GRID',
    DECLINE: answering,
    FIX: leading && inquiry.isGoingOn && inquiry.way === 'GRID' && answers > 0,
    EXTEND: leading && isOpen,
    WITHDRAW: leading && inquiry.isGoingOn,
  };
  return INQUIRY_ACTIONS.filter((action) => possible[action]);
}
