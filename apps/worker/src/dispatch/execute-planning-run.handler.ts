import type { PlanningRunExecutionService, PlanningTask } from '@banso/dispatch';
import type { LongHandler } from '@banso/platform';
import type { Plan } from '@banso/planning';
import { solveInThread } from './solve-in-thread.js';

type Payload = { planningRunId: string };

/** Problem from the rows, search in a thread, plan into the rows. */
export function executePlanningRunHandler(
  runs: PlanningRunExecutionService,
): LongHandler<Payload, PlanningTask, Plan | null> {
  return {
    begin: (tx, actor, { planningRunId }) => runs.begin(tx, actor, planningRunId),
    compute: ({ problem, seed, iterations, ...task }, signal) =>
      solveInThread({
        problem,
        seed,
        iterations,
        signal,
        onProgress: (progress) => runs.report(task, progress),
      }),
    finish: (tx, actor, { planningRunId }, plan) => runs.finish(tx, actor, planningRunId, plan),
  };
}
