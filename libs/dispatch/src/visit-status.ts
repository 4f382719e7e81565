/** The life of a visit: held for a town that is asked, then published. Japanese words: docs/glossary.md. */
export const VISIT_STATUSES = [
  'HELD',
  'PUBLISHED',
  'CONFIRMED',
  'DONE',
  'REPORTED',
  'RECEIVED',
  'SETTLED',
  'CANCELLED',
] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

/** Neither made nor cancelled: somebody will travel. */
export const AHEAD = ['PUBLISHED', 'CONFIRMED'] as const satisfies VisitStatus[];

/** It took place, whatever has been written and paid since. */
export const MADE = ['DONE', 'REPORTED', 'RECEIVED', 'SETTLED'] as const satisfies VisitStatus[];

/** One of the visits that a case asked for: still to come, or made. */
export const STANDING = [...AHEAD, ...MADE] as const satisfies VisitStatus[];

export const isMade = (status: VisitStatus): boolean => MADE.some((made) => made === status);

export const isAhead = (status: VisitStatus): boolean => AHEAD.some((ahead) => ahead === status);
