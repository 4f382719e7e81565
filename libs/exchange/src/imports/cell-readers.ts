import { toHiragana } from '@banso/directory';
import { isLocalGovernmentCode } from '@banso/kernel';
import type { ReadCell } from '@banso/platform';
import type { Words } from '../words.js';
import { error, type Finding, note } from './finding.js';
import { readDate } from './read-date.js';

/** What a cell means; a cell with an error means nothing. */
export interface Meant<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** Reads a cell of the column of that name. An empty one means null. */
export type CellReader<T = unknown> = (column: string, cell: ReadCell) => Meant<T>;

const meant = <T>(value: T | null, ...findings: Finding[]): Meant<T> => ({ value, findings });
const HALF_WIDTH_KANA = /[\uff61-\uff9f]/;
/** What our own text files put before what a spreadsheet would reckon. */
const ESCAPED = /^'(?=[=+\-@\t\r])/;

const plainOf = (text: string): string => text.normalize('NFKC').trim();

/** How a cell is read is said wherever it is not read as it stands. */
const readAs = (column: string, from: string, to: string): Finding[] =>
  from.trim() === to ? [] : [note(column, 'read-as', { from: from.trim(), to })];

const reading =
  <T>(read: (column: string, text: string, cell: ReadCell) => Meant<T>): CellReader<T> =>
  (column, cell) => {
    if (cell.kind === 'ERROR') return meant<T>(null, error(column, 'cell-error', { value: cell.text }));
    if (cell.text.trim() === '') return meant<T>(null);
    return read(column, cell.text, cell);
  };

/** Words as they were written: （株） stays （株）, ㈱ stays ㈱, half-width kana stays too, and is said. */
export const words: CellReader<string> = reading((column, text) => {
  const bare = text.replace(ESCAPED, '');
  const kept = bare.normalize('NFC').trim();
  const findings: Finding[] = [];
  if (bare !== text) findings.push(note(column, 'apostrophe'));
  if (bare.trim() !== bare) findings.push(note(column, 'trimmed'));
  if (bare.normalize('NFC') !== bare)
    findings.push(note(column, 'composed', { from: bare.trim(), to: kept }));
  if (HALF_WIDTH_KANA.test(kept)) findings.push(note(column, 'half-width-kept', { value: kept }));
  return meant(kept, ...findings);
});

/** A reading is kept in hiragana; what becomes of katakana is said. */
export const kana: CellReader<string> = reading((column, text) => {
  const read = toHiragana(text).trim();
  return meant(read, ...readAs(column, text, read));
});

export const date: CellReader<string> = reading((column, text, cell) => {
  const found = readDate(cell.kind === 'DATE' ? text.slice(0, 10) : text);
  if (found === null) return meant<string>(null, error(column, 'no-date', { value: text }));
  // A date of a workbook is a date, however it was shown there.
  if (cell.kind === 'DATE' && text.length === 10) return meant(found);
  return meant(found, ...readAs(column, text, found));
});

/** A half-day: a date and 午前 or 午後. */
export const halfDay: CellReader<{ date: string; half: 'AM' | 'PM' }> = reading((column, text) => {
  const match = /^(.*?)\s*(午前|午後|AM|PM)$/i.exec(plainOf(text));
  const found = match ? readDate(match[1] ?? '') : null;
  if (!match || found === null) return meant<never>(null, error(column, 'no-half-day', { value: text }));
  const half = /^(午前|AM)$/i.test(match[2] ?? '') ? 'AM' : 'PM';
  return meant({ date: found, half } as const, ...readAs(column, text, `${found} ${match[2] ?? ''}`));
});

export const count: CellReader<number> = reading((column, text) => {
  const plain = plainOf(text).replaceAll(/(?<=\d),(?=\d{3})/g, '');
  if (!/^-?\d{1,9}$/.test(plain)) return meant<number>(null, error(column, 'no-number', { value: text }));
  return meant(Number(plain), ...readAs(column, text, plain));
});

const REGISTER_CODE = /^(\d{5,6})(?:\s+(.+))?$/;

/**
 * The code of a place, with the zero that spreadsheets take away put back if the check digit agrees; a name of the
 * register stands for its code. `names`: each place of the prefecture by its code.
 */
export const placeCode = (names: ReadonlyMap<string, string>): CellReader<string> =>
  reading((column, text) => {
    const plain = plainOf(text);
    const match = REGISTER_CODE.exec(plain);
    if (!match) {
      const [code] = [...names].find(([, name]) => name === plain) ?? [];
      if (code === undefined) return meant<string>(null, error(column, 'town-code', { code: text }));
      return meant(code, note(column, 'read-as', { from: text.trim(), to: `${code} ${plain}` }));
    }
    const [, digits = '', name] = match;
    const code = digits.padStart(6, '0');
    if (!isLocalGovernmentCode(code)) return meant<string>(null, error(column, 'town-code', { code: text }));
    const known = names.get(code);
    if (known === undefined) return meant<string>(null, error(column, 'town-of-prefecture', { code: text }));
    if (name !== undefined && name !== known)
      return meant<string>(null, error(column, 'name-of-code', { code, name, known }));
    if (digits.length < 6)
      return meant(code, note(column, 'zero-added', { from: text.trim(), to: code, name: known }));
    return meant(code, ...(name === undefined ? readAs(column, text, code) : []));
  });

/** One of a few words, by its code or by its name in either language. */
export const choice = (known: Words): CellReader<string> =>
  reading((column, text) => {
    const plain = plainOf(text).toLowerCase();
    const found = Object.entries(known).find(([code, { ja, en }]) =>
      [code, ja, en].some((word) => word.normalize('NFKC').toLowerCase() === plain),
    );
    if (!found) {
      const choices = Object.values(known).map(({ ja }) => ja);
      return meant<string>(null, error(column, 'no-choice', { value: text, choices: choices.slice(0, 12) }));
    }
    const [code, { ja, en }] = found;
    const exact = [code, ja, en].includes(text.trim());
    return meant(code, ...(exact ? [] : readAs(column, text, ja)));
  });

const BETWEEN = /[、,，・;；\s]+/u;

/** Several words in one cell, with 、 or a space between them. */
export const choices =
  (known: Words): CellReader<string[]> =>
  (column, cell) =>
    reading((_, text) => {
      const parts = text.split(BETWEEN).filter(Boolean);
      const read = parts.map((part) => choice(known)(column, { kind: 'TEXT', text: part }));
      const findings = read.flatMap((one) => one.findings);
      return meant(
        read.flatMap(({ value }) => value ?? []),
        ...findings,
      );
    })(column, cell);

const YES = /^(はい|○|〇|◯|有|true|yes|1)$/i;
const NO = /^(いいえ|×|✕|無|false|no|0)$/i;

export const yesNo: CellReader<boolean> = reading((column, text) => {
  const plain = plainOf(text);
  if (YES.test(plain)) return meant(true);
  if (NO.test(plain)) return meant(false);
  return meant<boolean>(null, error(column, 'no-yes-no', { value: text }));
});
