import { DomainError } from '@banso/kernel';
import { EMPTY_CELL, type ReadRow, type ReadTable, SHEET_LIMITS } from './sheet.js';

export const rowsWithin = {
  tooMany: (rows: number) =>
    new DomainError('BAD_INPUT', 'sheet.too-many-rows', { rows, most: SHEET_LIMITS.rows }),
  tooWide: (columns: number) =>
    new DomainError('BAD_INPUT', 'sheet.too-many-columns', { columns, most: SHEET_LIMITS.columns }),
};

const isEmpty = ({ cells }: ReadRow): boolean => cells.every(({ text }) => text.trim() === '');

/** Makes a table of what was read: the first row that says anything names the columns; empty rows are left out. */
export function tableOf(
  read: readonly ReadRow[],
  { encoding, key }: Pick<ReadTable, 'encoding' | 'key'>,
): ReadTable {
  const [head, ...rows] = read.filter((row) => !isEmpty(row));
  if (!head) throw new DomainError('BAD_INPUT', 'sheet.empty');
  const headers = head.cells.map(({ text }) => text.trim());
  while (headers.at(-1) === '') headers.pop();
  if (headers.length > SHEET_LIMITS.columns) throw rowsWithin.tooWide(headers.length);
  if (rows.length === 0) throw new DomainError('BAD_INPUT', 'sheet.no-rows');
  if (rows.length > SHEET_LIMITS.rows) throw rowsWithin.tooMany(rows.length);
  const long = rows.find(({ cells }) => cells.some(({ text }) => text.length > SHEET_LIMITS.cellCharacters));
  if (long)
    throw new DomainError('BAD_INPUT', 'sheet.cell-too-long', {
      row: long.no,
      most: SHEET_LIMITS.cellCharacters,
    });
  return {
    encoding,
    key,
    headers,
    rows: rows.map(({ no, cells }) => ({ no, cells: headers.map((_, i) => cells[i] ?? EMPTY_CELL) })),
  };
}
