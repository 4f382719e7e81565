import type { LocalDate } from '@banso/kernel';

/** One sentence in both languages. */
export interface InBoth {
  readonly ja: string;
  readonly en: string;
}

/** What a scheme gives: single visits, a person for months, a plan written together, or a list of people. */
export const SCHEME_KINDS = ['VISITS', 'PERSON', 'PLANNING', 'LIST'] as const;
export type SchemeKind = (typeof SCHEME_KINDS)[number];

/** Who pays, seen from the town. */
export const SCHEME_COSTS = ['NONE', 'SHARED', 'TOWN'] as const;
export type SchemeCost = (typeof SCHEME_COSTS)[number];

/** What a cap is counted over. */
export const CAP_BASES = ['CASE', 'TOWN_YEAR'] as const;
export type CapBasis = (typeof CAP_BASES)[number];

/** How much a scheme gives; null = not said. */
export interface SchemeCaps {
  /** Null: the source does not say what it is counted over. */
  readonly per: CapBasis | null;
  readonly onSiteDays: number | null;
  readonly onlineHours: number | null;
  readonly visits: number | null;
}

/** A last day for applications. */
export interface IntakeWindow {
  readonly opensOn: LocalDate | null;
  readonly closesOn: LocalDate;
  /** `15:00`; null = not said. */
  readonly closesAt: string | null;
}

/** What is stated of a scheme, and nothing else: what nobody has stated is null. */
export interface SchemeTerms {
  readonly kind: SchemeKind;
  /** What it is for, by our own reading of its name; null = anything. */
  readonly themeIds: readonly string[] | null;
  readonly caps: SchemeCaps;
  /** Least and most months that a person comes for. */
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
  readonly minDaysPerMonth: number | null;
  readonly minHoursPerMonth: number | null;
  readonly briefingFirst: boolean;
  /** Whether a financial strength index of 1 or more shuts a town out. */
  readonly onlyBelowStrengthOne: boolean;
  readonly throughPrefecture: boolean;
  readonly oncePerProjectAndYear: boolean;
  /** Null: nothing is said of windows. */
  readonly windowCount: number | null;
  /** The dates that are stated; the others have to be asked. */
  readonly windows: readonly IntakeWindow[];
  /** Whether the last of the year is among them. */
  readonly lastWindowStated: boolean;
  /** Null: the source does not say who pays. */
  readonly cost: SchemeCost | null;
  readonly costWords: InBoth;
  /** To be read: what no rule of ours judges. */
  readonly rules: readonly InBoth[];
  /** What has to be asked where the scheme is run. */
  readonly toConfirm: readonly InBoth[];
}

/** Whose scheme it is. */
export const SCHEME_ORIGINS = ['POOL', 'PREFECTURE', 'NATIONAL'] as const;
export type SchemeOrigin = (typeof SCHEME_ORIGINS)[number];

/** A scheme as it is judged: a national one, one of the prefecture, or the pool. */
export interface JudgedScheme {
  readonly id: string;
  readonly origin: SchemeOrigin;
  readonly name: string;
  readonly nameEn: string;
  /** Who runs it, and what it is; null where its name says enough. */
  readonly organ: InBoth | null;
  readonly summary: InBoth | null;
  readonly terms: SchemeTerms;
  readonly source: string;
  /** The fiscal year of its terms; null = they hold without a year. */
  readonly fiscalYear: number | null;
  /** Whether the source names that year. */
  readonly yearStated: boolean;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly position: number;
}
