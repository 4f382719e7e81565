import type { Role } from '@banso/kernel';

/** Somebody has to do something: mail at once. Or may as well know: in the digest of the day. */
export const NOTICE_ASKS = ['ACTION', 'INFORM'] as const;
export type NoticeAsks = (typeof NOTICE_ASKS)[number];

export interface NoticeKindRule {
  readonly asks: NoticeAsks;
  /** Who may stop mail of this kind for themselves; the inbox has it in any case. */
  readonly mayStop: readonly Role[];
  /** Whom it is told: only they are asked whether they want mail of it. */
  readonly toldTo: readonly Role[];
}

type HowTold = Omit<NoticeKindRule, 'toldTo'>;

const EVERYBODY = ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'] as const satisfies readonly Role[];
const HUB = ['HUB_STAFF'] as const satisfies readonly Role[];
const TOWN = ['MUNICIPALITY_STAFF'] as const satisfies readonly Role[];
const SPECIALIST = ['SPECIALIST'] as const satisfies readonly Role[];
const OUTSIDE = [...TOWN, ...SPECIALIST] as const;
const BOTH_OFFICES = [...HUB, ...TOWN] as const;

/** Mail at once; only the hub, which works in the platform all day, may do without. */
const action: HowTold = { asks: 'ACTION', mayStop: HUB };
/** Mail at once; whoever has no use for it stops it. */
const mildAction: HowTold = { asks: 'ACTION', mayStop: EVERYBODY };
/** In the digest; everybody may do without. */
const inform: HowTold = { asks: 'INFORM', mayStop: EVERYBODY };

/**
 * Every kind of notice. A new one needs a line here and one in each of `notice-words.ja.ts` and `notice-words.en.ts`.
 */
export const NOTICE_KINDS = {
  REQUEST_RECEIVED: { ...inform, toldTo: TOWN },
  REQUEST_ARRIVED: { ...inform, toldTo: HUB },
  REQUEST_TO_APPROVE: { ...action, toldTo: TOWN },
  REQUEST_RETURNED: { ...action, toldTo: TOWN },
  REQUEST_ASKED: { ...action, toldTo: TOWN },
  REQUEST_REPLIED: { ...inform, toldTo: HUB },
  REQUEST_ANSWERED: { ...inform, toldTo: TOWN },
  REQUEST_DECIDED: { ...inform, toldTo: OUTSIDE },
  REQUEST_REJECTED: { ...inform, toldTo: TOWN },
  SHORTLIST_TO_RANK: { ...action, toldTo: TOWN },
  DISPATCH_TO_DECIDE: { ...action, toldTo: HUB },
  OFFER_MADE: { ...action, toldTo: SPECIALIST },
  PLAN_PUBLISHED: { ...action, toldTo: OUTSIDE },
  VISIT_PUBLISHED: { ...action, toldTo: OUTSIDE },
  VISIT_MOVED: { ...action, toldTo: OUTSIDE },
  VISIT_CANCELLED: { ...action, toldTo: OUTSIDE },
  VISIT_CONFIRMED: { ...inform, toldTo: TOWN },
  VISIT_OTHER_DAY_ASKED: { ...action, toldTo: HUB },
  VISIT_OTHER_DAY_REFUSED: { ...action, toldTo: OUTSIDE },
  VISIT_FELL_AWAY: { ...action, toldTo: HUB },
  VISIT_ANSWER_DUE: { ...action, toldTo: SPECIALIST },
  VISIT_DECLINED: { ...action, toldTo: HUB },
  VISIT_GIVEN_BACK: { ...action, toldTo: HUB },
  VISIT_ON_BLOCKED_DAY: { ...action, toldTo: HUB },
  PLAN_RUN_DONE: { ...mildAction, toldTo: HUB },
  PLAN_RUN_READY: { ...inform, toldTo: HUB },
  PUBLICATION_REFUSED: { ...action, toldTo: HUB },
  CONSULTATION_ASSIGNED: { ...action, toldTo: SPECIALIST },
  CONSULTATION_ANSWERED: { ...inform, toldTo: TOWN },
  AGREEMENT_ENDING: { ...action, toldTo: BOTH_OFFICES },
  DATES_ASKED: { ...action, toldTo: TOWN },
  DATES_REMINDER: { ...action, toldTo: TOWN },
  DATES_WITHDRAWN: { ...inform, toldTo: TOWN },
  DATES_AGREED: { ...inform, toldTo: HUB },
  DATES_MARKED: { ...inform, toldTo: HUB },
  DATES_DECLINED: { ...action, toldTo: HUB },
  DATES_CLOSED: { ...action, toldTo: HUB },
  DATES_LAPSED: { ...action, toldTo: HUB },
  COMPANION_ASKED: { ...action, toldTo: HUB },
  COMPANION_ASKED_AGAIN: { ...action, toldTo: HUB },
  COMPANION_RELEASED: { ...inform, toldTo: HUB },
  COMPANION_COLLIDES: { ...action, toldTo: HUB },
  VISIT_REPORT_DUE: { ...action, toldTo: SPECIALIST },
  VISIT_REPORT_OVERDUE: { ...action, toldTo: SPECIALIST },
  VISIT_REPORT_LATE: { ...inform, toldTo: HUB },
  VISIT_REPORTED: { ...action, toldTo: TOWN },
  VISIT_REPORT_RETURNED: { ...action, toldTo: SPECIALIST },
  VISIT_REPORT_CONFIRMED: { ...inform, toldTo: SPECIALIST },
  CONFIRMATION_OVERDUE: { ...action, toldTo: TOWN },
  EVALUATION_ASKED: { ...action, toldTo: TOWN },
  EVALUATION_OVERDUE: { ...action, toldTo: TOWN },
  SUPPORT_COMPLETED: { ...inform, toldTo: HUB },
  CASE_REPORT_FOR_APPROVAL: { ...action, toldTo: HUB },
  CASE_SHARING_ASKED: { ...action, toldTo: TOWN },
  FOLLOW_UP_ASKED: { ...action, toldTo: TOWN },
  FOLLOW_UP_OVERDUE: { ...action, toldTo: TOWN },
  TRAVEL_CLAIM_SUBMITTED: { ...inform, toldTo: HUB },
  TRAVEL_CLAIM_RETURNED: { ...action, toldTo: SPECIALIST },
  TRAVEL_CLAIM_APPROVED: { ...inform, toldTo: SPECIALIST },
} as const satisfies Readonly<Record<string, NoticeKindRule>>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS).filter(
  (kind): kind is NoticeKind => kind in NOTICE_KINDS,
);

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(NOTICE_KINDS, kind);

export const ruleOf = (kind: NoticeKind): NoticeKindRule => NOTICE_KINDS[kind];

/** What happened, without a full stop: it stands in a subject line. What is to be done, as a sentence. */
export type NoticeWords = Readonly<Record<NoticeKind, readonly [title: string, toDo: string]>>;
