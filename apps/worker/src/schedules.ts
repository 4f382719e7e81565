import { sweepPlanningRuns, sweepRetention } from '@banso/dispatch';
import { sweepAgreements, sweepPlacements } from '@banso/engagement';
import { type Schedule, sealAudit, sweepAttachments } from '@banso/platform';
import { sweepConflicts, sweepConsultations } from '@banso/support';
import { purgeClientKeys, purgeOutbox, purgeSessions } from './housekeeping.js';

const HOUR = 3600;

/** Everything that recurs. The due times are rows in Postgres, so no queue can forget one. */
export const SCHEDULES: readonly Schedule[] = [
  { name: 'seal-audit', everySeconds: 30, job: sealAudit },
  { name: 'sweep-planning-runs', everySeconds: 30, job: sweepPlanningRuns },
  { name: 'sweep-consultations', everySeconds: 60, job: sweepConsultations },
  { name: 'sweep-placements', everySeconds: HOUR, job: sweepPlacements },
  { name: 'sweep-conflicts', everySeconds: HOUR, job: sweepConflicts },
  { name: 'sweep-agreements', everySeconds: 600, job: sweepAgreements },
  { name: 'purge-sessions', everySeconds: HOUR, job: purgeSessions },
  { name: 'purge-client-keys', everySeconds: HOUR, job: purgeClientKeys },
  { name: 'sweep-retention', everySeconds: 24 * HOUR, job: sweepRetention },
  { name: 'sweep-attachments', everySeconds: 6 * HOUR, job: sweepAttachments },
  { name: 'purge-outbox', everySeconds: 24 * HOUR, job: purgeOutbox },
];
