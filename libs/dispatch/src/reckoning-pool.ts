import { availableParallelism } from 'node:os';
import { DomainError } from '@banso/kernel';
import { ThreadOverdue, ThreadPool, ThreadsBusy } from '@banso/platform';
import { Reckoner, type ReckoningWish } from './reckoner.js';
import type { ThreadAnswer, ThreadQuestion } from './reckoning.thread.js';
import type { Answer, Given, ReckoningName } from './reckonings.js';

/** A thread needs compiled code: beside this file, or, when the sources themselves run (tests), in the build. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../dist/libs/dispatch/src/reckoning.thread.js'
    : './reckoning.thread.js',
  import.meta.url,
);

/** Questions come one by one; more threads would take processors from those who search for plans. */
const MOST_THREADS = 2;
/** Less than Postgres lets a transaction wait. */
const TIME_LIMIT_MS = 10_000;
const MOST_WAITING = 40;
const MEMORY_MB = 512;

/** What may be set otherwise. */
export interface ReckoningLimits {
  readonly threads?: number;
  readonly timeLimitMs?: number;
  readonly mostWaiting?: number;
}

/** In a few threads beside the process, so that nobody else waits for it. */
export class ReckoningPool extends Reckoner {
  private readonly pool: ThreadPool<ThreadQuestion, ThreadAnswer>;

  constructor(limits: ReckoningLimits = {}) {
    super();
    this.pool = new ThreadPool({
      file: THREAD,
      threads: limits.threads ?? Math.min(MOST_THREADS, availableParallelism()),
      timeLimitMs: limits.timeLimitMs ?? TIME_LIMIT_MS,
      mostWaiting: limits.mostWaiting ?? MOST_WAITING,
      memoryMb: MEMORY_MB,
    });
  }

  /** Refuses when it takes too long, or when too many ask at once. */
  override async reckon<Name extends ReckoningName>(
    name: Name,
    given: Given<Name>,
    wish: ReckoningWish = {},
  ): Promise<Answer<Name>> {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a thread answers what it was asked for
      return (await this.pool.run({ name, given }, wish)) as Answer<Name>;
    } catch (error) {
      if (error instanceof ThreadOverdue) throw new DomainError('CONFLICT', 'reckoning.too-long');
      if (error instanceof ThreadsBusy) throw new DomainError('CONFLICT', 'service.busy');
      throw error;
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
