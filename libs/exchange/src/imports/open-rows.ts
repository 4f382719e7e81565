import type { SheetValue } from '@banso/platform';

/** A row to be answered, by column. */
export type OpenRow = Readonly<Record<string, SheetValue>>;

/** What waits for the answer of a town, with the records that whoever takes the book reads in it. */
export interface OpenRows {
  readonly rows: readonly OpenRow[];
  readonly records: readonly (readonly [type: string, id: string])[];
}
