/*
 * What a plan is judged by: the soft rules in tiers, and the price list. Both are the prefecture's to set.
 * One point of the last tier is worth one minute of travel.
 */

/** Ids of the soft rules. */
export type SoftRuleId =
  | 'visit-left-out'
  | 'town-left-out'
  | 'long-wait'
  | 'round-order'
  | 'disturbance'
  | 'skill-shortfall'
  | 'wished-half-day'
  | 'assembly-day'
  | 'continuity'
  | 'monthly-guideline'
  | 'weekly-guideline'
  | 'emergency-reserve'
  | 'prefer-online'
  | 'night-away'
  | 'travel-minutes'
  | 'balance'
  | 'earliness';

/** Prices in points; all are integers of at least 0. */
export interface Weights {
  /** Per priority weight (1, 2, 4, 8) of a visit left out. */
  readonly visitLeftOut: number;
  /** A town with nothing at all: less than any visit, so it only decides between equals. */
  readonly townLeftOut: number;
  /** On top of it where the town has one person at most for IT. */
  readonly oneItPersonTown: number;
  /** × urgency × w (w + 1) / 2 for w full weeks of waiting: the longest waits cost the most. */
  readonly waitingWeek: number;
  /** Per town of a campaign that is overtaken: it still waits for the round before. */
  readonly roundBroken: number;
  /** A standing visit given to another specialist, or to nobody. */
  readonly movedSpecialist: number;
  /** A standing visit on another day. */
  readonly movedDay: number;
  /** A standing visit on its day at another time, in another mode or with another night away. */
  readonly movedTime: number;
  /** Per missing level of a skill that is not essential. */
  readonly shortfallPerLevel: number;
  /** A visit outside the wished half-days. */
  readonly wishMissed: number;
  /** A visit on a day on which the town would rather have none. */
  readonly assemblyDay: number;
  /** Per further specialist on one request. */
  readonly changeOfSpecialist: number;
  /** Per day above a monthly or weekly guideline. */
  readonly dayAboveMonthly: number;
  readonly dayAboveWeekly: number;
  /** Per half-day that a week's reserve falls short. */
  readonly reserveMissing: number;
  /** A short visit on site that could have been online. */
  readonly shortVisitOnSite: number;
  /** A night away from home. */
  readonly nightAway: number;
  readonly travelMinute: number;
  /** This × days² / capacity per specialist, rounded down. */
  readonly balance: number;
  /** Per priority weight and day after the due day. */
  readonly dayLate: number;
}

/** The tiers by rank, each a list of soft rules; a rule in no tier does not count. */
export interface Policy {
  readonly tiers: readonly (readonly SoftRuleId[])[];
  readonly weights: Weights;
}

/** What a prefecture sets; the rest is default. */
export interface PolicyChoice {
  readonly tiers?: readonly (readonly SoftRuleId[])[];
  readonly weights?: Partial<Weights>;
}

/** Safe defaults: who is served; how long they wait and what moves; then everything else. */
export const DEFAULT_POLICY: Policy = {
  tiers: [
    ['visit-left-out', 'town-left-out'],
    ['long-wait', 'round-order', 'disturbance'],
    [
      'skill-shortfall',
      'wished-half-day',
      'assembly-day',
      'continuity',
      'monthly-guideline',
      'weekly-guideline',
      'emergency-reserve',
      'prefer-online',
      'night-away',
      'travel-minutes',
      'balance',
      'earliness',
    ],
  ],
  weights: {
    visitLeftOut: 10,
    townLeftOut: 4,
    oneItPersonTown: 4,
    waitingWeek: 1,
    roundBroken: 10,
    movedSpecialist: 60,
    movedDay: 40,
    movedTime: 15,
    shortfallPerLevel: 30,
    wishMissed: 60,
    assemblyDay: 60,
    changeOfSpecialist: 60,
    dayAboveMonthly: 60,
    dayAboveWeekly: 60,
    reserveMissing: 60,
    shortVisitOnSite: 40,
    nightAway: 120,
    travelMinute: 1,
    balance: 20,
    dayLate: 1,
  },
};

/** The policy in force for a problem. */
export function policyOf(problem: { readonly policy?: PolicyChoice }): Policy {
  const { tiers, weights } = problem.policy ?? {};
  return {
    tiers: tiers ?? DEFAULT_POLICY.tiers,
    weights: { ...DEFAULT_POLICY.weights, ...weights },
  };
}
