import type { SheetKind } from '@banso/platform';
import type { Locale, Spoken, Words } from '../words.js';
import type { CellReader } from './cell-readers.js';
import type { OpenRows } from './open-rows.js';

/** What a column of a file may bring. */
export interface ImportColumn {
  /** As the service calls it. */
  readonly name: string;
  readonly head: Spoken;
  /** Other heads by which it is known, such as those of our own lists. */
  readonly aliases?: readonly string[];
  /** A file without it cannot be read. */
  readonly needed?: true;
  readonly read: CellReader;
  readonly hint?: Spoken;
  /** In the sample row of the template. */
  readonly sample: string;
  /** Dropdown of the template. */
  readonly choices?: (locale: Locale) => readonly string[];
  readonly kind?: SheetKind;
  readonly width?: number;
}

/** What a row says, by the names of its columns; only columns that the file has. */
export type RowValues = Readonly<Record<string, unknown>>;

/** Rows of a table that a row of the file may change: those with these values. */
export interface Scope {
  readonly table: string;
  readonly where: Readonly<Record<string, string>>;
}

/** What came of a row. */
export interface Done {
  readonly recordType: string;
  readonly recordId: string;
  /** Where its rows are now. */
  readonly scopes: readonly Scope[];
  /** Said by the work itself where no images are kept; otherwise the images tell. */
  readonly outcome?: 'UPDATED' | 'UNCHANGED';
}

/** One kind of table: how its rows are read, told apart and done, each through the service that owns the rules. */
export interface ImportWork {
  readonly columns: readonly ImportColumn[];
  /** Rows with the same key are one too many in a file; null: it cannot be told. */
  keyOf(values: RowValues): string | null;
  /** The rows as they are before it is done. */
  before(values: RowValues): readonly Scope[];
  /** @throws DomainError when the service refuses */
  act(values: RowValues): Promise<Done>;
  /** The column of a path of the service's input. */
  columnOf(path: string): string;
  /** Of acts: what a town is to answer now, for its book. */
  open?(municipalityId: string, locale: Locale): Promise<OpenRows>;
}

export const textIn = (values: RowValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export const firstOfPath = (path: string): string => path.split('.')[0] ?? path;

/** The words of a column, as a dropdown offers them. */
export const wordsFor =
  (words: Words) =>
  (locale: Locale): string[] =>
    Object.values(words).map((word) => word[locale]);
