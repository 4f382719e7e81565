import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** A town has confirmed a visit: whatever was waiting for that goes on. */
export const visitReceived = defineJob('dispatch.visit-received', z.object({ visitId: z.uuid() }));
