import type { ImportKind } from './imports.documents';

export const HUB_KINDS: readonly ImportKind[] = [
  'SPECIALISTS',
  'SKILLS',
  'SUPPORT_REQUESTS',
  'DAYS_OFF',
  'REPORT_CONFIRMATIONS',
];
export const TOWN_KINDS: readonly ImportKind[] = ['SUPPORT_REQUESTS', 'DATE_ANSWERS', 'REPORT_CONFIRMATIONS'];

/** Answers to somebody: they cannot be undone, and their books come with the rows to answer. */
export const isAct = (kind: ImportKind): boolean =>
  kind === 'DATE_ANSWERS' || kind === 'REPORT_CONFIRMATIONS';
