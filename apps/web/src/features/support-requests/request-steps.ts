import type { RequestStatus as Status } from './requests.documents';

export const STEPS = ['ask', 'intake', 'selection', 'dates', 'support', 'report'] as const;

/** The step that a state belongs to; null where the way has ended early. */
export const STEP_OF: Readonly<Record<Status, (typeof STEPS)[number] | null>> = {
  DRAFT: 'ask',
  IN_APPROVAL: 'ask',
  AWAITING_INTAKE: 'intake',
  IN_TRIAGE: 'intake',
  ADVISED: null,
  REFERRED: null,
  SELECTING: 'selection',
  TOWN_REVIEW: 'selection',
  OFFERING: 'selection',
  PREFECTURE_APPROVAL: 'selection',
  DISPATCH_DECIDED: 'dates',
  SCHEDULING: 'dates',
  IN_SUPPORT: 'support',
  AWAITING_REPORT: 'report',
  AWAITING_CONFIRMATION: 'report',
  AWAITING_EVALUATION: 'report',
  COMPLETED: 'report',
  FOLLOWED_UP: 'report',
  SUSPENDED: 'support',
  TERMINATED: null,
  WITHDRAWN: null,
  NOT_ADOPTED: null,
};

/** Before dates are made a request has no visits; one that ended early may have had some. */
export function mayHaveVisits(status: Status): boolean {
  const step = STEP_OF[status];
  return step === null || STEPS.indexOf(step) >= STEPS.indexOf('dates');
}
