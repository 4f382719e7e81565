import { executePlanningRun, sweepPlanningRuns } from './planning-run.jobs.js';

export * from './candidate.service.js';
export * from './dispatch-entities.js';
export * from './dispatch.module.js';
export * from './plan-publication.entity.js';
export type { Bilingual } from './plan-words.js';
export * from './planning-run.entity.js';
export * from './planning-run.jobs.js';
export {
  getPlanningRun,
  listPlanningRuns,
  listPublications,
  proposedVisitsOf,
  publicationsOf,
  unplacedVisitsOf,
} from './planning-run.queries.js';
export * from './planning-run.service.js';
export * from './planning-run-actions.js';
export * from './planning-run-execution.service.js';
export * from './proposed-visit.entity.js';
export * from './publish.service.js';
export * from './unplaced-reasons.js';
export * from './unplaced-visit.entity.js';
export * from './visit.entity.js';
export {
  getVisit,
  listVisits,
  type VisitFilter,
  visitHistoriesOf,
  visitsOfRequests,
} from './visit.queries.js';
export { callOffAhead } from './visit-call-off.js';
export { readsTravel } from './visit.policy.js';
export * from './visit.service.js';
export * from './visit-actions.js';
export * from './visit-event.entity.js';
export * from './visit-status.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const dispatchJobs = [executePlanningRun, sweepPlanningRuns];
