export {
  dayOf,
  MINUTES_PER_DAY,
  modesWished,
  nightsOf,
  numbersToPlace,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Priority,
  type Problem,
  type SkillNeed,
  type VisitMode,
  type WishedMode,
} from './problem.js';
export { findingsOf, validateProblem } from './validate.js';
export type { Finding } from './finding.js';
export type { FindingId } from './finding-words.js';
export {
  compareScores,
  type Assignment,
  type Facts,
  type Plan,
  type Reason,
  type Score,
  type Unplaced,
  type Violation,
} from './plan.js';
export { solve, type Progress, type SolveOptions } from './solve.js';
export { firstOf, iterations, noImprovement, when, type SearchMoment, type Stop } from './stop.js';
export { check } from './check.js';
export { scoreOf } from './score.js';
export { withTravel } from './travel.js';
export { measure, type Figures, type LoadFigures, type RoundFigures, type TownFigures } from './figures.js';
export { Explainer } from './explain/explainer.js';
export { explainUnplaced } from './explain/explain-unplaced.js';
export { whyNot, type WhyNotQuestion } from './explain/why-not.js';
export {
  rankCandidates,
  type Candidate,
  type CandidatePart,
  type ExcludedSpecialist,
  type Ranking,
} from './explain/rank.js';
export { HARD_RULES, RULES, SOFT_RULES } from './rules/index.js';
export type { Forbids, Pair, Prices } from './rules/candidate.js';
export type { HardRule, Locale, Names, Rule, Scope, Sentence, SoftRule } from './rules/rule.js';
export { say, type Sayable } from './say.js';
export {
  DEFAULT_POLICY,
  policyOf,
  type Policy,
  type PolicyChoice,
  type SoftRuleId,
  type Weights,
} from './policy.js';
export type { StandingVisit, TownFacts } from './problem.js';
export { cutAfter } from './stop.js';
export {
  explainAssignment,
  type Alternative,
  type AssignmentExplanation,
} from './explain/explain-assignment.js';
export { openPlaces, type OpenPlacesQuestion } from './explain/open-places.js';
export { placesToOffer, type OfferQuestion } from './explain/places-to-offer.js';
export { explainLeftOut } from './explain/explain-left-out.js';
export { emptyPlan } from './empty-plan.js';
export { opened } from './opened.js';
export { longestWait } from './longest-wait.js';
export type { Dearer, PricePart } from './explain/pricing.js';
export { partsOf, solveInParts, type PartsOptions } from './decompose.js';
export { adopt, type Adoption, type VisitKey } from './repair/adopt.js';
export {
  changesBetween,
  comparePlans,
  differencesIn,
  type Change,
  type Comparison,
  type Difference,
} from './repair/compare-plans.js';
export { insertUrgent, type InsertOption } from './repair/insert-urgent.js';
export { judgeEdits, type Edit, type Judgement } from './repair/judge-edit.js';
export { repairAbsence, type Absence, type Repair, type RepairKind } from './repair/repair-absence.js';
export type { ChangeKind, NearestChange } from './explain/change.js';
export { nearestChanges } from './explain/nearest-changes.js';
export { withChange } from './explain/changed-problem.js';
export { sayChange } from './explain/say-change.js';
export { exchangeRates, ratesOfTiers, totalOf } from './proof/exchange.js';
export { proveBound, type ProofOptions } from './proof/prove-bound.js';
export type { Column, Program, ProgramSolver, Row } from './proof/program.js';
export { requestBound } from './proof/request-bound.js';
