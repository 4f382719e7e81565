import type { LocalDate } from '@banso/kernel';
import type { IntakeWindow, JudgedScheme } from './scheme-terms.js';
import type { UsedAmount } from './scheme-use.entity.js';

/** One trouble, as every scheme is asked about it. */
export interface SchemeNeed {
  readonly themeId: string | null;
  readonly mode: 'ON_SITE' | 'ONLINE' | 'EITHER';
  readonly visits: number;
  /** Of one visit. */
  readonly visitMinutes: number;
  readonly urgent: boolean;
  /** Months for which somebody shall come again and again; null = single visits. */
  readonly months: number | null;
  /** Whether the town has been to the scheme's briefing; null = nobody has said. */
  readonly briefingAttended: boolean | null;
  /** Whether the town's financial strength index is below 1; null = nobody has said. */
  readonly belowStrengthOne: boolean | null;
  readonly today: LocalDate;
}

/** What has been used of a scheme: for this case, and by the town in the fiscal year, this case included. */
export interface UsedSoFar {
  readonly ofCase: UsedAmount;
  readonly ofTownYear: UsedAmount;
}

/** `AGAINST` shuts a scheme out, `CONDITION` has to be met first, `NOTE` is to be known. */
export const REASON_WEIGHTS = ['AGAINST', 'CONDITION', 'NOTE'] as const;
export type ReasonWeight = (typeof REASON_WEIGHTS)[number];

/** Why a scheme fits or does not, as data. */
export interface RouteReason {
  readonly code: string;
  readonly weight: ReasonWeight;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const SCHEME_FITS = ['FITS', 'WITH_CONDITIONS', 'NOT'] as const;
export type SchemeFit = (typeof SCHEME_FITS)[number];

/** What is left of a cap for this case; null = there is no such cap. */
export interface LeftOfCaps {
  readonly onSiteDays: number | null;
  readonly onlineMinutes: number | null;
  readonly visits: number | null;
}

/** A scheme with what it says to a trouble. */
export interface Route {
  readonly scheme: JudgedScheme;
  readonly fit: SchemeFit;
  readonly reasons: readonly RouteReason[];
  readonly left: LeftOfCaps;
  /** The next last day for applications that is known. */
  readonly nextWindow: IntakeWindow | null;
}

/** What is judged beside the terms. */
export interface Judging {
  readonly need: SchemeNeed;
  readonly usedOf: (schemeId: string) => UsedSoFar;
  /** Dates that the hub has entered, by scheme. */
  readonly windowsOf: (schemeId: string) => readonly IntakeWindow[];
  /** What the prefecture's own quotas say of the pool. */
  readonly ofPool: readonly RouteReason[];
}
