import { type Actor, Clock, permit } from '@banso/kernel';
import { beyondOwnRows, Db, type Tx } from '@banso/platform';
import { MoreThan } from 'typeorm';
import { PlanPresence } from './plan-presence.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import { getPlanningRun } from '../planning-run.queries.js';

/** Told every 15 seconds: two may get lost on the way. */
const GONE_AFTER_MS = 45_000;

/** Somebody else who has the same plan before them. */
export interface Present {
  readonly accountId: string;
  readonly name: string;
  readonly since: Date;
}

/** Who else is looking at a plan: so that nobody is surprised by what moves. */
export class PlanPresenceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Says that the actor is here, or has gone, and hears who else is. */
  tell(actor: Actor, runId: string, here: boolean): Promise<Present[]> {
    return this.db.write(actor, async (tx) => {
      const run = await getPlanningRun(tx, actor, runId);
      permit(planningRunMay.pin(actor, run));
      const now = this.clock.now();
      const gone = new Date(now.getTime() - GONE_AFTER_MS);
      await tx.query(
        'DELETE FROM plan_presence WHERE run_id = $1 AND (seen_at < $2 OR ($3 AND account_id = $4))',
        [run.id, gone, !here, actor.accountId],
      );
      if (here)
        await tx.query(
          `INSERT INTO plan_presence (run_id, account_id, prefecture_id, since, seen_at) VALUES ($1, $2, $3, $4, $4)
           ON CONFLICT (run_id, account_id) DO UPDATE SET seen_at = EXCLUDED.seen_at`,
          [run.id, actor.accountId, run.prefectureId, now],
        );
      return othersOn(tx, { runId: run.id, accountId: actor.accountId, gone });
    });
  }
}

/** Whether somebody has a plan before them. */
export async function isPresent(
  tx: Tx,
  { runId, accountId, at }: { readonly runId: string; readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const gone = new Date(at.getTime() - GONE_AFTER_MS);
  return tx.existsBy(PlanPresence, { runId, accountId, seenAt: MoreThan(gone) });
}

/** Names stand with the accounts, which are not everybody's to read. */
const othersOn = (
  tx: Tx,
  { runId, accountId, gone }: { readonly runId: string; readonly accountId: string; readonly gone: Date },
): Promise<Present[]> =>
  beyondOwnRows(tx, () =>
    tx.query<Present[]>(
      `SELECT p.account_id AS "accountId", a.display_name AS name, p.since FROM plan_presence p
       JOIN account a ON a.id = p.account_id
       WHERE p.run_id = $1 AND p.account_id <> $2 AND p.seen_at >= $3 ORDER BY p.since, p.account_id`,
      [runId, accountId, gone],
    ),
  );
