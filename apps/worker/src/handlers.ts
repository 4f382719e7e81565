import {
  callOffAhead,
  dispatchJobs,
  executePlanningRun,
  letGo,
  PlanningRunExecutionService,
  settleConflict,
  sweepPlanningRuns,
  sweepRetention,
} from '@banso/dispatch';
import {
  engagementJobs,
  jointJobs,
  keepAgreementsUp,
  settleDuePlacement,
  settlePlacement,
  sweepAgreements,
  sweepDuePlacements,
  sweepPlacements,
} from '@banso/engagement';
import type { Clock } from '@banso/kernel';
import {
  attachmentJobs,
  type Db,
  type FileKeeping,
  type Handling,
  long,
  openFileKeeping,
  platformJobs,
  quick,
  sealAudit,
  sealEntries,
} from '@banso/platform';
import { noticesJobs, settle, settleNotices, spread, spreadNotice } from '@banso/notices';
import {
  assignConsultation,
  callOffVisits,
  escalateConsultation,
  lapseConflicts,
  resolveConflict,
  supportJobs,
  sweepConflicts,
  sweepConsultations,
} from '@banso/support';
import { attachmentHandlings } from './attachments.handlers.js';
import { executePlanningRunHandler } from './dispatch/execute-planning-run.handler.js';
import { letGoHandler, sweepRetentionHandler } from './dispatch/retention.handlers.js';
import {
  housekeepingJobs,
  purgeClientKeys,
  purgeClientKeysHandler,
  purgeOutbox,
  purgeOutboxHandler,
  purgeSessions,
  purgeSessionsHandler,
} from './housekeeping.js';
import {
  assignConsultationHandler,
  escalateConsultationHandler,
  sweepConsultationsHandler,
} from './support/consultation.handlers.js';

/** Every kind of work that anything in the system can ask for. */
export const JOBS: readonly { readonly name: string }[] = [
  ...platformJobs,
  ...attachmentJobs,
  ...engagementJobs,
  ...jointJobs,
  ...supportJobs,
  ...dispatchJobs,
  ...noticesJobs,
  ...housekeepingJobs,
];

/** The map of asynchrony: which job is done by what. Nothing else runs in the background. */
export function handlersOf(
  db: Db,
  clock: Clock,
  planningMinutes = 10,
  files: FileKeeping = openFileKeeping({ BANSO_FILES: '.data/files' }),
): Handling[] {
  const runs = new PlanningRunExecutionService(db, clock);
  return [
    quick(sealAudit, { run: async (tx) => void (await sealEntries(tx)) }),
    quick(sweepAgreements, {
      run: (tx, actor) => keepAgreementsUp(tx, { actor, at: clock.now(), today: clock.today() }),
    }),
    quick(assignConsultation, assignConsultationHandler(clock)),
    quick(sweepConsultations, sweepConsultationsHandler(clock)),
    quick(escalateConsultation, escalateConsultationHandler(clock)),
    quick(callOffVisits, {
      run: (tx, actor, { supportRequestId }) =>
        callOffAhead(tx, supportRequestId, { actor, at: clock.now() }),
    }),
    quick(resolveConflict, {
      run: (tx, actor, { caseId }) => settleConflict(tx, caseId, { actor, at: clock.now() }),
    }),
    quick(sweepPlacements, { run: (tx) => sweepDuePlacements(tx, clock.now()) }),
    quick(settlePlacement, {
      run: (tx, actor, { placementId }) => settleDuePlacement(tx, placementId, { actor, at: clock.now() }),
    }),
    quick(sweepConflicts, { run: (tx) => lapseConflicts(tx, clock.today()) }),
    long(executePlanningRun, executePlanningRunHandler(runs, planningMinutes)),
    quick(sweepPlanningRuns, { run: (tx) => runs.sweep(tx) }),
    quick(sweepRetention, sweepRetentionHandler(clock)),
    quick(letGo, letGoHandler(clock)),
    quick(spreadNotice, {
      run: async (tx, _, { noticeId }) => void (await spread(tx, noticeId, clock.now())),
    }),
    quick(settleNotices, { run: (tx, _, settled) => settle(tx, settled, clock.now()) }),
    ...attachmentHandlings(files, db, clock),
    quick(purgeSessions, purgeSessionsHandler(clock)),
    quick(purgeOutbox, purgeOutboxHandler),
    quick(purgeClientKeys, purgeClientKeysHandler(clock)),
  ];
}

/** A job without a handler would wait for ever; one with two would be done by either. No such worker starts. */
export function assertEveryJobHandled(
  jobs: readonly { readonly name: string }[],
  handlings: readonly { readonly job: string }[],
): void {
  const names = new Set([...jobs.map(({ name }) => name), ...handlings.map(({ job }) => job)]);
  for (const name of names) {
    const defined = jobs.filter((job) => job.name === name).length;
    const handled = handlings.filter(({ job }) => job === name).length;
    if (defined !== 1 || handled !== 1)
      throw new Error(
        `The job ${name} is defined ${defined} times and has ${handled} handlers; each must be one`,
      );
  }
}
