import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Looks for agreements whose first day has come or whose last day is over; recurs. */
export const sweepAgreements = defineJob('engagement.sweep-agreements', z.object({}));
