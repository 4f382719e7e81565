import { balance } from './balance.js';
import { continuity } from './continuity.js';
import { deadlineKept } from './deadline.js';
import { earliness } from './earliness.js';
import { essentialSkill } from './essential-skill.js';
import { fixedUntouched } from './fixed-untouched.js';
import { homeWithinDay } from './home-within-day.js';
import { longWait } from './long-wait.js';
import { minGap } from './min-gap.js';
import { modeOffered } from './mode-offered.js';
import { monthlyGuideline } from './monthly-guideline.js';
import { noOverlap } from './no-overlap.js';
import { notBeforeEarliest } from './not-before-earliest.js';
import { onlyWished } from './only-wished.js';
import { preferOnline } from './prefer-online.js';
import { requiredSpecialist } from './required-specialist.js';
import type { HardRule, Rule, SoftRule } from './rule.js';
import { skillShortfall } from './skill-shortfall.js';
import { townLeftOut } from './town-left-out.js';
import { townOfficeOpen } from './town-office-open.js';
import { travelMinutes } from './travel-minutes.js';
import { travelTime } from './travel-time.js';
import { travelUnknown } from './travel-unknown.js';
import { visitKnown } from './visit-known.js';
import { visitLeftOut } from './visit-left-out.js';
import { visitOnce } from './visit-once.js';
import { visitOrder } from './visit-order.js';
import { wishedHalfDay } from './wished-half-day.js';
import { withinAvailability } from './within-availability.js';

/** Rules no plan may break, in the order in which "the first failing rule" is looked for. */
export const HARD_RULES: readonly HardRule[] = [
  visitKnown,
  // who
  requiredSpecialist,
  essentialSkill,
  modeOffered,
  // when that person can
  travelUnknown,
  withinAvailability,
  noOverlap,
  travelTime,
  homeWithinDay,
  // when the request allows it
  townOfficeOpen,
  fixedUntouched,
  visitOnce,
  visitOrder,
  minGap,
  notBeforeEarliest,
  deadlineKept,
  onlyWished,
];

/** Rules that have a price, by tier. */
export const SOFT_RULES: readonly SoftRule[] = [
  visitLeftOut,
  townLeftOut,
  longWait,
  skillShortfall,
  wishedHalfDay,
  continuity,
  monthlyGuideline,
  preferOnline,
  travelMinutes,
  balance,
  earliness,
];

/** The whole policy. */
export const RULES: readonly Rule[] = [...HARD_RULES, ...SOFT_RULES];
