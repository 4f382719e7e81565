import { DomainError } from '@banso/kernel';
import ExcelJS from 'exceljs';
import { EMPTY_CELL, type ReadCell, type ReadTable, SHEET_LIMITS } from './sheet.js';
import { rowsWithin, tableOf } from './table.js';
import { guardZip } from './zip-guard.js';

const cellOf = (kind: ReadCell['kind'], text: string): ReadCell => ({ kind, text });

/** A day alone, or with its time where there is one. */
function dateCell(date: Date): ReadCell {
  if (Number.isNaN(date.getTime())) return cellOf('ERROR', '#VALUE!');
  // Moments are fractions of a day in a workbook.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z')
    ? cellOf('DATE', text.slice(0, 10))
    : cellOf('DATE', text.slice(0, 16));
}

/** What the cell says: of a formula its result, of a link its words, of rich text its letters without their reading. */
function readCell(value: ExcelJS.CellValue | undefined): ReadCell {
  if (value === null || value === undefined) return EMPTY_CELL;
  if (typeof value === 'string') return value === '' ? EMPTY_CELL : cellOf('TEXT', value);
  if (typeof value === 'number') return cellOf('NUMBER', String(value));
  if (typeof value === 'boolean') return cellOf('BOOLEAN', value ? 'TRUE' : 'FALSE');
  if (value instanceof Date) return dateCell(value);
  if ('richText' in value) return readCell(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return cellOf('ERROR', value.error);
  if ('hyperlink' in value) return readCell(value.text);
  if ('result' in value) return readCell(value.result);
  return EMPTY_CELL;
}

function cellsOf(row: ExcelJS.Row): ReadCell[] {
  const cells: ReadCell[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    // A merged cell's value stands once, where the eye sees it.
    if (column <= SHEET_LIMITS.columns)
      cells[column - 1] = cell.isMerged && cell.master !== cell ? EMPTY_CELL : readCell(cell.value);
  });
  return Array.from(cells, (cell) => cell ?? EMPTY_CELL);
}

/** The first page that is shown and has anything on it. */
export async function readXlsx(file: Buffer): Promise<ReadTable> {
  guardZip(file);
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's own idea of a buffer is older than Node's.
    await workbook.xlsx.load(new Uint8Array(file).buffer);
  } catch {
    throw new DomainError('BAD_INPUT', 'sheet.broken');
  }
  const page = workbook.worksheets.find(
    ({ state, actualRowCount }) => state === 'visible' && actualRowCount > 0,
  );
  if (!page) throw new DomainError('BAD_INPUT', 'sheet.empty');
  if (page.actualRowCount > SHEET_LIMITS.rows + 1) throw rowsWithin.tooMany(page.actualRowCount - 1);
  if (page.actualColumnCount > SHEET_LIMITS.columns) throw rowsWithin.tooWide(page.actualColumnCount);
  const rows: { no: number; cells: ReadCell[] }[] = [];
  page.eachRow((row, no) => rows.push({ no, cells: cellsOf(row) }));
  return tableOf(rows, { encoding: 'XLSX', key: workbook.keywords || null });
}
