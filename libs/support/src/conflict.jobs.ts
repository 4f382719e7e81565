import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Somebody is shut out of a case that they were already given: it goes to others. Ids only. */
export const resolveConflict = defineJob('support.resolve-conflict', z.object({ caseId: z.uuid() }));

/** Ends conflicts whose tie ended so long ago that it counts no more; recurs every hour. */
export const sweepConflicts = defineJob('support.sweep-conflicts', z.object({}));
