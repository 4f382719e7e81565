import type { HistoryRecord } from './history.documents';

/** A record's word in the address of its history, and where the record itself is shown. */
export const RECORDS = {
  request: { type: 'SUPPORT_REQUEST', page: (id: string) => `/requests/${id}` },
  consultation: { type: 'CONSULTATION', page: (id: string) => `/consultations/${id}` },
  specialist: { type: 'SPECIALIST', page: (id: string) => `/specialists/${id}` },
  visit: { type: 'VISIT', page: (id: string) => `/visits/${id}` },
  agreement: { type: 'AGREEMENT', page: (id: string) => `/engagements/agreements/${id}` },
  party: { type: 'PARTY', page: () => '/engagements/parties' },
  invoice: { type: 'INVOICE', page: (id: string) => `/engagements/invoices/${id}` },
  quota: { type: 'QUOTA', page: (id: string) => `/engagements/quotas/${id}` },
  scheme: { type: 'PREFECTURE_SCHEME', page: () => '/engagements/schemes' },
  placement: { type: 'PLACEMENT', page: (id: string) => `/engagements/placements/${id}` },
  applicant: { type: 'APPLICANT', page: (id: string) => `/engagements/recruitment/applicants/${id}` },
  rotation: { type: 'ROTATION', page: (id: string) => `/engagements/rotation/${id}` },
  claim: { type: 'TRAVEL_CLAIM', page: (id: string) => `/engagements/travel-claims/${id}` },
  plan: { type: 'PLANNING_RUN', page: (id: string) => `/plans/${id}` },
  round: { type: 'TOWN_ROUND', page: (id: string) => `/engagements/rounds/${id}` },
} as const satisfies Record<string, { type: HistoryRecord; page: (id: string) => string }>;

export type RecordWord = keyof typeof RECORDS;

export const isRecordWord = (word: string): word is RecordWord => word in RECORDS;
