import type { NoticeWords } from './notice-kinds.js';

/** The same in English. */
export const EN: NoticeWords = {
  REQUEST_RECEIVED: ['Your request has been received', 'Please wait for the answer of the prefecture.'],
  REQUEST_ARRIVED: ['A new request has arrived', 'Please look at it and answer.'],
  REQUEST_RETURNED: ['A request was returned', 'Please see why, correct it and send it again.'],
  REQUEST_ANSWERED: ['The prefecture has answered your request', 'Please read the answer.'],
  REQUEST_DECIDED: ['The dispatch has been decided', 'Dates will be agreed next.'],
  REQUEST_REJECTED: ['A request was not accepted', 'Please see why.'],
  OFFER_MADE: ['A case is offered to you', 'Please accept or decline it.'],
  PLAN_PUBLISHED: ['Visits have been published', 'Please look at what has changed.'],
  VISIT_PUBLISHED: ['A visit has been set', 'Please check the time and answer.'],
  VISIT_MOVED: ['A visit has been moved', 'Please check the new time.'],
  VISIT_CANCELLED: [
    'A visit has been cancelled',
    'Please take it off your calendar and tell those concerned.',
  ],
  VISIT_CONFIRMED: ['A visit has been confirmed', 'Please prepare for it.'],
  PLAN_RUN_DONE: ['A planning run has ended', 'Please look at the plan and decide whether to publish it.'],
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
};
