import { availableParallelism } from 'node:os';
import type { PlanningRunExecutionService, PlanningTask, SearchResult } from '@banso/dispatch';
import type { LongHandler } from '@banso/platform';
import { planInThreads } from './plan-in-threads.js';

type Payload = { planningRunId: string };

/** One processor is for the proof, and one for everything else that the worker does. */
const SPARE = 2;
/** More searches than these hardly find better plans, and each needs its memory. */
const MOST_STARTS = 3;

const startsHere = (): number => Math.max(1, Math.min(MOST_STARTS, availableParallelism() - SPARE));

/** Problem from the rows, search in threads, plan into the rows. */
export function executePlanningRunHandler(
  runs: PlanningRunExecutionService,
  minutes: number,
): LongHandler<Payload, PlanningTask, SearchResult | null> {
  return {
    begin: (tx, actor, { planningRunId }) =>
      runs.begin(tx, actor, planningRunId, { starts: startsHere(), limitMinutes: minutes }),
    compute: (task, signal) =>
      planInThreads({
        task,
        signal,
        minutes,
        report: (progress, bound) => (progress ? runs.report(task, progress, bound) : runs.wishOf(task)),
      }),
    finish: (tx, actor, { planningRunId }, result) => runs.finish(tx, actor, planningRunId, result),
  };
}
