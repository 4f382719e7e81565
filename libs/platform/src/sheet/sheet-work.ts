import { DomainError } from '@banso/kernel';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { type Book, type ReadTable, SHEET_LIMITS } from './sheet.js';
import { writeXlsx } from './write-xlsx.js';

/** What is done beside the process's own thread. */
export type SheetTask =
  { readonly kind: 'WRITE'; readonly book: Book } | { readonly kind: 'READ'; readonly bytes: Uint8Array };

/** A refusal crosses between threads as data. */
export type SheetAnswer =
  | { readonly kind: 'WRITTEN'; readonly bytes: Uint8Array }
  | { readonly kind: 'READ'; readonly table: ReadTable }
  | { readonly kind: 'REFUSED'; readonly reason: string; readonly facts: Readonly<Record<string, unknown>> };

const ZIP = Buffer.from('PK');
/** Older Excel, Word and PowerPoint files, and newer ones with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const WITH_PASSWORD = Buffer.from('EncryptedPackage', 'utf16le');

const begins = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

async function read(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length === 0) throw new DomainError('BAD_INPUT', 'sheet.empty');
  if (bytes.length > SHEET_LIMITS.bytes)
    throw new DomainError('BAD_INPUT', 'sheet.too-large', { megabytes: SHEET_LIMITS.bytes / 1024 / 1024 });
  if (begins(bytes, COMPOUND))
    throw new DomainError('BAD_INPUT', bytes.includes(WITH_PASSWORD) ? 'sheet.password' : 'sheet.old-excel');
  if (begins(bytes, ZIP)) return readXlsx(bytes);
  return readCsv(bytes);
}

/** The work itself, in whatever thread. */
export async function workOnSheet(task: SheetTask): Promise<SheetAnswer> {
  try {
    if (task.kind === 'WRITE') return { kind: 'WRITTEN', bytes: new Uint8Array(await writeXlsx(task.book)) };
    return { kind: 'READ', table: await read(Buffer.from(task.bytes)) };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'REFUSED', reason: error.reason, facts: error.details };
    throw error;
  }
}
