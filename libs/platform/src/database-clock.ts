import { Clock } from '@banso/kernel';
import { type Db } from './db.js';
import { log } from './log.js';

const ASK_EVERY_MS = 20_000;
/** An answer that took longer says too little of the moment it was given. */
const SLOW_MS = 1_000;
/** A process does not wait for ever to begin. */
const FIRST_TRIES = 5;
/** A machine's own clock that is so far off is worth a line in the log. */
const FAR_OFF_MS = 5_000;

/**
 * Time as Postgres tells it, carried on by a clock that never jumps: processes on several machines agree, and none makes
 * an ended session valid again because somebody set the clock of its machine.
 */
export class DatabaseClock extends Clock {
  private told = Date.now();
  private at = performance.now();
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly db: Db) {
    super();
  }

  static async started(db: Db): Promise<DatabaseClock> {
    const clock = new DatabaseClock(db);
    // Where no answer is quick enough the machine's own clock holds until the next question.
    for (let tries = 0; tries < FIRST_TRIES && !(await clock.ask()); tries++);
    // A database that is away is noticed elsewhere; the time goes on meanwhile.
    clock.timer = setInterval(() => void clock.ask().catch(() => {}), ASK_EVERY_MS).unref();
    return clock;
  }

  override now(): Date {
    return new Date(this.told + performance.now() - this.at);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** False when the answer took too long to be worth anything. */
  private async ask(): Promise<boolean> {
    const { asked, answered, told } = await this.db.system(null, async (tx) => {
      const before = performance.now();
      const [row] = await tx.query<{ ms: number }[]>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
      );
      return { asked: before, answered: performance.now(), told: row?.ms ?? Number.NaN };
    });
    if (!(answered - asked < SLOW_MS)) return false;
    this.told = told;
    this.at = (asked + answered) / 2;
    const off = Date.now() - this.now().getTime();
    if (Math.abs(off) > FAR_OFF_MS) log.warn({ seconds: Math.round(off / 1000) }, 'clock.machine-is-off');
    return true;
  }
}
