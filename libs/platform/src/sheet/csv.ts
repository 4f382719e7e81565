import { momentInJapan } from './moment.js';
import type { Sheet, SheetColumn, SheetValue } from './sheet.js';

/** What a spreadsheet would reckon. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A spreadsheet would reckon what begins like a formula; a plain number may be below zero. */
const cell = (value: string): string => {
  const safe = !NUMBER.test(value) && FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};

const linesOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** CSV in UTF-8 with a byte order mark, which spreadsheets need to know it by. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${linesOf(rows)}`;

/** The same without the mark, for other character sets. */
export const plainCsvOf = linesOf;

const textOf = ({ kind }: SheetColumn, value: SheetValue): string => {
  if (value === null) return '';
  return kind === 'moment' ? momentInJapan(String(value)) : String(value);
};

/** A table as text: the head, then each row. */
export const textsOf = ({ columns, rows }: Sheet): string[][] => [
  columns.map(({ head }) => head),
  ...rows.map((row) => columns.map((column, i) => textOf(column, row[i] ?? null))),
];
