import type { LocalDate } from '@banso/kernel';
import type { Words } from '../../reckoning/formula.js';
import type { Journey, ReceiptKind } from './journey.js';

/** What a line of a claim pays for. */
export const TRAVEL_LINE_KINDS = [
  'TRAIN',
  'BUS',
  'FERRY',
  'AIR',
  'TAXI',
  'CAR',
  'TOLL',
  'PARKING',
  'OTHER',
  'LODGING',
  'LODGING_ALLOWANCE',
  'PER_DIEM',
  'FEE',
] as const;
export type TravelLineKind = (typeof TRAVEL_LINE_KINDS)[number];

/** One amount, with the clause that gives it and how it was reckoned. Whole yen, never below zero. */
export interface ReckonedLine {
  readonly kind: TravelLineKind;
  readonly onDate: LocalDate;
  readonly yen: number;
  readonly clause: Words;
  readonly formula: Words;
}

/**
 * What a rule lacks. RECEIPT: a paper for that much. FARE, DISTANCE: a fact of the journey. FIGURE: an amount that the
 * paying body has not entered. UNUSED: a receipt that belongs to no leg and no night.
 */
export const MISSING_KINDS = ['RECEIPT', 'FARE', 'DISTANCE', 'FIGURE', 'UNUSED'] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

export interface Missing {
  readonly kind: MissingKind;
  readonly onDate: LocalDate;
  /** A kind of receipt, or the key of a figure. */
  readonly what: string;
  /** How much is not shown; 0 where that says nothing. */
  readonly yen: number;
}

export interface Reckoned {
  readonly lines: readonly ReckonedLine[];
  readonly missing: readonly Missing[];
}

/** The figures of a rule as a paying body has entered them. */
export interface RuleTerms {
  /** What the body calls its rule, such as the name of an ordinance. */
  readonly title: string;
  /** By the keys that the plug-in names; a key that is not there was not entered. */
  readonly amounts: Readonly<Record<string, number>>;
  /** Ceilings of a night by the two digits of the prefecture. */
  readonly ceilings: Readonly<Record<string, number>>;
  /** For what a receipt is needed; without it nothing of it is paid. */
  readonly receiptFor: readonly ReceiptKind[];
}

/** A figure that a plug-in asks for, in yen. */
export interface AskedFigure {
  readonly key: string;
  readonly label: Words;
  /** Without it the rule cannot be set. */
  readonly required: boolean;
}

/** What is known publicly of a rule, to start from: the body checks it (要確認) and says what it uses. */
export interface RuleTemplate {
  readonly terms: RuleTerms;
  readonly source: Words;
}

/** 旅費規程: a way of reckoning travel. Pure: facts in, amounts with clause and formula out. */
export interface TravelRule {
  readonly id: string;
  readonly name: Words;
  readonly figures: readonly AskedFigure[];
  readonly usesCeilings: boolean;
  /** The first day for which it can be set; null without one. */
  readonly since: LocalDate | null;
  readonly template: RuleTemplate;
  reckon(journey: Journey, terms: RuleTerms): Reckoned;
}

export const sumOf = (lines: readonly { readonly yen: number }[]): number =>
  lines.reduce((sum, { yen }) => sum + yen, 0);
