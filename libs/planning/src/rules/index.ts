import { assemblyDay } from './assembly-day.js';
import { balance } from './balance.js';
import { companionFree } from './companion-free.js';
import { conflictOfInterest } from './conflict-of-interest.js';
import { continuity } from './continuity.js';
import { deadlineKept } from './deadline.js';
import { disturbance } from './disturbance.js';
import { earliness } from './earliness.js';
import { emergencyReserve } from './emergency-reserve.js';
import { essentialSkill } from './essential-skill.js';
import { excludedTown } from './excluded-town.js';
import { fixedUntouched } from './fixed-untouched.js';
import { frozenDays } from './frozen-days.js';
import { homeWithinDay } from './home-within-day.js';
import { longWait } from './long-wait.js';
import { maxGap } from './max-gap.js';
import { minGap } from './min-gap.js';
import { modeOffered } from './mode-offered.js';
import { monthlyCap } from './monthly-cap.js';
import { monthlyGuideline } from './monthly-guideline.js';
import { nightAway } from './night-away.js';
import { noOverlap } from './no-overlap.js';
import { notBeforeEarliest } from './not-before-earliest.js';
import { notBlocked } from './not-blocked.js';
import { onlyWished } from './only-wished.js';
import { overnight } from './overnight.js';
import { preferOnline } from './prefer-online.js';
import { requiredSpecialist } from './required-specialist.js';
import { roundOrder } from './round-order.js';
import type { HardRule, Rule, SoftRule } from './rule.js';
import { skillShortfall } from './skill-shortfall.js';
import { townLeftOut } from './town-left-out.js';
import { townOfficeOpen } from './town-office-open.js';
import { trainingGate } from './training-gate.js';
import { travelMinutes } from './travel-minutes.js';
import { travelTime } from './travel-time.js';
import { travelUnknown } from './travel-unknown.js';
import { visitKnown } from './visit-known.js';
import { visitLeftOut } from './visit-left-out.js';
import { visitOnce } from './visit-once.js';
import { visitOrder } from './visit-order.js';
import { weeklyCap } from './weekly-cap.js';
import { weeklyGuideline } from './weekly-guideline.js';
import { wishedHalfDay } from './wished-half-day.js';
import { withinAvailability } from './within-availability.js';
import { withinTerm } from './within-term.js';

/** Rules no plan may break, in the order in which "the first failing rule" is looked for. */
export const HARD_RULES: readonly HardRule[] = [
  visitKnown,
  // who
  requiredSpecialist,
  essentialSkill,
  conflictOfInterest,
  excludedTown,
  modeOffered,
  // when that person can
  withinTerm,
  trainingGate,
  travelUnknown,
  withinAvailability,
  notBlocked,
  weeklyCap,
  monthlyCap,
  noOverlap,
  travelTime,
  homeWithinDay,
  overnight,
  companionFree,
  // when the request allows it
  townOfficeOpen,
  fixedUntouched,
  visitOnce,
  visitOrder,
  minGap,
  maxGap,
  frozenDays,
  notBeforeEarliest,
  deadlineKept,
  onlyWished,
];

/** Rules that have a price; the policy ranks them. */
export const SOFT_RULES: readonly SoftRule[] = [
  visitLeftOut,
  townLeftOut,
  longWait,
  roundOrder,
  disturbance,
  skillShortfall,
  wishedHalfDay,
  assemblyDay,
  continuity,
  monthlyGuideline,
  weeklyGuideline,
  emergencyReserve,
  preferOnline,
  nightAway,
  travelMinutes,
  balance,
  earliness,
];

/** All rules. */
export const RULES: readonly Rule[] = [...HARD_RULES, ...SOFT_RULES];
