/** 協定の種類: the ways of sharing a person. */
export const AGREEMENT_KINDS = [
  'JOINT_HIRE',
  'POOLED_EXPERT',
  'COMPANY_DISPATCH',
  'COMMISSION',
  'SIDE_JOB',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** The life of an agreement. Japanese words: docs/glossary.md. */
export const AGREEMENT_STATUSES = [
  'DRAFT',
  'IN_CONSULTATION',
  'CONCLUDED',
  'ACTIVE',
  'EXTENSION_CONSULTATION',
  'EXPIRED',
  'TERMINATED',
  'WITHDRAWN',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** Where an agreement may go next. Nothing else is a legal change. */
export const AGREEMENT_NEXT: Readonly<Record<AgreementStatus, readonly AgreementStatus[]>> = {
  DRAFT: ['IN_CONSULTATION', 'WITHDRAWN'],
  IN_CONSULTATION: ['DRAFT', 'CONCLUDED', 'WITHDRAWN'],
  CONCLUDED: ['ACTIVE', 'TERMINATED'],
  ACTIVE: ['EXTENSION_CONSULTATION', 'EXPIRED', 'TERMINATED'],
  // Back to ACTIVE when it was extended, or when it was decided not to.
  EXTENSION_CONSULTATION: ['ACTIVE', 'EXPIRED', 'TERMINATED'],
  EXPIRED: [],
  TERMINATED: [],
  WITHDRAWN: [],
};

/** Its terms bind: people may be sent under it. */
export const IN_FORCE: readonly AgreementStatus[] = ['ACTIVE', 'EXTENSION_CONSULTATION'];
