import { z } from 'zod';
import { badInput } from './domain-error.js';

/** The longest page that a list returns. */
export const PAGE_LIMIT = 100;
const DEFAULT_PAGE = 20;

/** Which part of a list: the first n after a cursor. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of rows; `cursorOf` continues after the last one. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly hasNext: boolean;
  readonly cursorOf: (row: T) => string;
}

export function pageSize(page: PageRequest): number {
  const first = page.first ?? DEFAULT_PAGE;
  if (!Number.isInteger(first) || first < 1 || first > PAGE_LIMIT)
    throw badInput({ path: 'first', rule: 'page-size', facts: { min: 1, max: PAGE_LIMIT } });
  return first;
}

const cursorParts = z.array(z.union([z.string(), z.number(), z.null()])).max(4);

/** A cursor carries the sort key of its row; opaque to clients. */
export const encodeCursor = (parts: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

export function decodeCursor(cursor: string): (string | number | null)[] {
  try {
    return cursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw badInput({ path: 'after', rule: 'cursor' });
  }
}
