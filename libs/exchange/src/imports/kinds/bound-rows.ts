import { badInput, DomainError } from '@banso/kernel';
import { requireSeen, type Seen } from '@banso/platform';
import type { CellReader } from '../cell-readers.js';
import { error } from '../finding.js';
import type { Done, ImportColumn, RowValues } from '../import-column.js';
import type { Known } from '../known.js';

/** Which record a row of a book is about, and what of it had been seen when the book was made. */
export interface Binding {
  readonly id: string;
  /** Which part of the record; empty: the whole. */
  readonly part: string;
  readonly version: string;
}

const BINDING = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9A-Z-]{0,20})\/(\d{1,18})$/;

export const bindingText = ({ id, part, version }: Binding): string => `${id}/${part}/${version}`;

const readBinding: CellReader<Binding> = (column, { text }) => {
  const [, id, part, version] = BINDING.exec(text.trim()) ?? [];
  if (id === undefined || part === undefined || version === undefined)
    return { value: null, findings: [error(column, 'kit-row')] };
  return { value: { id, part, version }, findings: [] };
};

export const bindingColumn: ImportColumn = {
  name: 'binding',
  head: { ja: '照合（変えない）', en: 'Reference (leave as it is)' },
  needed: true,
  read: readBinding,
  sample: '',
  width: 16,
};

const isBinding = (value: unknown): value is Binding =>
  typeof value === 'object' && value !== null && 'id' in value && 'part' in value && 'version' in value;

/** Its column is needed: a row without one never gets this far. */
export function bindingOf(values: RowValues): Binding {
  const binding = values['binding'];
  if (!isBinding(binding)) throw badInput({ path: 'binding', rule: 'kit-row' });
  return binding;
}

/** What stands in the book for its reader, and is no answer. */
export const shown: CellReader<string> = (_, { text }) => ({ value: text.trim() || null, findings: [] });

/** Refuses a row whose record has become another since its book was made, in words for whoever brings it back. */
export async function requireUnmoved<T extends object>({ tx, actor }: Known, seen: Seen<T>): Promise<void> {
  try {
    await requireSeen(tx, actor, seen);
  } catch (thrown) {
    if (!(thrown instanceof DomainError) || thrown.reason !== 'record.changed-meanwhile') throw thrown;
    const { name, at } = thrown.details;
    throw new DomainError('CONFLICT', 'kit.moved-on', { name: name ?? '', at: at ?? '' });
  }
}

/** Words that would be lost with this answer are not taken in silently. */
export function refuseUnused(values: RowValues, ...columns: readonly string[]): void {
  const path = columns.find((column) => (values[column] ?? null) !== null);
  if (path !== undefined) throw badInput({ path, rule: 'kit-unused' });
}

/** A row without an answer is left alone; one that says something without one is not. */
export function leftOpen(values: RowValues, ...columns: readonly string[]): boolean {
  if ((values['answer'] ?? null) !== null) return false;
  if (columns.some((column) => (values[column] ?? null) !== null))
    throw badInput({ path: 'answer', rule: 'required' });
  return true;
}

export const untouched = (recordType: string, recordId: string): Done => ({
  recordType,
  recordId,
  scopes: [],
  outcome: 'UNCHANGED',
});

export const acted = (recordType: string, recordId: string): Done => ({
  recordType,
  recordId,
  scopes: [],
  outcome: 'UPDATED',
});
