/** Half an hour passes at once for everything that recurs, while something breaks: each of it comes once for its time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from './chance.mjs';

/** Schedules that come more often go by the real time; seconds. */
const SELDOM = 600;
const STEP = '30 minutes';
const PATIENCE_MS = 60_000;

/** Notes each time that a schedule goes on, past the application. */
const WATCH = `
  CREATE TABLE IF NOT EXISTS fault.tick (name text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
  TRUNCATE fault.tick;
  CREATE OR REPLACE FUNCTION fault.note_tick() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN INSERT INTO fault.tick (name) VALUES (NEW.name); RETURN NULL; END $$;
  CREATE OR REPLACE TRIGGER fault_tick AFTER UPDATE OF next_run_at ON schedule
    FOR EACH ROW WHEN (NEW.next_run_at > OLD.next_run_at) EXECUTE FUNCTION fault.note_tick();`;

const DUE = `SELECT count(*)::int AS n FROM schedule WHERE next_run_at <= now() AND every_seconds >= ${SELDOM}`;

/** @typedef {import('./kinds.mjs').Scene} Scene */

/** How often each schedule has been due, by its name. */
const due = /** @type {Map<string, number>} */ (new Map());

/** @param {Scene} scene */
export async function dayBegins({ ground }) {
  due.clear();
  await waitForTicks(ground);
  await ground.query(WATCH);
}

/** @param {Scene} scene @param {number} time */
export async function halfHour({ ground, random, notes }, time) {
  const breaks = [
    async () => oneOf(ground.workers, random).signal('SIGKILL'),
    async () => ground.flushQueue().catch(() => {}),
    async () => ground.lines?.workerPostgres.cut(),
  ];
  await breaks[time % breaks.length]?.();
  const rows = await ground.query(
    `UPDATE schedule SET next_run_at = next_run_at - interval '${STEP}' WHERE every_seconds >= ${SELDOM}
     RETURNING name, next_run_at <= now() AS due`,
  );
  for (const row of rows) if (row.due) due.set(row.name, (due.get(row.name) ?? 0) + 1);
  if (!(await waitForTicks(ground)))
    notes.push(`✗ half-hour ${time + 1}: something that recurs did not come`);
}

/** @param {Scene} scene */
export async function dayEnds({ ground, notes }) {
  const rows = await ground.query(
    `SELECT s.name, count(t.at)::int AS ticks, (SELECT count(*) FROM outbox o WHERE o.job = s.job
       AND o.created_at >= (SELECT min(at) - interval '1 second' FROM fault.tick))::int AS jobs,
       (SELECT count(*) FROM outbox o JOIN fault.done d ON d.outbox_id = o.id WHERE o.job = s.job
         AND o.created_at >= (SELECT min(at) - interval '1 second' FROM fault.tick))::int AS done
     FROM schedule s LEFT JOIN fault.tick t USING (name) WHERE s.every_seconds >= ${SELDOM} GROUP BY s.name, s.job ORDER BY s.name`,
  );
  for (const { name, ticks, jobs, done } of rows) {
    const times = due.get(name) ?? 0;
    if (ticks !== times || jobs !== times || done !== times)
      notes.push(`✗ ${name}: due ${times} times, came ${ticks}, was asked for ${jobs}, done ${done}`);
  }
  const all = [...due.values()].reduce((sum, one) => sum + one, 0);
  notes.push(`${rows.length} schedules were due ${all} times in all`);
  await ground.query('DROP TRIGGER fault_tick ON schedule');
}

/** @param {import('./ground.mjs').Ground} ground */
async function waitForTicks(ground) {
  const end = Date.now() + PATIENCE_MS;
  while ((await ground.query(DUE))[0].n > 0) {
    if (Date.now() > end) return false;
    await sleep(200);
  }
  return true;
}
