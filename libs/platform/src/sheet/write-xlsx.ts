import ExcelJS from 'exceljs';
import { clockInJapan } from './moment.js';
import { undatedZip } from './undated-zip.js';
import type { Book, Sheet, SheetColumn, SheetKind, SheetValue } from './sheet.js';

const FORMAT: Readonly<Record<SheetKind, string>> = {
  text: '@',
  number: '#,##0.######',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
};

const CHOICES = 'choices';
/** What XML cannot hold. */
// oxlint-disable-next-line no-control-regex -- these very characters
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MOST_CHARACTERS = 32_767;
const DEFAULT_WIDTH = 12;

const plain = (text: string): string =>
  text.toWellFormed().replaceAll(UNWRITABLE, ' ').slice(0, MOST_CHARACTERS);

/** A string is written as a string, so that nothing in it is ever reckoned. */
function valueOf(kind: SheetKind, value: SheetValue): ExcelJS.CellValue {
  if (value === null || value === '') return null;
  if (kind === 'number') return typeof value === 'number' ? value : plain(value);
  const text = String(value);
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00Z`);
  if (kind === 'moment' && !Number.isNaN(Date.parse(text))) return clockInJapan(text);
  return plain(text);
}

const letterOf = (column: number): string => {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letterOf(before) : '') + String.fromCharCode(65 + rest);
};

/** Dropdowns take their words from a page of their own: a list in the cell itself may have 255 characters at most. */
function writeChoices(workbook: ExcelJS.Workbook, columns: readonly SheetColumn[]): Map<SheetColumn, string> {
  const withChoices = columns.filter(({ choices }) => choices && choices.length > 0);
  const ranges = new Map<SheetColumn, string>();
  if (withChoices.length === 0) return ranges;
  const page = workbook.addWorksheet(CHOICES, { state: 'veryHidden' });
  withChoices.forEach((column, i) => {
    const letter = letterOf(i + 1);
    column.choices?.forEach((word, k) => {
      page.getCell(k + 1, i + 1).value = plain(word);
    });
    ranges.set(column, `${CHOICES}!$${letter}$1:$${letter}$${column.choices?.length ?? 1}`);
  });
  return ranges;
}

/** Asks in the workbook itself for what the platform would refuse; the platform asks again. */
function validationOf(column: SheetColumn, range: string | undefined): ExcelJS.DataValidation | null {
  const prompt = column.hint
    ? {
        showInputMessage: true,
        promptTitle: plain(column.head).slice(0, 32),
        prompt: plain(column.hint).slice(0, 250),
      }
    : {};
  if (range) return { type: 'list', allowBlank: true, formulae: [range], showErrorMessage: true, ...prompt };
  if (!column.hint) return null;
  return { type: 'custom', allowBlank: true, formulae: ['TRUE'], ...prompt };
}

function writeSheet(workbook: ExcelJS.Workbook, sheet: Sheet, blankRows: number): ExcelJS.Worksheet {
  const { name, columns, rows } = sheet;
  const page = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 0 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  columns.forEach(({ kind, width = DEFAULT_WIDTH }, i) => {
    const column = page.getColumn(i + 1);
    column.width = width;
    column.numFmt = FORMAT[kind];
  });
  const head = page.addRow(columns.map((column) => plain(column.head)));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = '@';
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1FE' } };
    cell.alignment = { wrapText: true, vertical: 'top' };
  });
  for (const row of rows) {
    const written = page.addRow(columns.map(({ kind }, i) => valueOf(kind, row[i] ?? null)));
    columns.forEach(({ kind }, i) => {
      written.getCell(i + 1).numFmt = FORMAT[kind];
    });
  }
  if (columns.length > 0)
    page.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: Math.max(1, rows.length + 1), column: columns.length },
    };
  const last = rows.length + 1 + blankRows;
  for (let row = rows.length + 2; row <= last; row++)
    columns.forEach(({ kind }, i) => {
      page.getCell(row, i + 1).numFmt = FORMAT[kind];
    });
  return page;
}

function writeValidations(
  page: ExcelJS.Worksheet,
  { columns, rows }: Sheet,
  { ranges, blankRows }: { readonly ranges: ReadonlyMap<SheetColumn, string>; readonly blankRows: number },
): void {
  columns.forEach((column, i) => {
    const validation = validationOf(column, ranges.get(column));
    if (!validation) return;
    for (let row = 2; row <= rows.length + 1 + blankRows; row++)
      page.getCell(row, i + 1).dataValidation = validation;
  });
}

/** The workbook, written in this very thread. */
export async function writeXlsx({ sheets, notes, key, blankRows = 0 }: Book): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  // The same table is the same file: when it was taken is in the log.
  workbook.created = workbook.modified = new Date(0);
  workbook.creator = '伴走';
  if (key) workbook.keywords = key;
  const pages = sheets.map((sheet) => writeSheet(workbook, sheet, blankRows));
  if (notes) {
    const page = workbook.addWorksheet(notes.name);
    page.getColumn(1).width = 100;
    for (const line of notes.lines) {
      const row = page.addRow([plain(line)]);
      row.getCell(1).numFmt = '@';
      row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    }
  }
  const ranges = writeChoices(
    workbook,
    sheets.flatMap(({ columns }) => columns),
  );
  sheets.forEach((sheet, i) => {
    const page = pages[i];
    if (page) writeValidations(page, sheet, { ranges, blankRows });
  });
  return undatedZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}
