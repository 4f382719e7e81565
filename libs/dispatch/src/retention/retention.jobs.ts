import { defineJob } from '@banso/platform';
import { z } from 'zod';

/** Asks every prefecture's records whether their time is over. */
export const sweepRetention = defineJob('dispatch.sweep-retention', z.object({}));

/** Lets go of one batch of a prefecture's records whose time is over. */
export const letGo = defineJob('dispatch.let-go', z.object({}));
