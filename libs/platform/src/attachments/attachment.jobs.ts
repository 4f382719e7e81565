import { z } from 'zod';
import { defineJob } from '../job.js';

/** Takes an object out of the store. Asked for by the database itself when a row goes, on whatever way. */
export const removeStoredFile = defineJob('attachment.remove-stored', z.object({ storedAs: z.uuid() }));
/** Has a file looked at by the virus scanner. */
export const scanAttachment = defineJob('attachment.scan', z.object({ attachmentId: z.uuid() }));
/** Finds what no row knows, and what was never scanned. */
export const sweepAttachments = defineJob('attachment.sweep', z.object({}));

export const attachmentJobs = [removeStoredFile, scanAttachment, sweepAttachments];
