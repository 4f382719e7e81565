import { badInput, decodeCursor, encodeCursor, type Page, type PageRequest, pageSize } from '@banso/kernel';
import { sqlState } from './db.js';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export interface Keyset<T> {
  /** Property paths such as `request.createdAt`, the last one unique. */
  readonly by: readonly string[];
  readonly order: 'ASC' | 'DESC';
  /** The values of `by` in a row. */
  readonly keyOf: (row: T) => (string | number)[];
}

/** One page and the total, in two statements whatever the page's length. */
export async function keysetPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  keyset: Keyset<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const size = pageSize(request);
  const total = await query.clone().getCount();
  if (request.after) {
    const cursor = decodeCursor(request.after);
    if (cursor.length !== keyset.by.length) throw wrongCursor();
    const names = keyset.by.map((_, i) => `:cursor${i}`);
    const sign = keyset.order === 'ASC' ? '>' : '<';
    query.andWhere(
      `(${keyset.by.join(', ')}) ${sign} (${names.join(', ')})`,
      Object.fromEntries(keyset.by.map((_, i) => [`cursor${i}`, cursor[i] ?? null])),
    );
  }
  for (const path of keyset.by) query.addOrderBy(path, keyset.order);
  const rows = await getRows(query.take(size + 1));
  return {
    rows: rows.slice(0, size),
    total,
    hasNext: rows.length > size,
    cursorOf: (row) => encodeCursor(keyset.keyOf(row)),
  };
}

const wrongCursor = () => badInput({ path: 'after', rule: 'cursor' });

/** Class 22: values that Postgres cannot read as the column's type. Only a made-up cursor brings them. */
const isUnreadable = (error: unknown): boolean => sqlState(error)?.startsWith('22') ?? false;

async function getRows<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): Promise<T[]> {
  try {
    return await query.getMany();
  } catch (error) {
    if (isUnreadable(error)) throw wrongCursor();
    throw error;
  }
}
