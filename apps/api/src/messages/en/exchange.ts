import { type Facts, factOf, type Messages, momentOf } from '../messages.js';

const of = (facts: Facts, key: string): string =>
  factOf(facts, key, (year, month, day) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, day),
    ),
  );
/** Days as they stand in the file, not as a sentence would write them. */
const plain = (facts: Facts, key: string): string => {
  const value = facts[key];
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const NOTHING = 'Nothing was taken in.';

/** Of tables that come and go as files. */
export const exchangeEn: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'import.not-found': () => 'This import was not found. Nothing was changed. Please reload the page.',
    'import.over': () =>
      'This import was undone or discarded. Nothing was changed. Please choose the file again.',
    'import.not-applied': () =>
      'This import was not taken in yet, or was undone already. Nothing was changed.',
    'import.no-undo': () =>
      'Answers have reached whoever asked and cannot be undone. Nothing was changed. To change one, please contact the prefectural desk.',
    'import.too-late': (facts) =>
      `More than ${of(facts, 'hours')} hours have passed, so the import can no longer be undone as a whole. Nothing was changed. Please correct the records one by one.`,
    'import.not-open': () =>
      'What was taken in cannot be discarded. Nothing was changed. Within 24 hours it can be undone.',
    'import.nothing-to-apply': () =>
      `No row can be taken in. ${NOTHING} Please correct the rows with faults, or which column is which.`,
    'import.no-faults': () => 'No row has a fault.',
    'import.changed-since': (facts) =>
      `Left as it is now, because ${plain(facts, 'name') || 'somebody'} changed it at ${momentOf(facts, 'at', 'en-GB')}, after it was taken in.`,
    'import.in-use': () =>
      'Left as it is now, because other records have come to use it since it was taken in.',
    'import.against-rules': () => 'This row contradicts other records and cannot be taken in.',
    'list.filter': () => 'The filter could not be read. No file was made. Please reload the page.',
    'list.too-many-rows': (facts) =>
      `There are ${of(facts, 'rows')} rows; one file holds at most ${of(facts, 'most')}. No file was made. Please narrow the list by state or period.`,
    'list.empty': () => 'Nothing matches, so no file was made.',
    'kit.other-version': () =>
      `This workbook is of an older version. ${NOTHING} Please download the new one and copy your rows into it.`,
    'kit.other-kind': () =>
      `This workbook is for another kind of import. ${NOTHING} Please choose the kind again.`,
    'kit.other-town': (facts) =>
      `This workbook is for another municipality (code ${plain(facts, 'code')}). ${NOTHING}`,
    'kit.nothing-open': () => 'Nothing waits for an answer now. No workbook was made.',
    'kit.moved-on': (facts) =>
      `This row is not taken in, because ${plain(facts, 'name') || 'somebody'} changed its record at ${momentOf(facts, 'at', 'en-GB')}, after the workbook was made. Please check it in a new one.`,
    'kit.marked-since': (facts) =>
      `This row is not taken in, because the answer of ${plain(facts, 'name')} has become “${plain(facts, 'mark')}” since the workbook was made. Please check it in a new one.`,
    'kit.row-gone': () =>
      'What this row is about is no longer there, so it is not taken in. Please check it in a new workbook.',
    'sheet.empty': () => `There is nothing in the file. ${NOTHING}`,
    'sheet.no-rows': () =>
      `The file has only the names of columns. ${NOTHING} Please write one record a row below them.`,
    'sheet.too-large': (facts) =>
      `The file is too large (at most ${of(facts, 'megabytes')} MB). ${NOTHING} Please divide it, or take pictures out.`,
    'sheet.old-excel': () =>
      `This is an old Excel file (.xls). ${NOTHING} Please open it in Excel, choose “Save as” and “Excel workbook (.xlsx)”, and bring that file.`,
    'sheet.password': () =>
      `The file has a password. ${NOTHING} Please save it without one and bring it again.`,
    'sheet.macros': () =>
      `Files with macros are not taken. ${NOTHING} Please save it as “Excel workbook (.xlsx)” and bring that file.`,
    'sheet.no-workbook': () => `This is no Excel workbook. ${NOTHING} Please choose an .xlsx or CSV file.`,
    'sheet.broken': () =>
      `The file is damaged. ${NOTHING} Please open it in Excel, save it and bring it again.`,
    'sheet.too-much-inside': (facts) =>
      `There is too much in the file (at most ${of(facts, 'megabytes')} MB unpacked). ${NOTHING} Please copy only the needed rows and columns into a new workbook.`,
    'sheet.no-table': () => `This file is no table. ${NOTHING} Please choose an .xlsx or CSV file.`,
    'sheet.csv-broken': (facts) =>
      `The quotation marks (") do not match near row ${of(facts, 'row')} of the CSV file. ${NOTHING} Please correct them and bring it again.`,
    'sheet.unknown-encoding': () =>
      `The character set of the file is not known. ${NOTHING} Please save it as UTF-8 or Shift_JIS (CP932).`,
    'sheet.too-many-rows': (facts) =>
      `There are ${of(facts, 'rows')} rows; at most ${of(facts, 'most')} are taken at once. ${NOTHING} Please divide the file.`,
    'sheet.too-many-columns': (facts) =>
      `There are ${of(facts, 'columns')} columns; at most ${of(facts, 'most')} are read. ${NOTHING}`,
    'sheet.cell-too-long': (facts) =>
      `Row ${of(facts, 'row')} has a cell of more than ${of(facts, 'most')} characters. ${NOTHING} Please shorten it.`,
  },
  faults: {
    'read-as': (_, facts) => `“${plain(facts, 'from')}” is read as “${plain(facts, 'to')}”.`,
    'zero-added': (_, facts) =>
      `“${plain(facts, 'from')}” is read with a leading zero, as ${plain(facts, 'to')} (${plain(facts, 'name')}).`,
    trimmed: () => 'Spaces before and after are left out.',
    composed: (_, facts) => `Combined characters take their standard form, “${plain(facts, 'to')}”.`,
    apostrophe: () => 'The leading apostrophe, a mark against formulas, is left out.',
    'half-width-kept': () => 'Has half-width kana; it is taken in as it is.',
    'cell-error': (field, facts) =>
      `“${field}” holds an error (${plain(facts, 'value')}). Please put a value there.`,
    'no-date': (field, facts) =>
      `“${plain(facts, 'value')}” in “${field}” cannot be read as a day. Please write 2026-11-20 or R8.11.20.`,
    'no-half-day': (field, facts) =>
      `“${plain(facts, 'value')}” in “${field}” cannot be read. Please write it as “2026-12-01 AM”.`,
    'no-number': (field, facts) =>
      `“${plain(facts, 'value')}” in “${field}” is no whole number. Please write digits only.`,
    'name-of-code': (field, facts) =>
      `Code ${plain(facts, 'code')} in “${field}” is ${plain(facts, 'known')}, not ${plain(facts, 'name')}.`,
    'no-choice': (field, facts) =>
      `“${plain(facts, 'value')}” cannot be chosen for “${field}”. Choices: ${plain(facts, 'choices')}`,
    'no-yes-no': (field, facts) =>
      `“${plain(facts, 'value')}” in “${field}” cannot be read. Please write Yes or No.`,
    'unknown-person': (field, facts) =>
      `“${plain(facts, 'value')}” in “${field}” is not among the specialists. Please check how the name is written.`,
    'several-people': (field, facts) =>
      `There are several called “${plain(facts, 'value')}” for “${field}” (${plain(facts, 'names')}). Please write the code of our list.`,
    'no-column': (field) => `The file has no column for “${field}”. Please say which one it is.`,
    'kit-row': (field) =>
      `“${field}” was changed, so nobody can tell which record the row is about. Please copy it from a new workbook.`,
    'kit-mixed': (field) =>
      `“${field}” is not what stood in this row. Please compare with a new workbook whether parts of rows were swapped.`,
    'kit-unused': (field) =>
      `“${field}” reaches nobody with this answer. Please empty it, or change the answer.`,
    double: (_, facts) => `The same as row ${of(facts, 'row')}. Please keep one of the two.`,
    'no-import-row': (_, facts) => `Row ${of(facts, 'row')} is not among the rows that can be corrected.`,
    'head-twice': (_, facts) => `The column “${plain(facts, 'head')}” of the file is chosen twice.`,
  },
  fields: {
    fileName: 'name of the file',
    mapping: 'columns',
    fixes: 'corrected values',
    list: 'list',
    format: 'format',
  },
};
