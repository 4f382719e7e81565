import { DomainError } from '@banso/kernel';
import { ThreadOverdue, ThreadPool, ThreadsBusy } from '../thread-pool.js';
import type { Paper } from './paper.js';
import type { WrittenPdf } from './paper.thread.js';
import { writePdf } from './write-pdf.js';

/** Ordinary documents take a tenth of a second; the longest that can be written, about one. */
const TIME_LIMIT_MS = 10_000;
const MOST_WAITING = 20;
const MEMORY_MB = 512;

/** A thread needs compiled code: where the sources themselves run (tests), it is done in this one. */
const pool = import.meta.url.endsWith('.ts')
  ? null
  : new ThreadPool<Paper, WrittenPdf>({
      file: new URL('./paper.thread.js', import.meta.url),
      threads: 1,
      timeLimitMs: TIME_LIMIT_MS,
      mostWaiting: MOST_WAITING,
      memoryMb: MEMORY_MB,
    });

/**
 * The document as PDF, with the characters that it uses embedded, so that it looks the same everywhere. Laid out beside
 * this process's own thread: nobody else waits for it. Not inside a transaction.
 */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  if (!pool) return writePdf(paper);
  try {
    return Buffer.from(await pool.run(paper));
  } catch (error) {
    if (error instanceof ThreadOverdue || error instanceof ThreadsBusy)
      throw new DomainError('CONFLICT', 'service.busy');
    throw error;
  }
}
