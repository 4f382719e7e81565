import type { LocalDate } from '@banso/kernel';
import type { Share, Weight } from './apportion.js';
import type { Period } from './periods.js';

/** 費目: what costs money. */
export const COST_ITEMS = [
  'SALARY',
  'ALLOWANCE',
  'TRAVEL',
  'RETIREMENT',
  'RECRUITING',
  'FEE',
  'TRAINING',
  'OTHER',
] as const;
export type CostItem = (typeof COST_ITEMS)[number];

/** How an amount arises: agreed, by days, entered, or the travel of the days worked. */
export const AMOUNT_RULES = ['MONTHLY', 'YEARLY', 'PER_DAY', 'ENTERED', 'ATTENDANCE_TRAVEL'] as const;
export type AmountRule = (typeof AMOUNT_RULES)[number];
/** Those that name a number of yen. */
export const AGREED_AMOUNTS: readonly AmountRule[] = ['MONTHLY', 'YEARLY', 'PER_DAY'];

/** FIXED: whole numbers of the agreement. BY_DAYS: in proportion to the days at each town. */
export const SHARE_RULES = ['FIXED', 'BY_DAYS'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

/** Which days count: those recorded as worked, those of the weekly pattern, or the visits that were made. */
export const DAY_SOURCES = ['ATTENDANCE', 'PLACEMENT', 'VISIT'] as const;
export type DaySource = (typeof DAY_SOURCES)[number];

/** One row of a cost matrix. */
export interface LineTerms {
  readonly item: CostItem;
  /** Names the row within its item, also in later versions. */
  readonly label: string;
  /** The article of the agreement that says so. */
  readonly clauseNo: number;
  readonly amountRule: AmountRule;
  /** Of the month, the fiscal year or the day; null where the amount is entered or travel. */
  readonly yen: number | null;
  /** Null where no day counts. */
  readonly daySource: DaySource | null;
  readonly shareRule: ShareRule;
  /** Who bears it. By days, the weights say nothing: who is here takes part. */
  readonly shares: readonly Weight[];
  readonly remainderPartyId: string;
}

/** A cost matrix as it holds from a day on: the latest version beats those before. */
export interface TermsVersion {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly lines: readonly LineTerms[];
}

/** A day, or half of one, that somebody was at a party's. */
export interface DayWorked {
  readonly source: DaySource;
  /** The attendance, the visit or the placement. */
  readonly refId: string;
  readonly date: LocalDate;
  /** Null where the town is no party of the agreement. */
  readonly partyId: string | null;
  readonly halfDays: number;
  readonly travelYen: number;
}

/** An amount that somebody entered for a row and a month; below zero it takes back. */
export interface EnteredAmount {
  readonly id: string;
  readonly item: CostItem;
  readonly label: string;
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly yen: number;
}

export interface StatementFacts {
  readonly term: Period;
  readonly versions: readonly TermsVersion[];
  readonly days: readonly DayWorked[];
  readonly entered: readonly EnteredAmount[];
}

export const EVIDENCE_KINDS = [...DAY_SOURCES, 'ENTERED'] as const;

/** What a figure rests on. */
export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly refId: string;
  readonly date: LocalDate;
  readonly partyId: string | null;
  readonly halfDays: number;
  readonly yen: number;
}

/** One row of the matrix in one slice of the period. */
export interface StatementLine extends Period {
  readonly version: number;
  readonly terms: LineTerms;
  readonly fiscalYear: number;
  readonly totalYen: number;
  /** The half-days that count; 0 where none do. */
  readonly halfDays: number;
  /** What was entered on top of an agreed amount, such as a correction. */
  readonly enteredYen: number;
  readonly shares: readonly Share[];
  readonly evidence: readonly Evidence[];
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** Entered amounts for which no row holds in their month. */
  readonly unmatched: readonly EnteredAmount[];
}
