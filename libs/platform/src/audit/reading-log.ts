import type { Actor } from '@banso/kernel';
import type { Db, Tx } from '../db.js';
import { log } from '../log.js';

interface Seen {
  readonly actor: Actor;
  readonly records: Map<string, readonly [type: string, id: string]>;
  attempts: number;
}

const DELAY_MS = 100;
const RETRY_MS = 2_000;
const ATTEMPTS = 5;
/** What is remembered so that the database is not asked again; forgotten whole when it is more. */
const REMEMBERED = 50_000;

/**
 * Writes down who looked at what, once per account, record and hour. Reading does not wait for it: views are gathered
 * for a moment and written together. A view that cannot be written is tried again, then counted and told to the log.
 */
export class ReadingLog {
  /** Views that were given up since the process began. */
  lost = 0;
  private readonly known = new Set<string>();
  private hour = 0;
  private waiting = new Map<string, Seen>();
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Db) {}

  viewed(actor: Actor, type: string, id: string): void {
    const key = `${actor.accountId} ${type} ${id}`;
    this.forgetOldHours();
    if (this.known.has(key)) return;
    this.known.add(key);
    const seen = this.waiting.get(actor.accountId ?? '') ?? {
      // Its wish is for what was asked, not for what is noted beside it.
      actor: withoutWish(actor),
      records: new Map(),
      attempts: 0,
    };
    seen.records.set(`${type} ${id}`, [type, id]);
    this.waiting.set(actor.accountId ?? '', seen);
    this.timer ??= setTimeout(() => void this.flush(), DELAY_MS).unref();
  }

  /** Everything seen so far is written, or waits for another try. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const all = [...this.waiting.values()];
    this.waiting = new Map();
    this.writing = this.writing.then(async () => {
      for (const seen of all) await this.write(seen);
    });
    return this.writing;
  }

  /** The last chance, before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    for (const seen of this.waiting.values()) this.giveUp(seen);
  }

  private async write(seen: Seen): Promise<void> {
    try {
      await this.db.write(seen.actor, (tx) => writeReading(tx, 'VIEW', [...seen.records.values()]));
    } catch {
      seen.attempts++;
      if (seen.attempts >= ATTEMPTS) this.giveUp(seen);
      else this.keep(seen);
    }
  }

  private keep(seen: Seen): void {
    const key = seen.actor.accountId ?? '';
    const since = this.waiting.get(key);
    for (const [name, record] of since?.records ?? []) seen.records.set(name, record);
    this.waiting.set(key, seen);
    this.timer ??= setTimeout(() => void this.flush(), RETRY_MS).unref();
  }

  private giveUp(seen: Seen): void {
    this.lost += seen.records.size;
    log.error(
      { accountId: seen.actor.accountId, views: seen.records.size, lost: this.lost },
      'audit.views-lost',
    );
  }

  private forgetOldHours(): void {
    const hour = Math.floor(Date.now() / 3_600_000);
    if (hour === this.hour && this.known.size < REMEMBERED) return;
    this.hour = hour;
    this.known.clear();
  }
}

const withoutWish = (actor: Actor): Actor => (actor.role === 'SYSTEM' ? actor : { ...actor, wish: null });

/** Writes that the caller of this transaction reads these records, or takes them away in a file. */
export async function writeReading(
  tx: Tx,
  kind: 'VIEW' | 'EXPORT',
  records: readonly (readonly [type: string, id: string])[],
): Promise<void> {
  await tx.query('SELECT audit_reading($1, $2::text[], $3::text[])', [
    kind,
    records.map(([type]) => type),
    records.map(([, id]) => id),
  ]);
}
