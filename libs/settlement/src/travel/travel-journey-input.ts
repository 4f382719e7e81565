import { addDays, badInput, type InputFault, localDate, type LocalDate, text } from '@banso/kernel';
import { z } from 'zod';
import {
  JOURNEY_ENDS,
  type JourneyEnd,
  LEG_MODES,
  type LegFacts,
  MEALS,
  type NightFacts,
  RECEIPT_KINDS,
  type ReceiptFacts,
  TOUR_SHARES,
  type TourShare,
} from './rules/index.js';

/** A claim as whoever travelled writes it: all of it at once. */
export interface TravelClaimInput {
  readonly id: string;
  /** The one that the writer has read. */
  readonly version: number;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly startsFrom: JourneyEnd;
  readonly endsAt: JourneyEnd;
  readonly shareRule: TourShare;
  readonly legs: readonly Partial<LegFacts>[];
  readonly nights: readonly Partial<NightFacts>[];
  readonly receipts: readonly Partial<ReceiptFacts>[];
}

const MOST_ROWS = 60;
const MOST_NIGHTS = 14;
const MOST_YEN = 1_000_000;
/** A journey may begin so many days before its first visit, and end as many after its last. */
const DAYS_AROUND = 3;

const optional = (max: number) =>
  text(max, 0)
    .nullish()
    .transform((words) => words || null);
const count = (max: number) => z.number().int().min(0).max(max);

export const claimSchema = z.object({
  version: z.number().int().min(1),
  fromOn: localDate(),
  toOn: localDate(),
  startsFrom: z.enum(JOURNEY_ENDS),
  endsAt: z.enum(JOURNEY_ENDS),
  shareRule: z.enum(TOUR_SHARES),
  legs: z
    .array(
      z.object({
        onDate: localDate(),
        fromName: text(60),
        toName: text(60),
        mode: z.enum(LEG_MODES),
        meters: count(2_000_000).nullish().transform(nothing),
        fareYen: count(MOST_YEN).nullish().transform(nothing),
        minutes: count(2_880).nullish().transform(nothing),
      }),
    )
    .max(MOST_ROWS),
  nights: z
    .array(
      z.object({
        onDate: localDate(),
        placeName: text(60),
        regionId: z.string().regex(/^(0[1-9]|[1-3]\d|4[0-7])$/),
        paid: z.boolean(),
        meals: z.enum(MEALS),
        beyondReason: optional(200),
      }),
    )
    .max(MOST_NIGHTS),
  receipts: z
    .array(
      z.object({
        kind: z.enum(RECEIPT_KINDS),
        onDate: localDate(),
        yen: z.number().int().min(1).max(MOST_YEN),
        note: optional(100),
      }),
    )
    .max(MOST_ROWS),
});
export type ClaimWords = z.infer<typeof claimSchema>;

function nothing(value: number | null | undefined): number | null {
  return value ?? null;
}

/** Every day lies in the journey, and the journey around its visits; or every fault at once. */
export function assertOneJourney(words: ClaimWords, visitDates: readonly LocalDate[]): void {
  const { fromOn, toOn } = words;
  const [first = fromOn, last = first] = [visitDates[0], visitDates.at(-1)];
  const faults: InputFault[] = [];
  const earliest = addDays(first, -DAYS_AROUND);
  const latest = addDays(last, DAYS_AROUND);
  if (fromOn < earliest || fromOn > first)
    faults.push({ path: 'fromOn', rule: 'not-around', facts: { from: earliest, to: first } });
  if (toOn > latest || toOn < last)
    faults.push({ path: 'toOn', rule: 'not-around', facts: { from: last, to: latest } });
  for (const list of ['legs', 'nights', 'receipts'] as const)
    words[list].forEach(({ onDate }, i) => {
      if (onDate < fromOn || onDate > toOn)
        faults.push({
          path: `${list}.${i}.onDate`,
          rule: 'outside-journey',
          facts: { from: fromOn, to: toOn },
        });
    });
  const nights = words.nights.map(({ onDate }) => onDate);
  nights.forEach((onDate, i) => {
    if (nights.indexOf(onDate) < i) faults.push({ path: `nights.${i}.onDate`, rule: 'twice' });
    else if (onDate >= toOn) faults.push({ path: `nights.${i}.onDate`, rule: 'last-day' });
  });
  if (faults.length > 0) throw badInput(...faults);
}
