import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Puts a notice into the inbox of everybody whom it is for. */
export const spreadNotice = defineJob('notices.spread-notice', z.object({ noticeId: z.uuid() }));

/** What was asked for is done: nobody's inbox asks for it any more. */
export const settleNotices = defineJob(
  'notices.settle-notices',
  z.object({
    aboutType: z.string(),
    aboutId: z.string(),
    kinds: z.array(z.string()).nullable(),
    before: z.iso.datetime(),
    /** When the transaction began, as Postgres writes it. */
    begun: z.string(),
  }),
);

/** Writes the digests whose hour has come. */
export const sweepDigests = defineJob('notices.sweep-digests', z.object({}));

export const noticesJobs = [spreadNotice, settleNotices, sweepDigests];
