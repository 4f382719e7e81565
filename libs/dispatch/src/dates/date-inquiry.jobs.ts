import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Looks for date inquiries of which a town has to be reminded, or whose time is over; recurs every minute. */
export const sweepDateInquiries = defineJob('dispatch.sweep-date-inquiries', z.object({}));

/** Reminds the town of one of them, or ends it. */
export const tendDateInquiry = defineJob('dispatch.tend-date-inquiry', z.object({ dateInquiryId: z.uuid() }));
