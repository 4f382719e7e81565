export {
  LEG_MODES,
  type LegMode,
  MEALS,
  type Meals,
  MISSING_KINDS,
  type Missing,
  type MissingKind,
  RECEIPT_KINDS,
  type ReceiptKind,
  JOURNEY_ENDS,
  type JourneyEnd,
  type ReckonedLine,
  TOUR_SHARES,
  type TourShare,
  TRAVEL_LINE_KINDS,
  TRAVEL_RULES,
  type TravelLineKind,
  type TravelRule,
} from './rules/index.js';
export * from './travel-claim.entity.js';
export {
  claimHistoriesOf,
  claimVisitsOf,
  getTravelClaim,
  type JourneyRows,
  journeyRowsOf,
  listTravelClaims,
  listTravelRules,
  type TravelClaimFilter,
  travelLinesOf,
  type TravelTotal,
  travelTotals,
  unclaimedVisits,
} from './travel-claim.queries.js';
export * from './travel-claim.service.js';
export * from './travel-claim-actions.js';
export * from './travel-claim-event.entity.js';
export * from './travel-claim-status.js';
export * from './travel-claim-view.js';
export * from './travel-claim-visit.entity.js';
export * from './travel-examination.service.js';
export * from './travel-journey.entity.js';
export type { TravelClaimInput } from './travel-journey-input.js';
export * from './travel-line.entity.js';
export * from './travel-paper.service.js';
export * from './travel-rule.service.js';
export * from './travel-rule-version.entity.js';
export { settleConfirmedVisit } from './travel-settling.js';
