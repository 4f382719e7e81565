import type { Doorbell } from '@banso/platform';

/** Milliseconds that work may wait while this worker has a free hand and hears nothing. */
const LONGEST_WAIT = 45_000;

/**
 * Queue clients have stopped for ever without an error before, and will again. When work is waiting, this
 * worker has a free hand and still hears nothing, only a new process helps.
 */
export class Watchdog {
  private working = 0;
  private heardAt: number;

  constructor(
    private readonly hands: number,
    private readonly elapsed: () => number = () => performance.now(),
  ) {
    this.heardAt = elapsed();
  }

  /** Doorbells that are being answered. */
  get busy(): number {
    return this.working;
  }

  /** The same answer to the bell, noticed. */
  watching(answer: (doorbell: Doorbell) => Promise<void>): (doorbell: Doorbell) => Promise<void> {
    return async (doorbell) => {
      this.working += 1;
      try {
        await answer(doorbell);
      } finally {
        this.working -= 1;
        this.heardAt = this.elapsed();
      }
    };
  }

  /** The queue or the database is away: nobody could hear anything, and the wait begins anew. */
  excuse(): void {
    this.heardAt = this.elapsed();
  }

  /** Whether this worker no longer hears the queue; `lag`: seconds that the oldest work has waited. */
  isDeaf(lag: number): boolean {
    if (this.working >= this.hands) this.excuse();
    return lag * 1000 > LONGEST_WAIT && this.elapsed() - this.heardAt > LONGEST_WAIT;
  }
}
