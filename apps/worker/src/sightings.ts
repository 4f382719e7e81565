import { randomUUID } from 'node:crypto';
import { type Db, VERSION } from '@banso/platform';

/** What a worker says of itself. */
export interface Sight {
  readonly hands: number;
  readonly busy: number;
  readonly draining: boolean;
}

/** Tells whoever runs the installation that this worker lives; those who fell silent an hour ago are forgotten. */
export class Sightings {
  private readonly id = randomUUID();
  private telling: Promise<void> = Promise.resolve();
  private left = false;

  constructor(private readonly db: Db) {}

  tell(sight: Sight): Promise<void> {
    if (this.left) return Promise.resolve();
    const told = this.write(sight);
    this.telling = told.catch(() => undefined);
    return told;
  }

  /** After what is being told: a word that comes too late would stand for an hour. */
  async leave(): Promise<void> {
    this.left = true;
    await this.telling;
    await this.db.system(null, (tx) => tx.query('DELETE FROM worker_sighting WHERE id = $1', [this.id]));
  }

  private async write({ hands, busy, draining }: Sight): Promise<void> {
    await this.db.system(null, async (tx) => {
      await tx.query(
        `INSERT INTO worker_sighting (id, version, started_at, seen_at, hands, busy, draining)
         VALUES ($1, $2, now(), now(), $3, $4, $5)
         ON CONFLICT (id) DO UPDATE SET seen_at = now(), busy = EXCLUDED.busy, draining = EXCLUDED.draining`,
        [this.id, VERSION, hands, busy, draining],
      );
      await tx.query(`DELETE FROM worker_sighting WHERE seen_at < now() - interval '1 hour'`);
    });
  }
}
