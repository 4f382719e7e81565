import type { NoticeWords } from './notice-kinds.js';

/** The same in English. */
export const EN: NoticeWords = {
  REQUEST_RECEIVED: ['Your request has been received', 'Please wait for the answer of the prefecture.'],
  REQUEST_ARRIVED: ['A new request has arrived', 'Please look at it and answer.'],
  REQUEST_TO_APPROVE: ['A request waits for your approval', 'Please look at it, and approve or return it.'],
  REQUEST_RETURNED: ['A request was returned', 'Please see why, correct it and send it again.'],
  REQUEST_ASKED: ['The hub asks about a request', 'Please read the question and reply.'],
  REQUEST_REPLIED: ['A town has replied about a request', 'Please read the reply and decide.'],
  REQUEST_ANSWERED: ['The prefecture has answered your request', 'Please read the answer.'],
  REQUEST_DECIDED: ['The dispatch has been decided', 'Dates will be agreed next.'],
  REQUEST_REJECTED: ['A request was not accepted', 'Please see why.'],
  SHORTLIST_TO_RANK: ['Specialists are proposed to you', 'Please put them in the order that you wish.'],
  DISPATCH_TO_DECIDE: ['A dispatch waits for your decision', 'Please look at it and decide.'],
  OFFER_MADE: ['A case is offered to you', 'Please accept or decline it.'],
  PLAN_PUBLISHED: ['Visits have been published', 'Please look at what has changed.'],
  VISIT_PUBLISHED: ['A visit has been set', 'Please check the time and answer.'],
  VISIT_MOVED: ['A visit has been moved', 'Please check the new time.'],
  VISIT_CANCELLED: [
    'A visit has been cancelled',
    'Please take it off your calendar and tell those concerned.',
  ],
  VISIT_GIVEN_BACK: [
    'A visit has been given back',
    'The specialist is not free any more. Please find another day.',
  ],
  VISIT_ON_BLOCKED_DAY: [
    'A visit stands on a day that is not free any more',
    'Please call the specialist and decide what becomes of it.',
  ],
  VISIT_CONFIRMED: ['A visit has been confirmed', 'Please prepare for it.'],
  VISIT_OTHER_DAY_ASKED: [
    'Another day for a visit is asked for',
    'Please look at the days and accept one or refuse.',
  ],
  VISIT_OTHER_DAY_REFUSED: [
    'The visit stays on its day',
    'Another day was not possible. Please call the hub if that day cannot be kept.',
  ],
  VISIT_FELL_AWAY: [
    'A visit fell away at short notice',
    'Please look at the repairs and take one or leave the slot.',
  ],
  VISIT_ANSWER_DUE: ['Your answer to a visit is awaited', 'Please say whether you can come.'],
  VISIT_DECLINED: ['A specialist has declined a visit', 'Please arrange another day or somebody else.'],
  PLAN_RUN_DONE: ['A planning run has ended', 'Please look at the plan and decide whether to publish it.'],
  PLAN_RUN_READY: ['A plan is ready', 'Please look at the plan and decide whether to publish it.'],
  PUBLICATION_REFUSED: [
    'A plan could not be published when it was due',
    'Please see what has changed, then mend the plan or plan again.',
  ],
  CONSULTATION_ASSIGNED: ['A consultation is yours to answer', 'Please answer it in time.'],
  CONSULTATION_ANSWERED: [
    'A consultation has been answered',
    'Please read the answer, and close it when done.',
  ],
  TRAVEL_CLAIM_SUBMITTED: [
    'A travel claim was handed in',
    'Please examine it, and grant it or send it back.',
  ],
  TRAVEL_CLAIM_RETURNED: [
    'A travel claim was sent back',
    'Please read why, correct it and hand it in again.',
  ],
  TRAVEL_CLAIM_APPROVED: ['A travel claim was granted', 'It will be paid.'],
  AGREEMENT_ENDING: ['An agreement is about to end', 'Please begin to talk about extending or ending it.'],
  DATES_ASKED: ['You are asked for the date of a visit', 'Please answer by the deadline.'],
  DATES_REMINDER: ['The deadline for the date of a visit is near', 'Please answer by the deadline.'],
  DATES_WITHDRAWN: ['A date inquiry was withdrawn', 'No answer is needed.'],
  DATES_AGREED: ['A town agreed a date', 'See the visit, and name companions where needed.'],
  DATES_MARKED: ['Somebody marked dates', 'See what suits the town.'],
  DATES_DECLINED: ['None of the dates suits a town', 'Read why and what it wishes, and ask again.'],
  DATES_CLOSED: ['The time to mark dates is over', 'Read the answers and fix one half-day.'],
  DATES_LAPSED: [
    'A date inquiry lapsed without an answer',
    'The slots are free again. Call the town, and ask anew.',
  ],
  COMPANION_ASKED: ['You come along to a visit', 'See the time.'],
  COMPANION_ASKED_AGAIN: [
    'A visit to which you come along was moved',
    'Say whether you can come at the new time.',
  ],
  COMPANION_RELEASED: ['You no longer come along to a visit', 'Take it out of your calendar.'],
  COMPANION_COLLIDES: [
    'A companion is needed in two places',
    'Name somebody else, or talk with the companion.',
  ],
  VISIT_REPORT_DUE: [
    'A report of your visit is due',
    'Please hand it in in time; a draft is kept as you write.',
  ],
  VISIT_REPORT_OVERDUE: ['The report of your visit is overdue', 'Please hand it in.'],
  VISIT_REPORT_LATE: ['A report of a visit is late', 'Please ask the specialist, or hand it in for them.'],
  VISIT_REPORTED: [
    'A report of a visit has come',
    'Please check it and who attended; confirm it or send it back.',
  ],
  VISIT_REPORT_RETURNED: [
    'A report of your visit was sent back',
    'Please read the reason and hand it in again.',
  ],
  VISIT_REPORT_CONFIRMED: [
    'The report of your visit was confirmed',
    'If the town left a word of thanks, it is on the page of the visit.',
  ],
  CONFIRMATION_OVERDUE: [
    'A report waits for your confirmation too long',
    'Please confirm it or send it back.',
  ],
  EVALUATION_ASKED: ['Please evaluate the support', 'Four questions, one to five points each.'],
  EVALUATION_OVERDUE: [
    'The evaluation of the support is overdue',
    'Four questions, one to five points each.',
  ],
  SUPPORT_COMPLETED: ['Support has been completed', 'Please draw up the report of the case.'],
  CASE_REPORT_FOR_APPROVAL: ['The report of a case waits for approval', 'Please approve it or send it back.'],
  CASE_SHARING_ASKED: [
    'May other towns read about your case?',
    'Please look at what they would read, and agree or decline.',
  ],
  FOLLOW_UP_ASKED: [
    'What became of the support of last year?',
    'Please say whether it is still in use, its effect and what next.',
  ],
  FOLLOW_UP_OVERDUE: [
    'The follow-up of last year’s support is overdue',
    'Please say whether it is still in use, its effect and what next.',
  ],
};
