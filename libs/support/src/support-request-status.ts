/** The life of a support request up to the year after it. Japanese words: docs/glossary.md. */
export const SUPPORT_REQUEST_STATUSES = [
  'DRAFT',
  'IN_APPROVAL',
  'AWAITING_INTAKE',
  'IN_TRIAGE',
  'ADVISED',
  'REFERRED',
  'SELECTING',
  'TOWN_REVIEW',
  'OFFERING',
  'PREFECTURE_APPROVAL',
  'DISPATCH_DECIDED',
  'SCHEDULING',
  'IN_SUPPORT',
  'AWAITING_REPORT',
  'AWAITING_CONFIRMATION',
  'AWAITING_EVALUATION',
  'COMPLETED',
  'FOLLOWED_UP',
  'SUSPENDED',
  'TERMINATED',
  'WITHDRAWN',
  'NOT_ADOPTED',
] as const;

export type SupportRequestStatus = (typeof SUPPORT_REQUEST_STATUSES)[number];

/** Where a request may go next. Nothing else is a legal change. */
export const NEXT: Readonly<Record<SupportRequestStatus, readonly SupportRequestStatus[]>> = {
  DRAFT: ['IN_APPROVAL', 'AWAITING_INTAKE', 'WITHDRAWN'],
  IN_APPROVAL: ['DRAFT', 'AWAITING_INTAKE', 'WITHDRAWN'],
  AWAITING_INTAKE: ['IN_TRIAGE', 'WITHDRAWN', 'NOT_ADOPTED'],
  IN_TRIAGE: ['ADVISED', 'REFERRED', 'SELECTING', 'WITHDRAWN', 'NOT_ADOPTED'],
  ADVISED: [],
  REFERRED: [],
  // A town that left the choice to the hub goes straight to the planner.
  SELECTING: ['TOWN_REVIEW', 'SCHEDULING', 'WITHDRAWN', 'NOT_ADOPTED'],
  TOWN_REVIEW: ['OFFERING', 'SELECTING', 'WITHDRAWN', 'NOT_ADOPTED'],
  OFFERING: ['PREFECTURE_APPROVAL', 'SELECTING', 'WITHDRAWN', 'NOT_ADOPTED'],
  PREFECTURE_APPROVAL: ['DISPATCH_DECIDED', 'SELECTING', 'WITHDRAWN', 'NOT_ADOPTED'],
  DISPATCH_DECIDED: ['SCHEDULING', 'WITHDRAWN', 'NOT_ADOPTED'],
  SCHEDULING: ['IN_SUPPORT', 'SELECTING', 'WITHDRAWN', 'NOT_ADOPTED'],
  IN_SUPPORT: ['AWAITING_REPORT', 'SCHEDULING', 'SUSPENDED', 'TERMINATED'],
  AWAITING_REPORT: ['AWAITING_CONFIRMATION'],
  // A report that the town sends back is awaited again.
  AWAITING_CONFIRMATION: ['AWAITING_EVALUATION', 'AWAITING_REPORT'],
  AWAITING_EVALUATION: ['COMPLETED'],
  // 翌年度フォロー: whether it is still in use is asked in the next fiscal year.
  COMPLETED: ['FOLLOWED_UP'],
  FOLLOWED_UP: [],
  SUSPENDED: ['IN_SUPPORT', 'TERMINATED'],
  TERMINATED: [],
  WITHDRAWN: [],
  NOT_ADOPTED: [],
};

/** Changes that nobody may make without saying why. */
export const NEEDS_REASON: ReadonlySet<SupportRequestStatus> = new Set([
  'REFERRED',
  'NOT_ADOPTED',
  'SUSPENDED',
  'TERMINATED',
  'WITHDRAWN',
]);

/** Not yet sent: nobody outside the town sees it. */
export const UNSENT: readonly SupportRequestStatus[] = ['DRAFT', 'IN_APPROVAL'];

/** Nobody works on it any more. That a town is asked a year later does not begin it anew. */
export const ENDED: readonly SupportRequestStatus[] = [
  'ADVISED',
  'REFERRED',
  'COMPLETED',
  'FOLLOWED_UP',
  'TERMINATED',
  'WITHDRAWN',
  'NOT_ADOPTED',
];

/** Every visit was made; words about them are still owed. */
export const AFTER_VISITS: readonly SupportRequestStatus[] = [
  'AWAITING_REPORT',
  'AWAITING_CONFIRMATION',
  'AWAITING_EVALUATION',
];

/** The planner may give these visits. */
export const PLANNABLE: readonly SupportRequestStatus[] = ['SCHEDULING', 'IN_SUPPORT'];
