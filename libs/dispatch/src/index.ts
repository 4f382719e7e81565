import { sweepDateInquiries, tendDateInquiry } from './dates/date-inquiry.jobs.js';
import { letGo, sweepRetention } from './retention/retention.jobs.js';
import { visitAnswerJobs } from './answers/visit-answer.jobs.js';
import { carryOutPublication } from './publication/publication.jobs.js';
import { executePlanningRun, sweepPlanningRuns } from './planning-run.jobs.js';
import { visitReceived } from './visit.jobs.js';

export * from './answers/fallen-visit.service.js';
export type { OpenSlot, SlotEffects } from './answers/open-slots.js';
export * from './answers/visit-proposal.entity.js';
export * from './answers/visit-proposal-actions.js';
export { readsNote } from './answers/visit-proposal.policy.js';
export { getVisitProposal, listOpenProposals, proposalsOfVisits } from './answers/visit-proposal.queries.js';
export * from './answers/visit-proposal.service.js';
export { remindOfAnswer, sweepUnanswered } from './answers/answer-reminders.js';
export * from './answers/visit-answer.jobs.js';
export * from './availability/availability-calendar.queries.js';
export * from './availability/availability-change.service.js';
export type { HalfOfDay } from './availability/hit-visits.js';
export * from './board/board.js';
export { type AwayReason, DAY_LETTERS } from './board/board-days.js';
export * from './board/board.service.js';
export * from './calendar-feed/calendar-feed.entity.js';
export * from './calendar-feed/calendar-feed.service.js';
export { calendarName, icsOf } from './calendar-feed/ics.js';
export * from './candidate.service.js';
export { settleConflict } from './conflicted-visits.js';
export * from './contract/index.js';
export * from './dates/companion-calendar.entity.js';
export * from './dates/companion-calendar.service.js';
export * from './dates/companion.entity.js';
export {
  type Colleague,
  COLLEAGUE_STATES,
  type ColleagueState,
  companionsOf,
  type OwnCalendar,
} from './dates/companion.queries.js';
export * from './dates/companion.service.js';
export * from './dates/date-answer.entity.js';
export * from './dates/date-answer.service.js';
export * from './dates/date-fixing.service.js';
export { INQUIRY_REASONS, sweepInquiries, tendInquiry } from './dates/date-inquiry-course.js';
export * from './dates/date-inquiry-event.entity.js';
export * from './dates/date-inquiry.entity.js';
export * from './dates/date-inquiry.jobs.js';
export { INQUIRY_ACTIONS, type InquiryAction, inquiryActionsOf } from './dates/date-inquiry.policy.js';
export {
  dateAnswersOf,
  type DateInquiryFilter,
  dateInquiryHistoriesOf,
  getDateInquiry,
  listDateInquiries,
  offeredSlotsOf,
} from './dates/date-inquiry.queries.js';
export { DateInquiryService, type SlotsToOffer } from './dates/date-inquiry.service.js';
export * from './dates/date-inquiry-status.js';
export * from './dates/offered-slot.entity.js';
export type { OfferableSlot } from './dates/slots-to-offer.js';
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
export { PlanPresenceService, type Present } from './presence/plan-presence.service.js';
export { carryOutPublication };
export * from './publication/publication-order.entity.js';
export { type ToldParty, toldOf } from './publication/told-parties.js';
export {
  latestOrdersOf,
  nextVersion,
  versionOf,
  waitingOrders,
} from './publication/publication-order.queries.js';
export { PublicationOrderService } from './publication/publication-order.service.js';
export { type PublicationRecord, publicationRecord } from './publication/publication.queries.js';
export { type KeptBack, type Restoration, RestoringService } from './publication/restoring.service.js';
export * from './plan-answers.js';
export * from './plan-edit.service.js';
export * from './plan-explanation.service.js';
export { type PlanSlot, PlanSlotsService } from './plan-slots.service.js';
export type { Bilingual } from './plan-words.js';
export { firstFreeDay } from './planning-calendar.js';
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
export * from './preparation/visit-preparation.entity.js';
export { mayPrepare, type PreparationKnown, preparationOf } from './preparation/visit-preparation.queries.js';
export * from './preparation/visit-preparation.service.js';
export * from './unplaced-reasons.js';
export * from './unplaced-visit.entity.js';
export * from './visit.entity.js';
export { lockCalendar } from './calendar-lock.js';
export {
  getVisit,
  listVisits,
  saveVisits,
  takeVisit,
  VISIT_SORTS,
  type VisitFilter,
  type VisitSort,
  visitHistoriesOf,
  visitsByIds,
  visitsOfRequests,
} from './visit.queries.js';
export { callOffAhead, countVisits } from './visit-call-off.js';
export { completeVisit } from './visit-completion.js';
export { readsDeclineKind, readsTravel } from './visit.policy.js';
export * from './visit.service.js';
export * from './visit-actions.js';
export * from './visit.jobs.js';
export * from './visit-event.entity.js';
export * from './visit-status.js';
export { type VisitInTheWay, visitsInTheWay } from './visits-in-the-way.js';

/** Every job that this lib asks for; the worker has one handler for each. */
export const dispatchJobs = [
  carryOutPublication,
  executePlanningRun,
  sweepPlanningRuns,
  sweepRetention,
  letGo,
  ...visitAnswerJobs,
  sweepDateInquiries,
  tendDateInquiry,
  visitReceived,
];
