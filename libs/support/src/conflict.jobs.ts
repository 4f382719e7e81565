import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Somebody is shut out of a case that they were already given: it goes to others. Ids only. */
export const resolveConflict = defineJob('support.resolve-conflict', z.object({ caseId: z.uuid() }));
