import type { LocalDate } from '@banso/kernel';
import type { Facts } from '@banso/planning';
import type { Bilingual } from './plan-words.js';
import type { Slot } from './slot.js';
import type { SpokenReason } from './unplaced-reasons.js';

/** Points of one soft rule; negative where something gets better. */
export interface PricePart {
  readonly ruleId: string;
  readonly points: number;
}

/** A price: by tier of the policy, the most important first, and by rule. */
export interface Price {
  readonly tiers: readonly number[];
  readonly parts: readonly PricePart[];
}

/** Another slot that the rules would allow, and what it would cost on top. */
export interface VisitAlternative {
  readonly slot: Slot;
  readonly price: Price;
}

/** The least change of the wishes or the rows that would make a place. */
export interface SpokenChange {
  readonly kind: string;
  readonly facts: Facts;
  readonly sentence: Bilingual;
}

/** Why a visit lies where it lies, or why it lies nowhere: from the record of its run. */
export interface VisitExplanation {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly visitNo: number;
  /** Null: it found no place. */
  readonly slot: Slot | null;
  /** What it costs where it lies. */
  readonly price: Price | null;
  readonly alternatives: readonly VisitAlternative[];
  readonly reasons: readonly SpokenReason[];
  readonly nearestChanges: readonly SpokenChange[];
}

/** Why not this specialist (on that day): the rule that fails where it comes closest. */
export interface WhyNotAnswer {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly specialistId: string;
  readonly date: LocalDate | null;
  readonly possible: boolean;
  readonly ruleId: string | null;
  readonly sentence: Bilingual | null;
}

/** One broken rule of a plan, in words. */
export interface SpokenViolation {
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  readonly supportRequestId: string | null;
  readonly visitNo: number | null;
  readonly sentence: Bilingual;
}

export const CHANGE_KINDS = ['NEW', 'MOVED', 'CANCELLED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What becomes of one visit. */
export interface VisitChange {
  readonly kind: ChangeKind;
  readonly supportRequestId: string;
  readonly visitNo: number;
  /** The published visit; null for a new one. */
  readonly visitId: string | null;
  readonly before: Slot | null;
  readonly after: Slot | null;
}

/** Which part of a plan is meant. */
export interface PartWish {
  /** Proposals, by id. */
  readonly only: readonly string[];
  /** Published visits without a place in the plan, by id, to be called off. */
  readonly callOff: readonly string[];
}

/** What publishing a part of a plan would do. */
export interface PartPreview {
  readonly runId: string;
  /** Exactly what would change. */
  readonly changes: readonly VisitChange[];
  /** False: not even the whole plan can be published as it is. */
  readonly possible: boolean;
  /** The fewest further changes without which it cannot be done. */
  readonly alsoNeeded: readonly VisitChange[];
  /** The same, as they are named when a part is asked for. */
  readonly needed: PartWish;
  /** Rules that stand against the part by itself. */
  readonly violations: readonly SpokenViolation[];
}

/** How an option goes about it. */
export const REPAIR_KINDS = [
  'INSERTED',
  'COLLEAGUE_SAME_TIME',
  'SAME_SPECIALIST_LATER',
  'CHEAPEST',
  'SEARCHED',
  'FILLED',
] as const;
export type RepairKindWord = (typeof REPAIR_KINDS)[number];

/** One way to bring in an urgent visit, to repair an absence, or to fill what fell away. */
export interface RepairOption {
  readonly kind: RepairKindWord;
  /** Names exactly these changes: it is asked for by this key, and refused when they no longer hold. */
  readonly key: string;
  readonly changes: readonly VisitChange[];
  /** How many towns would have to be told. */
  readonly towns: number;
  /** Against the plan as it stands. */
  readonly price: Price;
  readonly travelMinutes: number;
  /** Visits that would have no place. */
  readonly unplaced: readonly { readonly supportRequestId: string; readonly visitNo: number }[];
}

/** Whether an urgent visit can be held today. */
export const TODAY_STATES = ['OPEN', 'OVER', 'CLOSED', 'NOT_URGENT', 'LATER'] as const;
export type TodayState = (typeof TODAY_STATES)[number];

/** From when on an urgent visit can be held today, or why only later. */
export interface TodayAnswer {
  readonly state: TodayState;
  /** Null unless it can. */
  readonly from: Date | null;
  readonly sentence: Bilingual;
}

/** What is possible; without any option, why not. */
export interface RepairOptions {
  readonly options: readonly RepairOption[];
  readonly reasons: readonly SpokenReason[];
  /** Of an urgent visit only. */
  readonly today: TodayAnswer | null;
}

/** Two plans, visit by visit: what differs. */
export interface PlanComparison {
  readonly beforeRunId: string;
  readonly afterRunId: string;
  readonly changes: readonly VisitChange[];
  readonly unchanged: number;
  /** What the second costs more than the first; null when they were made by different policies. */
  readonly price: Price | null;
}

/** How a plan treats one town. */
export interface TownFigures {
  readonly municipalityId: string;
  readonly asked: number;
  readonly placed: number;
  readonly isOnePerson: boolean;
}

/** How a plan treats one specialist. */
export interface SpecialistFigures {
  readonly specialistId: string;
  readonly days: number;
  readonly capacity: number;
}

/** How even a plan is. */
export interface PlanFigures {
  readonly runId: string;
  readonly placed: number;
  readonly unplaced: number;
  /** Sums of the weights of priority (1, 2, 4, 8). */
  readonly priorityPlaced: number;
  readonly priorityAsked: number;
  readonly longestWaitDays: number;
  /** Of the placed visits. */
  readonly meanWaitDays: number;
  /** Days of the specialist with the most, less those of the one with the least. */
  readonly daysSpread: number;
  readonly travelMinutes: number;
  readonly specialistChanges: number;
  readonly publishedMoved: number;
  readonly guidelineDaysAbove: number;
  readonly nights: number;
  readonly townsServed: number;
  readonly townsLeftOut: number;
  readonly onePersonTownsServed: number;
  readonly onePersonTowns: number;
  /** Most minus least load, in thousandths of what a specialist can be asked for. */
  readonly loadSpread: number;
  readonly towns: readonly TownFigures[];
  readonly specialists: readonly SpecialistFigures[];
}

/** What a change by hand would mean. */
export interface MoveJudgement {
  /** Whether it was made: never on trial, and never against a hard rule. */
  readonly applied: boolean;
  readonly violations: readonly SpokenViolation[];
  readonly price: Price;
  /** Of the proposal as it is now: whoever moves it again has seen this one. */
  readonly version: string;
  readonly runId: string;
  /** The proposal, where there is one now: none on trial of a place, nor when it was taken out. */
  readonly proposedVisitId: string | null;
}
