import {
  callOffAhead,
  carryOutPublication,
  dispatchJobs,
  executePlanningRun,
  letGo,
  PlanningRunExecutionService,
  PublicationOrderService,
  remindOfAnswer,
  remindVisitAnswer,
  settleConflict,
  sweepDateInquiries,
  sweepInquiries,
  sweepPlanningRuns,
  sweepRetention,
  sweepUnanswered,
  sweepVisitAnswers,
  tendDateInquiry,
  tendInquiry,
  visitReceived,
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
import {
  noticesJobs,
  settle,
  settleNotices,
  spread,
  spreadNotice,
  sweepDigests,
  writeDigests,
} from '@banso/notices';
import { remind, remindOfReports, reportsJobs, sweepPrefectures, sweepReports } from '@banso/reports';
import { settleConfirmedVisit } from '@banso/settlement';
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
import { awayOn } from './mail/away-on.js';
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
  purgeTableImports,
  purgeTableImportsHandler,
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
  ...reportsJobs,
  ...noticesJobs,
  ...housekeepingJobs,
];

export interface HandlerSettings {
  readonly planningMinutes?: number;
  /** The installation sends mail. */
  readonly mail?: boolean;
  /** Where attachments lie, and who scans them. */
  readonly files?: FileKeeping;
}

/** The map of asynchrony: which job is done by what. Nothing else runs in the background. */
export function handlersOf(
  db: Db,
  clock: Clock,
  {
    planningMinutes = 10,
    mail = false,
    files = openFileKeeping({ BANSO_FILES: '.data/files' }),
  }: HandlerSettings = {},
): Handling[] {
  const runs = new PlanningRunExecutionService(db, clock);
  const orders = new PublicationOrderService(db, clock);
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
    quick(sweepReports, { run: (tx) => sweepPrefectures(tx) }),
    quick(remindOfReports, { run: (tx, actor) => remind(tx, { actor, at: clock.now() }) }),
    quick(visitReceived, {
      run: (tx, actor, { visitId }) => settleConfirmedVisit(tx, visitId, { actor, at: clock.now() }),
    }),
    quick(sweepConflicts, { run: (tx) => lapseConflicts(tx, clock.today()) }),
    long(executePlanningRun, executePlanningRunHandler(runs, planningMinutes)),
    quick(carryOutPublication, {
      run: (tx, actor, { publicationOrderId }) => orders.carryOut(tx, actor, publicationOrderId),
    }),
    quick(sweepPlanningRuns, { run: (tx) => runs.sweep(tx) }),
    quick(sweepVisitAnswers, { run: (tx) => sweepUnanswered(tx, clock.now()) }),
    quick(remindVisitAnswer, {
      run: (tx, actor, { visitId }) => remindOfAnswer(tx, visitId, { actor, at: clock.now() }),
    }),
    quick(sweepRetention, sweepRetentionHandler(clock)),
    quick(letGo, letGoHandler(clock)),
    quick(sweepDateInquiries, { run: (tx) => sweepInquiries(tx, clock.now()) }),
    quick(tendDateInquiry, {
      run: (tx, actor, { dateInquiryId }) => tendInquiry(tx, dateInquiryId, { actor, at: clock.now() }),
    }),
    quick(spreadNotice, {
      run: async (tx, _, { noticeId }) => void (await spread(tx, noticeId, { now: clock.now(), mail })),
    }),
    quick(settleNotices, { run: (tx, _, settled) => settle(tx, settled, clock.now()) }),
    quick(sweepDigests, { run: async (tx) => void (mail && (await writeDigests(tx, clock.now(), awayOn))) }),
    ...attachmentHandlings(files, db, clock),
    quick(purgeSessions, purgeSessionsHandler(clock)),
    quick(purgeOutbox, purgeOutboxHandler),
    quick(purgeClientKeys, purgeClientKeysHandler(clock)),
    quick(purgeTableImports, purgeTableImportsHandler(clock)),
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
