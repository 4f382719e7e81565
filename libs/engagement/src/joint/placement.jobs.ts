import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Looks for placements whose first or last day has come; recurs every hour. */
export const sweepPlacements = defineJob('engagement.sweep-placements', z.object({}));

/** Starts one planned placement if nothing is in the way, or ends one whose last day is over. */
export const settlePlacement = defineJob('engagement.settle-placement', z.object({ placementId: z.uuid() }));

export const jointJobs = [sweepPlacements, settlePlacement];
