import { executePlanningRun, sweepPlanningRuns } from './planning-run.jobs.js';

export * from './dispatch-entities.js';
export * from './plan-publication.entity.js';
export * from './planning-run.entity.js';
export * from './planning-run.jobs.js';
export * from './planning-run.policy.js';
export {
  getPlanningRun,
  listPlanningRuns,
  listPublications,
  proposedVisitsOf,
  publicationsOf,
  unplacedVisitsOf,
} from './planning-run.queries.js';
export * from './planning-run.service.js';
export * from './proposed-visit.entity.js';
export * from './unplaced-visit.entity.js';
export * from './visit.entity.js';
export * from './visit-event.entity.js';
export { visitMay } from './visit.policy.js';
export {
  getVisit,
  listVisits,
  type VisitFilter,
  visitHistoriesOf,
  visitsOfRequests,
} from './visit.queries.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const dispatchJobs = [executePlanningRun, sweepPlanningRuns];
