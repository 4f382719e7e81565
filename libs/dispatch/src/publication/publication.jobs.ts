import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Publishes a plan whose time to think better of it is over. */
export const carryOutPublication = defineJob(
  'dispatch.carry-out-publication',
  z.object({ publicationOrderId: z.uuid() }),
);
