import { sweepDateInquiries, sweepPlanningRuns, sweepRetention, sweepVisitAnswers } from '@banso/dispatch';
import { sweepAgreements, sweepPlacements } from '@banso/engagement';
import { sweepDigests } from '@banso/notices';
import { type Schedule, sealAudit, sweepAttachments } from '@banso/platform';
import { sweepReports } from '@banso/reports';
import { sweepConflicts, sweepConsultations } from '@banso/support';
import { purgeClientKeys, purgeOutbox, purgeSessions, purgeTableImports } from './housekeeping.js';

const HOUR = 3600;

/** Everything that recurs. The due times are rows in Postgres, so no queue can forget one. */
export const SCHEDULES: readonly Schedule[] = [
  { name: 'seal-audit', everySeconds: 30, job: sealAudit },
  { name: 'sweep-planning-runs', everySeconds: 30, job: sweepPlanningRuns },
  { name: 'sweep-date-inquiries', everySeconds: 60, job: sweepDateInquiries },
  { name: 'sweep-consultations', everySeconds: 60, job: sweepConsultations },
  { name: 'sweep-visit-answers', everySeconds: 1800, job: sweepVisitAnswers },
  { name: 'sweep-placements', everySeconds: HOUR, job: sweepPlacements },
  { name: 'sweep-conflicts', everySeconds: HOUR, job: sweepConflicts },
  { name: 'sweep-reports', everySeconds: HOUR, job: sweepReports },
  { name: 'sweep-agreements', everySeconds: 600, job: sweepAgreements },
  { name: 'sweep-digests', everySeconds: 60, job: sweepDigests },
  { name: 'purge-sessions', everySeconds: HOUR, job: purgeSessions },
  { name: 'purge-client-keys', everySeconds: HOUR, job: purgeClientKeys },
  { name: 'purge-table-imports', everySeconds: HOUR, job: purgeTableImports },
  { name: 'sweep-retention', everySeconds: 24 * HOUR, job: sweepRetention },
  { name: 'sweep-attachments', everySeconds: 6 * HOUR, job: sweepAttachments },
  { name: 'purge-outbox', everySeconds: 24 * HOUR, job: purgeOutbox },
];
