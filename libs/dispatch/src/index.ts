import { letGo, sweepRetention } from './retention/retention.jobs.js';
import { executePlanningRun, sweepPlanningRuns } from './planning-run.jobs.js';
import { visitReceived } from './visit.jobs.js';

export * from './candidate.service.js';
export { settleConflict } from './conflicted-visits.js';
export * from './dispatch-entities.js';
export * from './dispatch.module.js';
export * from './erasure/erasure.service.js';
export { type Kept, KEPT_KINDS, type KeptKind } from './erasure/kept-records.js';
export * from './erasure/person-erasure.entity.js';
export type { FormerPerson } from './erasure/subject.queries.js';
export { type Unsettled, UNSETTLED_KINDS, type UnsettledKind } from './erasure/unsettled.js';
export { HISTORY_RECORDS, type HistoryRecord } from './history.policy.js';
export * from './history.service.js';
export { type DispatchPaper, DispatchPaperService } from './papers/dispatch-paper.service.js';
export { PLAN_ORDERS, type PlanOrder } from './papers/visit-plan.js';
export * from './plan-publication.entity.js';
export * from './plan-answers.js';
export * from './plan-edit.service.js';
export * from './plan-explanation.service.js';
export type { Bilingual } from './plan-words.js';
export * from './planning-policy.entity.js';
export { planningPolicy, planningPolicyHistory, type PolicyInForce } from './planning-policy.queries.js';
export * from './planning-policy.service.js';
export * from './planning-record.js';
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
export { namedWeights, type NamedWeight, ruleLabel, SOFT_RULE_IDS } from './policy-words.js';
export { type SpokenFinding, spokenFindingsOf } from './problem-findings.js';
export * from './proposed-visit.entity.js';
export * from './publish.service.js';
export * from './quota.service.js';
export type { QuotaUse, QuotaWithUse } from './quota-use.js';
export * from './reckoner.js';
export * from './reckoning-pool.js';
export * from './repair.service.js';
export * from './retention/retention.jobs.js';
export * from './retention/retention.service.js';
export * from './retention/retention-rule.entity.js';
export * from './retention/retention-run.entity.js';
export { applyRetention } from './retention/retention-running.js';
export * from './scheme-route.service.js';
export { bestOf, type FoundPlan } from './search-result.js';
export { scoreInTiers, type ScoreInTiers } from './score-in-tiers.js';
export * from './specialist-hand-over.service.js';
export { type KeptSlot, type Slot, slotOf } from './slot.js';
export * from './town-profile.entity.js';
export { townProfilesOf } from './town-profile.queries.js';
export * from './town-profile.service.js';
export * from './unplaced-reasons.js';
export * from './unplaced-visit.entity.js';
export * from './visit.entity.js';
export {
  getVisit,
  listVisits,
  saveVisits,
  takeVisit,
  type VisitFilter,
  visitHistoriesOf,
  visitsOfRequests,
} from './visit.queries.js';
export { callOffAhead } from './visit-call-off.js';
export { readsTravel } from './visit.policy.js';
export * from './visit.service.js';
export * from './visit-actions.js';
export * from './visit.jobs.js';
export * from './visit-event.entity.js';
export * from './visit-status.js';
export { type VisitInTheWay, visitsInTheWay } from './visits-in-the-way.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const dispatchJobs = [executePlanningRun, sweepPlanningRuns, sweepRetention, letGo, visitReceived];
