import type { LocalDate } from '@banso/kernel';

/** 区間の手段: how a leg was travelled. */
export const LEG_MODES = ['TRAIN', 'BUS', 'CAR', 'FERRY', 'AIR', 'TAXI', 'WALK'] as const;
export type LegMode = (typeof LEG_MODES)[number];

/** Those for which a fare is paid. */
export const FARE_MODES = ['TRAIN', 'BUS', 'FERRY', 'AIR', 'TAXI'] as const satisfies LegMode[];
export type FareMode = (typeof FARE_MODES)[number];

/** What a receipt is for: a fare, a night, or what came with the way. */
export const RECEIPT_KINDS = [...FARE_MODES, 'LODGING', 'TOLL', 'PARKING', 'OTHER'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** Meals that the price of a night contains: none, supper or breakfast, or both. */
export const MEALS = ['NONE', 'ONE', 'BOTH'] as const;
export type Meals = (typeof MEALS)[number];

/** Where a journey begins or ends. */
export const JOURNEY_ENDS = ['OFFICE', 'HOME'] as const;
export type JourneyEnd = (typeof JOURNEY_ENDS)[number];

/** 区間: one leg of a journey. */
export interface LegFacts {
  readonly onDate: LocalDate;
  readonly fromName: string;
  readonly toName: string;
  readonly mode: LegMode;
  /** Of the road; null where nobody said. */
  readonly meters: number | null;
  /** Null where no fare was said; a receipt then says it. */
  readonly fareYen: number | null;
  readonly minutes: number | null;
}

/** 宿泊: one night away. */
export interface NightFacts {
  /** The day on whose evening it begins. */
  readonly onDate: LocalDate;
  readonly placeName: string;
  /** Two digits of the prefecture in which it was spent: ceilings go by it. */
  readonly regionId: string;
  /** False where nothing was paid, as with relatives. */
  readonly paid: boolean;
  readonly meals: Meals;
  /** Why it could not be had within the ceiling; null where it could. */
  readonly beyondReason: string | null;
}

/** 領収書: what a paper says; the paper itself is an attachment. */
export interface ReceiptFacts {
  readonly kind: ReceiptKind;
  readonly onDate: LocalDate;
  readonly yen: number;
  readonly note: string | null;
}

/** All that a rule is told of a journey. */
export interface Journey {
  /** The day of departure: it decides which version of a rule counts. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly start: JourneyEnd;
  readonly end: JourneyEnd;
  readonly legs: readonly LegFacts[];
  readonly nights: readonly NightFacts[];
  readonly receipts: readonly ReceiptFacts[];
}
