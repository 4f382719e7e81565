/** The life of a consultation at the desk. Japanese words: docs/glossary.md. */
export const CONSULTATION_STATUSES = [
  'OPEN',
  'ASSIGNED',
  'ANSWERED',
  'CLOSED',
  'TURNED_INTO_REQUEST',
  'WITHDRAWN',
] as const;

export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];

/** Where a consultation may go next. Nothing else is a legal change. */
export const CONSULTATION_NEXT: Readonly<Record<ConsultationStatus, readonly ConsultationStatus[]>> = {
  // The hub may answer by itself what nobody holds yet.
  OPEN: ['ASSIGNED', 'ANSWERED', 'WITHDRAWN'],
  // To itself: from one specialist to the next.
  ASSIGNED: ['ASSIGNED', 'ANSWERED', 'WITHDRAWN'],
  // Back when the town asks further; to OPEN when nobody holds it any more.
  ANSWERED: ['CLOSED', 'TURNED_INTO_REQUEST', 'ASSIGNED', 'OPEN'],
  CLOSED: [],
  TURNED_INTO_REQUEST: [],
  WITHDRAWN: [],
};

/** The town is still waiting for an answer. */
export const WAITING: readonly ConsultationStatus[] = ['OPEN', 'ASSIGNED'];

/** Why the system itself moved a consultation: keys of sentences, since its readers have two languages. */
export const DESK_REASONS = {
  nobodySuitable: 'consultation.nobody-suitable',
  overdueNext: 'consultation.overdue-next',
  overdueHub: 'consultation.overdue-hub',
  conflict: 'consultation.conflict-of-interest',
} as const;
