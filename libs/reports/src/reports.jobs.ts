import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Asks each prefecture with visits to remind its people; recurs every hour. */
export const sweepReports = defineJob('reports.sweep', z.object({}));

/** Opens the follow-ups of a prefecture whose year has come, and reminds of what is owed: each once. */
export const remindOfReports = defineJob('reports.remind', z.object({}));

/** Every job that this lib asks for; the worker has one handler for each. */
export const reportsJobs = [sweepReports, remindOfReports];
