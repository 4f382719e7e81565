import type { ObjectLiteral } from 'typeorm';
import type { Keyset } from './keyset-page.js';

/** A column that a list can be sorted by. */
export interface SortColumn<T> {
  /** A property path such as `request.deadlineOn`, or what is reckoned from one. */
  readonly by: string;
  /** Its value in a row, exactly as `by` has it. */
  readonly of: (row: T) => string | number | null;
  /** For a column that may be empty: literals above and below every value. Empty rows come last either way. */
  readonly beyond?: { readonly above: string; readonly below: string };
}

/** What a list can be asked for beside its filter. */
export interface Sorting<Key extends string> {
  /** Left out: the usual order of the list. */
  readonly sortBy?: Key | null;
  readonly descending?: boolean | null;
}

/** Words in the order in which our own code names them, not by their letters. */
export const inOrderOf = <T>(
  path: string,
  words: readonly string[],
  of: (row: T) => string,
): SortColumn<T> => ({
  by: `array_position(ARRAY[${words.map((word) => `'${word}'`).join(', ')}], ${path})`,
  of: (row) => words.indexOf(of(row)) + 1,
});

/** Sorted by a column, and by the id among rows that are alike in it. */
export function sortedBy<T extends ObjectLiteral & { readonly id: string }>(
  { by, of, beyond }: SortColumn<T>,
  alias: string,
  descending: boolean,
): Keyset<T> {
  const empty = beyond && (descending ? beyond.below : beyond.above);
  return {
    by: [empty === undefined ? by : `COALESCE(${by}, ${empty})`, `${alias}.id`],
    order: descending ? 'DESC' : 'ASC',
    keyOf: (row) => [of(row) ?? literal(empty), row.id],
  };
}

/** `'0001-01-01'::date` or `-1`, as a cursor carries it. */
const literal = (sql = ''): string => /^'([^']*)'/.exec(sql)?.[1] ?? sql;
