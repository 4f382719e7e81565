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
  REQUEST_RETURNED: action,
  REQUEST_ANSWERED: inform,
  REQUEST_DECIDED: inform,
  REQUEST_REJECTED: inform,
  OFFER_MADE: action,
  PLAN_PUBLISHED: action,
  VISIT_PUBLISHED: action,
  VISIT_MOVED: action,
  VISIT_CANCELLED: action,
  VISIT_CONFIRMED: inform,
  PLAN_RUN_DONE: mildAction,
  CONSULTATION_ANSWERED: inform,
  AGREEMENT_ENDING: action,
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
