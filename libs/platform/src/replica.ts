import type { DataSource } from 'typeorm';
import { log } from './log.js';

const LOOK_EVERY_MS = 1_000;
/** A standby that is further behind than this is not asked. */
const MOST_BEHIND_MS = 5_000;
/** So long after a change of theirs people read from the primary: longer than a standby may be behind. */
export const OWN_CHANGE_SECONDS = 10;
const MOST_MARKS = 60;

/** How far the primary had written at some moment. */
interface Mark {
  readonly lsn: string;
  readonly at: number;
}

/** A standby of the database, and how far it is behind: judged by what it has replayed, not by what it says of itself. */
export class Replica {
  private marks: Mark[] = [];
  /** The standby holds everything that had been written then. */
  private holdsUntil = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private wasFresh = false;

  constructor(
    private readonly primary: DataSource,
    readonly dataSource: DataSource,
  ) {}

  /** Begins to look; a standby that is away now is used when it is there. */
  start(): this {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    return this;
  }

  get isFresh(): boolean {
    return this.dataSource.isInitialized && performance.now() - this.holdsUntil < MOST_BEHIND_MS;
  }

  /** It failed: nobody asks it until it has shown itself again. */
  distrust(): void {
    this.holdsUntil = Number.NEGATIVE_INFINITY;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async look(): Promise<void> {
    try {
      if (!this.dataSource.isInitialized) await this.dataSource.initialize();
      const at = performance.now();
      const [row] = await this.primary.query<{ lsn: string }[]>('SELECT pg_current_wal_lsn()::text AS lsn');
      if (row) this.marks = [...this.marks, { lsn: row.lsn, at }].slice(-MOST_MARKS);
      // Nothing when it was promoted, and is a standby no longer.
      const [passed] = await this.dataSource.query<{ n: number }[]>(
        `SELECT count(*) FILTER (WHERE lsn::pg_lsn <= pg_last_wal_replay_lsn())::int AS n
         FROM unnest($1::text[]) AS lsn WHERE pg_is_in_recovery()`,
        [this.marks.map(({ lsn }) => lsn)],
      );
      const newest = this.marks[(passed?.n ?? 0) - 1];
      if (newest) {
        this.holdsUntil = newest.at;
        this.marks = this.marks.filter(({ at: then }) => then >= newest.at);
      }
    } catch {
      // Away, or the primary is: what is not renewed grows old by itself.
    }
    if (this.wasFresh !== this.isFresh) log.info({ used: this.isFresh }, 'database.replica');
    this.wasFresh = this.isFresh;
  }
}
