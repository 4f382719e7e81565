import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Solves a planning run that staff asked for. */
export const executePlanningRun = defineJob(
  'dispatch.execute-planning-run',
  z.object({ planningRunId: z.uuid() }),
);

/** Closes planning runs whose work was given up, so that nobody waits for them. */
export const sweepPlanningRuns = defineJob('dispatch.sweep-planning-runs', z.object({}));
