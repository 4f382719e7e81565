import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@banso/kernel';
import { SCHEMA_CHANGES } from '../data-source.js';
import type { Db } from '../db.js';
import { outboxLag } from '../outbox-lag.js';

/** Whoever asks has little patience. */
const PATIENCE_MS = 3_000;

/** `behind`: changes of the schema that this software needs are missing. */
export type ReadyStatus = 'ok' | 'draining' | 'away' | 'behind';

export interface Ready {
  readonly status: ReadyStatus;
  /** How long due work has waited, in whole seconds: of the work itself, whatever rings it. Null while nobody can tell. */
  readonly lagSeconds: number | null;
  /** Work that was set aside and waits for a person. */
  readonly dead: number | null;
  /** Changes of the schema that are still missing. */
  readonly pending: number | null;
}

const UNKNOWN = { lagSeconds: null, dead: null, pending: null } as const;

/** Whether a process should be given work: it can reach the database, finds what it needs there, and is not leaving. */
export class Readiness {
  private leaving = false;

  constructor(private readonly db: Db) {}

  /** From now on nobody should send anything more here; what comes all the same is still done. */
  drain(): void {
    this.leaving = true;
  }

  get draining(): boolean {
    return this.leaving;
  }

  async look(): Promise<Ready> {
    if (this.leaving) return { status: 'draining', ...UNKNOWN };
    const late = new AbortController();
    try {
      const away = sleep(PATIENCE_MS, null, { signal: late.signal, ref: false }).catch(() => null);
      return (await Promise.race([this.ask(), away])) ?? { status: 'away', ...UNKNOWN };
    } catch {
      return { status: 'away', ...UNKNOWN };
    } finally {
      late.abort();
    }
  }

  private async ask(): Promise<Ready> {
    const pending = await pendingChanges(this.db);
    const { seconds, dead } = await outboxLag(this.db);
    return {
      status: pending.length > 0 ? 'behind' : 'ok',
      lagSeconds: Math.round(seconds),
      dead,
      pending: pending.length,
    };
  }
}

/** Changes that this software knows and the database has not had. It may have had more: then a newer one is being put in. */
export async function pendingChanges(db: Db): Promise<readonly string[]> {
  const rows = await db.read(systemActor(null), (tx) =>
    tx.query<{ name: string }[]>('SELECT name FROM app.schema_changes() AS name'),
  );
  const there = new Set(rows.map(({ name }) => name));
  return SCHEMA_CHANGES.filter((name) => !there.has(name));
}
