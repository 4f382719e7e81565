import { DomainError } from '@banso/kernel';
import { ThreadOverdue, ThreadPool, ThreadsBusy } from '../thread-pool.js';
import { charactersOf, cp932Of } from './cp932.js';
import { csvOf, plainCsvOf, textsOf } from './csv.js';
import { type Book, type ReadTable, type Sheet, type SheetFile, type SheetFormat } from './sheet.js';
import { type SheetTask, workOnSheet } from './sheet-work.js';
import type { SheetDone } from './sheet.thread.js';

/** A list of five thousand rows takes about a second. */
const TIME_LIMIT_MS = 15_000;
const MOST_WAITING = 20;
const MEMORY_MB = 512;

/** A thread needs compiled code: where the sources themselves run (tests), it is done in this one. */
const pool = import.meta.url.endsWith('.ts')
  ? null
  : new ThreadPool<SheetTask, SheetDone>({
      file: new URL('./sheet.thread.js', import.meta.url),
      threads: 1,
      timeLimitMs: TIME_LIMIT_MS,
      mostWaiting: MOST_WAITING,
      memoryMb: MEMORY_MB,
    });

async function done(task: SheetTask): Promise<SheetDone> {
  if (!pool) return workOnSheet(task);
  try {
    return await pool.run(task);
  } catch (error) {
    if (error instanceof ThreadOverdue || error instanceof ThreadsBusy)
      throw new DomainError('CONFLICT', 'service.busy');
    throw error;
  }
}

/** A workbook as a file. Nobody else waits for it meanwhile; not inside a transaction. */
export async function xlsxOf(book: Book): Promise<Buffer> {
  const answer = await done({ kind: 'WRITE', book });
  if (answer.kind !== 'WRITTEN') throw new Error('A workbook was not written');
  return Buffer.from(answer.bytes);
}

/** One table as a file, and the characters that are not in it as they were. Not inside a transaction. */
export async function sheetFile(sheet: Sheet, format: SheetFormat): Promise<SheetFile> {
  if (format === 'XLSX') return { bytes: await xlsxOf({ sheets: [sheet] }), characters: [] };
  const texts = textsOf(sheet);
  if (format === 'CSV') return { bytes: Buffer.from(csvOf(texts)), characters: [] };
  return { bytes: cp932Of(plainCsvOf(texts)), characters: charactersOf(texts) };
}

/**
 * Reads the first table of a file that somebody brought: .xlsx, or CSV in whatever character set of Japan.
 * @throws DomainError in words for whatever is no such file, too large or dangerous
 */
export async function readSheet(bytes: Buffer): Promise<ReadTable> {
  const answer = await done({ kind: 'READ', bytes });
  if (answer.kind === 'REFUSED') throw new DomainError('BAD_INPUT', answer.reason, answer.facts);
  if (answer.kind !== 'READ') throw new Error('A table was not read');
  return answer.table;
}
