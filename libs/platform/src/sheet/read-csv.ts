import { DomainError } from '@banso/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { EMPTY_CELL, type ReadCell, type ReadEncoding, type ReadTable } from './sheet.js';
import { tableOf } from './table.js';

const DELIMITERS = [',', '\t', ';'] as const;

function decoded(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 says itself whether it is any; what is not is Windows' own character set, or nothing that can be read. */
function textOf(bytes: Buffer): { readonly text: string; readonly encoding: ReadEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = decoded(bytes, 'utf-16le');
    if (text !== null) return { text, encoding: 'UTF16' };
  }
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'UTF8' };
  const windows = decoded(bytes, 'shift_jis');
  if (windows !== null) return { text: windows, encoding: 'CP932' };
  throw new DomainError('BAD_INPUT', 'sheet.unknown-encoding');
}

/** The one that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const line = (/^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const cellOf = (text: string): ReadCell => (text === '' ? EMPTY_CELL : { kind: 'TEXT', text });

/** Every value is text, as it stands. */
export function readCsv(bytes: Buffer): ReadTable {
  const { text, encoding } = textOf(bytes);
  if (text.includes('\0')) throw new DomainError('BAD_INPUT', 'sheet.no-table');
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError)
      throw new DomainError('BAD_INPUT', 'sheet.csv-broken', { row: Number(error['lines'] ?? 0) });
    throw error;
  }
  const rows = lines.map((record, i) => ({ no: i + 1, cells: record.map(cellOf) }));
  return tableOf(rows, { encoding, key: null });
}

/** Records of a data file of ours by their columns, each with its line. */
export const csvRecords = (bytes: Buffer): unknown[] =>
  parse(bytes, { bom: true, columns: true, info: true, skip_empty_lines: true });
