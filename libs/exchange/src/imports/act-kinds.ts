import type { ImportKind } from './import-kinds.js';

/** Rows of these answer somebody: an act, which nobody takes back. Their books come with the rows to answer. */
export const ACT_KINDS: readonly ImportKind[] = ['DATE_ANSWERS', 'REPORT_CONFIRMATIONS'];

export const isAct = (kind: ImportKind): boolean => ACT_KINDS.includes(kind);
