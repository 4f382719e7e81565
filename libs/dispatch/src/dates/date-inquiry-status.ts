/** 回答待ち, 回答あり, 日程決定, 希望に合わず, 期限切れ, 取下げ. */
export const DATE_INQUIRY_STATUSES = [
  'OPEN',
  'ANSWERED',
  'AGREED',
  'DECLINED',
  'LAPSED',
  'WITHDRAWN',
] as const;
export type DateInquiryStatus = (typeof DATE_INQUIRY_STATUSES)[number];

/** Where an inquiry may go next. Nothing else is a legal change. */
export const INQUIRY_NEXT: Readonly<Record<DateInquiryStatus, readonly DateInquiryStatus[]>> = {
  OPEN: ['ANSWERED', 'AGREED', 'DECLINED', 'LAPSED', 'WITHDRAWN'],
  // Half-days were marked and the time is over: the hub fixes one.
  ANSWERED: ['AGREED', 'WITHDRAWN'],
  AGREED: [],
  DECLINED: [],
  LAPSED: [],
  WITHDRAWN: [],
};

/** Somebody still has to do something. */
export const GOING_ON = ['OPEN', 'ANSWERED'] as const satisfies DateInquiryStatus[];

/** A choice of up to three slots, or half-days to mark with ○△×. */
export const INQUIRY_WAYS = ['CHOICE', 'GRID'] as const;
export type InquiryWay = (typeof INQUIRY_WAYS)[number];

/** ○, △ and ×. */
export const MARKS = ['YES', 'MAYBE', 'NO'] as const;
export type Mark = (typeof MARKS)[number];

export const SLOT_OUTCOMES = ['OFFERED', 'CHOSEN', 'RELEASED'] as const;
export type SlotOutcome = (typeof SLOT_OUTCOMES)[number];

/** Why a slot is offered, as the town may know it. */
export const SLOT_REASONS = ['WISHED', 'SAME_PERSON', 'SAME_TRIP', 'SOONEST', 'LEAST_DISTURBING'] as const;
export type SlotReason = (typeof SLOT_REASONS)[number];
