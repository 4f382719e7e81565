import type { Role } from '@banso/kernel';

/** Somebody has to do something: mail at once. Or may as well know: in the digest of the day. */
export const NOTICE_ASKS = ['ACTION', 'INFORM'] as const;
export type NoticeAsks = (typeof NOTICE_ASKS)[number];

export interface NoticeKindRule {
  readonly asks: NoticeAsks;
  /** Who may stop mail of this kind for themselves; the inbox has it in any case. */
  readonly mayStop: readonly Role[];
}

const EVERYBODY = ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'] as const satisfies readonly Role[];
const HUB = ['HUB_STAFF'] as const satisfies readonly Role[];

/** Mail at once; only the hub, which works in the platform all day, may do without. */
const action: NoticeKindRule = { asks: 'ACTION', mayStop: HUB };
/** Mail at once; whoever has no use for it stops it. */
const mildAction: NoticeKindRule = { asks: 'ACTION', mayStop: EVERYBODY };
/** In the digest; everybody may do without. */
const inform: NoticeKindRule = { asks: 'INFORM', mayStop: EVERYBODY };

/**
 * Every kind of notice. A new one needs a line here and one in each of `notice-words.ja.ts` and `notice-words.en.ts`.
 */
export const NOTICE_KINDS = {
  REQUEST_RECEIVED: inform,
  REQUEST_ARRIVED: inform,
  REQUEST_TO_APPROVE: action,
  REQUEST_RETURNED: action,
  REQUEST_ANSWERED: inform,
  REQUEST_DECIDED: inform,
  REQUEST_REJECTED: inform,
  SHORTLIST_TO_RANK: action,
  DISPATCH_TO_DECIDE: action,
  OFFER_MADE: action,
  PLAN_PUBLISHED: action,
  VISIT_PUBLISHED: action,
  VISIT_MOVED: action,
  VISIT_CANCELLED: action,
  VISIT_CONFIRMED: inform,
  VISIT_OTHER_DAY_ASKED: action,
  VISIT_OTHER_DAY_REFUSED: action,
  VISIT_FELL_AWAY: action,
  VISIT_ANSWER_DUE: action,
  VISIT_DECLINED: action,
  VISIT_GIVEN_BACK: action,
  VISIT_ON_BLOCKED_DAY: action,
  PLAN_RUN_DONE: mildAction,
  CONSULTATION_ASSIGNED: action,
  CONSULTATION_ANSWERED: inform,
  AGREEMENT_ENDING: action,
  DATES_ASKED: action,
  DATES_REMINDER: action,
  DATES_WITHDRAWN: inform,
  DATES_AGREED: inform,
  DATES_MARKED: inform,
  DATES_DECLINED: action,
  DATES_CLOSED: action,
  DATES_LAPSED: action,
  COMPANION_ASKED: action,
  COMPANION_ASKED_AGAIN: action,
  COMPANION_RELEASED: inform,
  COMPANION_COLLIDES: action,
  VISIT_REPORT_DUE: action,
  VISIT_REPORT_OVERDUE: action,
  VISIT_REPORT_LATE: inform,
  VISIT_REPORTED: action,
  VISIT_REPORT_RETURNED: action,
  VISIT_REPORT_CONFIRMED: inform,
  CONFIRMATION_OVERDUE: action,
  EVALUATION_ASKED: action,
  EVALUATION_OVERDUE: action,
  SUPPORT_COMPLETED: inform,
  CASE_REPORT_FOR_APPROVAL: action,
  CASE_SHARING_ASKED: action,
  FOLLOW_UP_ASKED: action,
  FOLLOW_UP_OVERDUE: action,
  TRAVEL_CLAIM_SUBMITTED: inform,
  TRAVEL_CLAIM_RETURNED: action,
  TRAVEL_CLAIM_APPROVED: inform,
} as const satisfies Readonly<Record<string, NoticeKindRule>>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS).filter(
  (kind): kind is NoticeKind => kind in NOTICE_KINDS,
);

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(NOTICE_KINDS, kind);

export const ruleOf = (kind: NoticeKind): NoticeKindRule => NOTICE_KINDS[kind];

/** What happened, without a full stop: it stands in a subject line. What is to be done, as a sentence. */
export type NoticeWords = Readonly<Record<NoticeKind, readonly [title: string, toDo: string]>>;
