import { defineJob } from '@banso/platform';
import { z } from 'zod';

const one = z.object({ consultationId: z.uuid() });

/** Gives a question that nobody holds to a specialist. */
export const assignConsultation = defineJob('support.assign-consultation', one);

/** Looks for questions whose answer is late; recurs every minute. */
export const sweepConsultations = defineJob('support.sweep-consultations', z.object({}));

/** Passes one late question on to the next specialist, or to the hub. */
export const escalateConsultation = defineJob('support.escalate-consultation', one);
