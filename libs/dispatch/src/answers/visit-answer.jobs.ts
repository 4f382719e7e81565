import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Looks for published visits whose answer is due. */
export const sweepVisitAnswers = defineJob('dispatch.sweep-visit-answers', z.object({}));

/** Reminds whoever goes to one of them. */
export const remindVisitAnswer = defineJob('dispatch.remind-visit-answer', z.object({ visitId: z.uuid() }));

export const visitAnswerJobs = [sweepVisitAnswers, remindVisitAnswer];
