import { createHash } from 'node:crypto';
import type { Clock } from '@banso/kernel';
import type { EntityManager } from 'typeorm';
import type { Db } from './db.js';

/** What somebody may spend: so many points a minute, and twice as many at once after a pause. */
export interface Allowance {
  readonly perMinute: number;
}

/** A process takes a part of the whole at once, so that most requests cost no statement. */
const PART = 20;
/** Purses that a process keeps; who comes back to a lost one opens the next. */
const MOST_PURSES = 10_000;
/** An empty budget is not asked again at once: a flood must not become a flood of statements. */
const PATIENCE_MS = 1_000;

/** What this process has drawn and not spent yet. */
interface Purse {
  points: number;
  /** Until when the budget is known to be empty. */
  emptyUntil: number;
  /** A statement under way that will fill it. */
  drawing: Promise<Drawn> | null;
}

interface Drawn {
  readonly points: number;
  /** Seconds until there would be enough; 0 when there was. */
  readonly wait: number;
}

/** A leak, in seconds and points: what was spent flows off; only a level below the brim lets more in. */
const DRAW = `
  INSERT INTO rate_budget AS known (key_digest, spent, at) VALUES ($1, $2, $3)
  ON CONFLICT (key_digest) DO UPDATE SET
    spent = greatest(0, known.spent - greatest(0, extract(epoch FROM EXCLUDED.at - known.at)) * $4) + EXCLUDED.spent,
    at = greatest(known.at, EXCLUDED.at)
  WHERE greatest(0, known.spent - greatest(0, extract(epoch FROM EXCLUDED.at - known.at)) * $4) + EXCLUDED.spent <= $5
  RETURNING spent`;

const LEVEL = `
  SELECT greatest(0, spent - greatest(0, extract(epoch FROM $2::timestamptz - at)) * $3)::float8 AS level
  FROM rate_budget WHERE key_digest = $1`;

/** Points that people and addresses spend, counted in Postgres for all processes of the API together. */
export class RateBudgets {
  private readonly purses = new Map<string, Purse>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Spends points of a key's budget. Returns 0, or after how many seconds it would have enough. */
  async take(key: string, points: number, allowance: Allowance): Promise<number> {
    const purse = this.purseOf(key);
    while (purse.points < points) {
      // One draws for all who ask at once, or each would take a part that the others then miss.
      if (purse.drawing) {
        await purse.drawing;
        continue;
      }
      const now = this.clock.now().getTime();
      if (now < purse.emptyUntil) return Math.ceil((purse.emptyUntil - now) / 1000);
      purse.drawing = this.draw(key, points - purse.points, allowance).finally(() => (purse.drawing = null));
      const drawn = await purse.drawing;
      purse.points += drawn.points;
      if (drawn.wait === 0) continue;
      purse.emptyUntil = now + Math.min(drawn.wait * 1000, PATIENCE_MS);
      return drawn.wait;
    }
    purse.points -= points;
    return 0;
  }

  private purseOf(key: string): Purse {
    const known = this.purses.get(key);
    if (known) return known;
    const purse: Purse = { points: 0, emptyUntil: 0, drawing: null };
    const [oldest] = this.purses.keys();
    if (oldest !== undefined && this.purses.size >= MOST_PURSES) this.purses.delete(oldest);
    this.purses.set(key, purse);
    return purse;
  }

  /** A whole part when there is one, or else what is missing alone. */
  private draw(key: string, missing: number, { perMinute }: Allowance): Promise<Drawn> {
    const digest = createHash('sha256').update(key).digest('hex');
    const now = this.clock.now();
    const [brim, perSecond] = [perMinute * 2, perMinute / 60];
    return this.db.system(null, async (tx) => {
      for (const points of new Set([Math.max(missing, Math.floor(brim / PART)), missing])) {
        const drawn = await tx.query<unknown[]>(DRAW, [digest, points, now, perSecond, brim]);
        if (drawn.length > 0) return { points, wait: 0 };
      }
      const [row] = await tx.query<{ level: number }[]>(LEVEL, [digest, now, perSecond]);
      const wait = Math.max(1, Math.ceil(((row?.level ?? 0) + missing - brim) / perSecond));
      return { points: 0, wait };
    });
  }
}

/** Forgets budgets that have been full again for long. */
export async function forgetRates(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(`DELETE FROM rate_budget WHERE at < $1::timestamptz - interval '1 hour'`, [now]);
}
