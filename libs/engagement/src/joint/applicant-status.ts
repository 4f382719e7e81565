/** How far an application is. */
export const APPLICANT_STATUSES = ['OPEN', 'SCREENING', 'OFFERED', 'HIRED', 'DECLINED', 'REJECTED'] as const;
export type ApplicantStatus = (typeof APPLICANT_STATUSES)[number];

/** Where it may go next. DECLINED: by the applicant; REJECTED: by the employer. */
export const APPLICANT_NEXT: Readonly<Record<ApplicantStatus, readonly ApplicantStatus[]>> = {
  OPEN: ['SCREENING', 'DECLINED', 'REJECTED'],
  SCREENING: ['OFFERED', 'DECLINED', 'REJECTED'],
  OFFERED: ['HIRED', 'DECLINED', 'REJECTED'],
  HIRED: [],
  DECLINED: [],
  REJECTED: [],
};

/** The steps that need no more than a word; whoever is hired is appointed at once. */
export const APPLICANT_STEPS = ['SCREENING', 'OFFERED', 'DECLINED', 'REJECTED'] as const;
export type ApplicantStep = (typeof APPLICANT_STEPS)[number];
