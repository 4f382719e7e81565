import type { Actor } from '@banso/kernel';
import type { HistoryScope } from '@banso/platform';

/** Records that have a history to be read. */
export const HISTORY_RECORDS = [
  'SUPPORT_REQUEST',
  'CONSULTATION',
  'SPECIALIST',
  'VISIT',
  'PLANNING_RUN',
  'AGREEMENT',
  'PARTY',
  'INVOICE',
  'QUOTA',
  'PREFECTURE_SCHEME',
  'PLACEMENT',
  'APPLICANT',
  'ROTATION',
  'TOWN_ROUND',
  'TRAVEL_CLAIM',
] as const;
export type HistoryRecord = (typeof HISTORY_RECORDS)[number];

/** What a town shares with the hub: its own cases. */
const OF_TOWNS: readonly HistoryRecord[] = ['SUPPORT_REQUEST', 'CONSULTATION'];

/** Who may read the history of a record that they can see, and take it away as a file. */
export const may = {
  readHistory: (actor: Actor, type: HistoryRecord): boolean =>
    actor.role === 'HUB_STAFF' || (actor.role === 'MUNICIPALITY_STAFF' && OF_TOWNS.includes(type)),
  exportHistory: (actor: Actor): boolean => actor.role === 'HUB_STAFF',
};

/**
 * How much of it: the hub everything, with who looked, but not what a town wrote before it sent a request; a town what
 * became of its own words, not how the desk chose.
 */
export function historyScope(actor: Actor, type: HistoryRecord, id: string): HistoryScope {
  const record = { recordType: type.toLowerCase(), recordId: id.toLowerCase() };
  if (actor.role !== 'HUB_STAFF') return { ...record, ownRowOnly: true, withoutFields: ['assignment'] };
  return type === 'SUPPORT_REQUEST' ? { ...record, since: 'submitted_at' } : record;
}
