/** The life of a travel claim. Japanese words: docs/glossary.md. */
export const TRAVEL_CLAIM_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PAID',
  'DISCARDED',
] as const;
export type TravelClaimStatus = (typeof TRAVEL_CLAIM_STATUSES)[number];

export const CLAIM_NEXT: Readonly<Record<TravelClaimStatus, readonly TravelClaimStatus[]>> = {
  // Without money there is nothing to examine.
  DRAFT: ['SUBMITTED', 'DISCARDED', 'APPROVED'],
  SUBMITTED: ['RETURNED', 'APPROVED'],
  RETURNED: ['SUBMITTED', 'DISCARDED'],
  APPROVED: ['PAID'],
  PAID: [],
  DISCARDED: [],
};

/** Whoever travelled may still write it. */
export const WRITABLE = ['DRAFT', 'RETURNED'] as const satisfies TravelClaimStatus[];

/** The amount stands. */
export const GRANTED = ['APPROVED', 'PAID'] as const satisfies TravelClaimStatus[];

export const isWritable = (status: TravelClaimStatus): boolean => WRITABLE.some((one) => one === status);
export const isGranted = (status: TravelClaimStatus): boolean => GRANTED.some((one) => one === status);
