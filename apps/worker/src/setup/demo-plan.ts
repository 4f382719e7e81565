import {
  bestOf,
  listVisits,
  PlanningRunExecutionService,
  PlanningRunService,
  PublishService,
  VisitService,
} from '@banso/dispatch';
import { addDays, type FixedClock } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { runStart } from '../dispatch/search-start.js';
import type { DemoPeople } from './demo-people.js';

const DAYS = 14;
const STEPS = 1_000;

/** The coming fortnight is published and partly accepted: whoever signs in first finds something to look at. */
export async function publishFortnight(
  { db, clock, now }: { db: Db; clock: FixedClock; now: Date },
  { hub, specialists }: DemoPeople,
): Promise<void> {
  clock.moveTo(now);
  const period = { from: clock.today(), to: addDays(clock.today(), DAYS - 1) };
  const execution = new PlanningRunExecutionService(db, clock);
  const { id } = await new PlanningRunService(db, clock).request(hub, { ...period, iterations: STEPS });
  const task = await db.system(hub.prefectureId, (tx, actor) => execution.begin(tx, actor, id));
  if (!task) throw new Error('The demo plan could not be begun');
  const end = { bound: null, budget: task.iterations, wasCut: false };
  const plan = bestOf([runStart(task)], end);
  await db.system(hub.prefectureId, (tx, actor) => execution.finish(tx, actor, id, plan));
  if (plan.assignments.length === 0) return;
  await new PublishService(db, clock).publish(hub, id);

  const week = { from: period.from, to: addDays(period.from, DAYS / 2) };
  const { rows } = await db.read(hub, (tx) => listVisits(tx, hub, week, { first: 100 }));
  const visits = new VisitService(db, clock);
  for (const visit of rows) {
    const specialist = specialists.get(visit.specialistId);
    if (specialist) await visits.accept(specialist, visit.id);
  }
}
