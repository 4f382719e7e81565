import { bestOf, PlanningRunExecutionService, PlanningRunService, proposedVisitsOf } from '@banso/dispatch';
import { addDays, type FixedClock } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { runStart } from '../dispatch/search-start.js';
import type { DemoPeople } from './demo-people.js';

/** After the fortnight that is published. */
const FIRST_DAY = 14;
const DAYS = 28;
const STEPS = 1_000;

/** The four weeks after lie on the board as a plan that nobody outside the hub sees; one visit of it is pinned. */
export async function draftFourWeeks(
  { db, clock, now }: { db: Db; clock: FixedClock; now: Date },
  { hub }: DemoPeople,
): Promise<void> {
  clock.moveTo(now);
  const from = addDays(clock.today(), FIRST_DAY);
  const runs = new PlanningRunService(db, clock);
  const execution = new PlanningRunExecutionService(db, clock);
  const order = { from, to: addDays(from, DAYS - 1), iterations: STEPS };
  const { id } = await runs.request(hub, order);
  const task = await db.system(hub.prefectureId, (tx, actor) => execution.begin(tx, actor, id));
  if (!task) throw new Error('The demo draft could not be begun');
  const plan = bestOf([runStart(task)], { bound: null, budget: task.iterations, wasCut: false });
  await db.system(hub.prefectureId, (tx, actor) => execution.finish(tx, actor, id, plan));
  const [first] = await db.read(hub, (tx) => proposedVisitsOf(tx, [id]));
  if (first) await runs.pinProposedVisit(hub, first.id, true);
}
