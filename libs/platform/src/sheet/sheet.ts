/** How a value is shown and kept: text never becomes a number, so that 062090 keeps its zero. */
export type SheetKind = 'text' | 'number' | 'date' | 'moment';

/** Days as `2026-11-20`, moments as ISO instants, numbers as numbers; null: an empty cell. */
export type SheetValue = string | number | null;

export interface SheetColumn {
  readonly head: string;
  readonly kind: SheetKind;
  /** In characters; twelve unless said. */
  readonly width?: number;
  /** What a cell may say: a dropdown in a workbook. */
  readonly choices?: readonly string[];
  /** Shown beside the cell that is being filled in. */
  readonly hint?: string;
}

/** A table: its first row names the columns. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** A workbook: tables to read or to fill in, and a page of explanation in plain lines. */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly notes?: { readonly name: string; readonly lines: readonly string[] };
  /** Kept with the file, unseen: what it is and for whom it was made. */
  readonly key?: string;
  /** Empty rows below the table that have the same dropdowns. */
  readonly blankRows?: number;
}

/** `CSV` is UTF-8 with a byte order mark; `CSV_CP932` what older office software reads. */
export const SHEET_FORMATS = ['XLSX', 'CSV', 'CSV_CP932'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A character of a cell that a character set does not have, or writes differently. `row` counts from 1, the head included. */
export interface SheetCharacter {
  readonly row: number;
  readonly head: string;
  readonly character: string;
  /** What is written instead; null: there is nothing like it. */
  readonly written: string | null;
}

export interface SheetFile {
  readonly bytes: Buffer;
  /** Characters that are not there, or differently. */
  readonly characters: readonly SheetCharacter[];
}

/** What was in a cell. A date is `2026-11-20`, whatever calendar it was shown in. */
export type ReadKind = 'EMPTY' | 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'ERROR';

export interface ReadCell {
  readonly kind: ReadKind;
  readonly text: string;
}

export interface ReadRow {
  /** As the file counts, from 1. */
  readonly no: number;
  readonly cells: readonly ReadCell[];
}

export const READ_ENCODINGS = ['XLSX', 'UTF8', 'CP932', 'UTF16'] as const;
export type ReadEncoding = (typeof READ_ENCODINGS)[number];

export interface ReadTable {
  readonly encoding: ReadEncoding;
  readonly headers: readonly string[];
  readonly rows: readonly ReadRow[];
  /** What was written into a workbook of ours; null: it is none. */
  readonly key: string | null;
}

export const EMPTY_CELL: ReadCell = { kind: 'EMPTY', text: '' };

/** What is read at all. */
export const SHEET_LIMITS = {
  /** Of the file itself. */
  bytes: 5 * 1024 * 1024,
  /** Of what is packed in it. */
  unpackedBytes: 60 * 1024 * 1024,
  parts: 2_000,
  rows: 1_000,
  columns: 100,
  cellCharacters: 10_000,
} as const;
