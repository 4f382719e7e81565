/** The life of a published visit. Japanese words: docs/glossary.md. */
export const VISIT_STATUSES = ['PUBLISHED', 'CONFIRMED', 'DONE', 'CANCELLED'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];
