import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Calls off the coming visits of a case that was paused or ended. */
export const callOffVisits = defineJob('support.call-off-visits', z.object({ supportRequestId: z.uuid() }));
