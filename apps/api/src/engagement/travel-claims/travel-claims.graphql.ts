import type { LocalDate } from '@banso/kernel';
import {
  JOURNEY_ENDS,
  type JourneyEnd,
  LEG_MODES,
  type LegMode,
  MEALS,
  type Meals,
  MISSING_KINDS,
  type MissingKind,
  type ReceiptKind,
  TOUR_SHARES,
  type TourShare,
  TRAVEL_CLAIM_ACTIONS,
  TRAVEL_CLAIM_STATUSES,
  TRAVEL_LINE_KINDS,
  type TravelClaimStatus,
  type TravelLineKind,
} from '@banso/settlement';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { connectionOf } from '../../page.graphql.js';
import { TravelReceiptKindEnum, TravelRuleVersionType } from './travel-rules.graphql.js';

export const TravelClaimStatusEnum = enumOf(
  'TravelClaimStatus',
  TRAVEL_CLAIM_STATUSES,
  'The life of a travel claim.',
);
export const TravelClaimActionEnum = enumOf(
  'TravelClaimAction',
  TRAVEL_CLAIM_ACTIONS,
  'What a person may do with a travel claim.',
);
export const JourneyEndEnum = enumOf('JourneyEnd', JOURNEY_ENDS, 'Where a journey begins or ends.');
export const TourShareEnum = enumOf(
  'TourShare',
  TOUR_SHARES,
  'How a journey is divided between its visits: each alike, or by half-days.',
);
export const LegModeEnum = enumOf('LegMode', LEG_MODES, 'How a leg was travelled.');
export const NightMealsEnum = enumOf('NightMeals', MEALS, 'Meals that the price of a night contains.');
export const TravelLineKindEnum = enumOf(
  'TravelLineKind',
  TRAVEL_LINE_KINDS,
  'What an amount of a claim pays for.',
);
export const TravelMissingKindEnum = enumOf(
  'TravelMissingKind',
  MISSING_KINDS,
  'What is missing: a receipt, a fare, a distance, a figure of the rule; or a receipt that belongs to nothing.',
);

@ObjectType('TravelClaim', { description: 'What one journey to a visit, or to several, cost.' })
export class TravelClaimType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Number; null until it is granted.' })
  number: string | null;

  @Field(() => TravelClaimStatusEnum, { description: 'Where it stands.' })
  status: TravelClaimStatus;

  @Field(() => LocalDateScalar, { description: 'Day of departure.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Day of return.' })
  toOn: LocalDate;

  @Field(() => JourneyEndEnum, { description: 'Where it begins.' })
  startsFrom: JourneyEnd;

  @Field(() => JourneyEndEnum, { description: 'Where it ends.' })
  endsAt: JourneyEnd;

  @Field(() => TourShareEnum, { description: 'How it is divided between its visits.' })
  shareRule: TourShare;

  @Field({ description: 'Whether nothing was to be paid.' })
  withoutMoney: boolean;

  @Field(() => Int, { description: 'Yen as last reckoned; frozen once it is granted.' })
  totalYen: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was handed in.' })
  submittedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was granted.' })
  approvedAt: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was paid.' })
  paidOn: LocalDate | null;
}

export const TravelClaimConnection = connectionOf(TravelClaimType, 'TravelClaim');

@ObjectType('TravelClaimVisit', { description: 'A visit that a claim pays for.' })
export class TravelClaimVisitType {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field({ description: 'Code of the town.' })
  municipalityId: string;

  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field(() => Int, { description: '1 or 2.' })
  halfDays: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The month of the agreement that it was charged to; null where it was not.',
  })
  chargedMonth: LocalDate | null;
}

@ObjectType('TravelLeg', { description: 'One leg of a journey.' })
export class TravelLegType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field({ description: 'From where.' })
  fromName: string;

  @Field({ description: 'To where.' })
  toName: string;

  @Field(() => LegModeEnum, { description: 'How.' })
  mode: LegMode;

  @Field(() => Int, { nullable: true, description: 'Metres of road.' })
  meters: number | null;

  @Field(() => Int, { nullable: true, description: 'Fare, yen.' })
  fareYen: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes.' })
  minutes: number | null;
}

@ObjectType('TravelNight', { description: 'One night of a journey.' })
export class TravelNightType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'The day on whose evening it begins.' })
  onDate: LocalDate;

  @Field({ description: 'Where.' })
  placeName: string;

  @Field({ description: 'Two digits of its prefecture.' })
  regionId: string;

  @Field({ description: 'Whether lodging was paid.' })
  paid: boolean;

  @Field(() => NightMealsEnum, { description: 'Meals in its price.' })
  meals: Meals;

  @Field(() => String, { nullable: true, description: 'Why it could not be had within the ceiling.' })
  beyondReason: string | null;
}

@ObjectType('TravelReceipt', { description: 'What a receipt says.' })
export class TravelReceiptType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => TravelReceiptKindEnum, { description: 'For what.' })
  kind: ReceiptKind;

  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field(() => Int, { description: 'Yen.' })
  yen: number;

  @Field(() => String, { nullable: true, description: 'Words about it.' })
  note: string | null;
}

@ObjectType('TravelJourney', { description: 'Legs, nights and receipts of a claim.' })
export class TravelJourneyType {
  @Field(() => [TravelLegType], { description: 'In their order.' })
  legs: TravelLegType[];

  @Field(() => [TravelNightType], { description: 'By day.' })
  nights: TravelNightType[];

  @Field(() => [TravelReceiptType], { description: 'In their order.' })
  receipts: TravelReceiptType[];
}

@ObjectType('TravelAmount', { description: 'One amount, with its clause and how it was reckoned.' })
export class TravelAmountType {
  @Field(() => TravelLineKindEnum, { description: 'For what.' })
  kind: TravelLineKind;

  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field(() => Int, { description: 'Yen.' })
  yen: number;

  @Field({ description: 'The clause, in Japanese.' })
  clauseJa: string;

  @Field({ description: 'The clause, in English.' })
  clauseEn: string;

  @Field({ description: 'How it was reckoned, in Japanese.' })
  formulaJa: string;

  @Field({ description: 'The same in English.' })
  formulaEn: string;
}

@ObjectType('TravelRuleAmounts', { description: 'What one rule makes of the whole journey.' })
export class TravelRuleAmountsType {
  @Field(() => TravelRuleVersionType, { description: 'The rule.' })
  rule: TravelRuleVersionType;

  @Field(() => [TravelAmountType], { description: 'Its amounts.' })
  lines: TravelAmountType[];

  @Field(() => Int, { description: 'Their sum, yen.' })
  yen: number;
}

@ObjectType('TravelShare', { description: 'What the payer of a visit bears.' })
export class TravelShareType {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => String, { nullable: true, description: 'Who bears it; null: the prefecture.' })
  payerName: string | null;

  @Field(() => Int, { description: 'Yen of travel.' })
  yen: number;

  @Field(() => Int, { description: 'Yen of the fee; 0 where the agreement has none.' })
  feeYen: number;
}

@ObjectType('TravelMissing', { description: 'Something that a rule lacks.' })
export class TravelMissingType {
  @Field(() => TravelMissingKindEnum, { description: 'What kind.' })
  kind: MissingKind;

  @Field(() => LocalDateScalar, { description: 'Of which day.' })
  onDate: LocalDate;

  @Field({ description: 'A kind of receipt, or the key of a figure.' })
  what: string;

  @Field(() => Int, { description: 'Yen that are not shown; 0 where that says nothing.' })
  yen: number;
}

@ObjectType('TravelFigures', { description: 'The figures of a claim: as granted, or as they would be now.' })
export class TravelFiguresType {
  @Field({ description: 'Whether they are frozen.' })
  granted: boolean;

  @Field(() => [TravelRuleAmountsType], { description: 'By rule.' })
  rules: TravelRuleAmountsType[];

  @Field(() => [TravelAmountType], { description: 'Fees, as agreements say.' })
  fees: TravelAmountType[];

  @Field(() => [TravelShareType], { description: 'Who bears how much, by visit.' })
  shares: TravelShareType[];

  @Field(() => [TravelMissingType], { description: 'What is missing.' })
  missing: TravelMissingType[];

  @Field(() => [String], { description: 'Payers without a rule; empty words are the prefecture.' })
  withoutRule: string[];

  @Field({ description: 'Travel has an agreed price: nothing may come on top of it.' })
  agreedPrice: boolean;

  @Field(() => Int, { description: 'Yen.' })
  totalYen: number;
}

@ObjectType('TravelClaimEvent', { description: 'A step in the life of a claim.' })
export class TravelClaimEventType {
  @Field(() => TravelClaimStatusEnum, { nullable: true, description: 'Where it stood.' })
  fromStatus: TravelClaimStatus | null;

  @Field(() => TravelClaimStatusEnum, { description: 'Where it went.' })
  toStatus: TravelClaimStatus;

  @Field({ description: 'Who did it.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType('TravelTotal', { description: 'Travel granted to somebody at a town in a month.' })
export class TravelTotalType {
  @Field(() => ID, { description: 'Who.' })
  specialistId: string;

  @Field({ description: 'Code of the town.' })
  municipalityId: string;

  @Field(() => LocalDateScalar, { description: 'First day of the month of the visits.' })
  month: LocalDate;

  @Field(() => Int, { description: 'Visits.' })
  visits: number;

  @Field(() => Int, { description: 'Yen of travel.' })
  yen: number;

  @Field(() => Int, { description: 'Yen of fees.' })
  feeYen: number;
}

@InputType({ description: 'A leg as whoever travelled says it.' })
export class TravelLegInput {
  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field({ description: 'From where, at most 60 characters.' })
  fromName: string;

  @Field({ description: 'To where, at most 60 characters.' })
  toName: string;

  @Field(() => LegModeEnum, { description: 'How.' })
  mode: LegMode;

  @Field(() => Int, { nullable: true, description: 'Metres of road.' })
  meters?: number | null;

  @Field(() => Int, { nullable: true, description: 'Fare, yen.' })
  fareYen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes.' })
  minutes?: number | null;
}

@InputType({ description: 'A night as whoever travelled says it.' })
export class TravelNightInput {
  @Field(() => LocalDateScalar, { description: 'The day on whose evening it begins.' })
  onDate: LocalDate;

  @Field({ description: 'Where, at most 60 characters.' })
  placeName: string;

  @Field({ description: 'Two digits of its prefecture.' })
  regionId: string;

  @Field({ description: 'Whether lodging was paid.' })
  paid: boolean;

  @Field(() => NightMealsEnum, { description: 'Meals in its price.' })
  meals: Meals;

  @Field(() => String, { nullable: true, description: 'Why it could not be had within the ceiling.' })
  beyondReason?: string | null;
}

@InputType({ description: 'What a receipt says.' })
export class TravelReceiptInput {
  @Field(() => TravelReceiptKindEnum, { description: 'For what.' })
  kind: ReceiptKind;

  @Field(() => LocalDateScalar, { description: 'Its day.' })
  onDate: LocalDate;

  @Field(() => Int, { description: 'Yen, from 1 to 1,000,000.' })
  yen: number;

  @Field(() => String, { nullable: true, description: 'Words about it, at most 100 characters.' })
  note?: string | null;
}

@InputType({ description: 'A claim as it should stand: all of it.' })
export class TravelClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  id: string;

  @Field(() => Int, { description: 'The version that you have read.' })
  version: number;

  @Field(() => LocalDateScalar, { description: 'Day of departure.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Day of return.' })
  toOn: LocalDate;

  @Field(() => JourneyEndEnum, { description: 'Where it begins.' })
  startsFrom: JourneyEnd;

  @Field(() => JourneyEndEnum, { description: 'Where it ends.' })
  endsAt: JourneyEnd;

  @Field(() => TourShareEnum, { description: 'How it is divided between its visits.' })
  shareRule: TourShare;

  @Field(() => [TravelLegInput], { description: 'At most 60.' })
  legs: TravelLegInput[];

  @Field(() => [TravelNightInput], { description: 'At most 14.' })
  nights: TravelNightInput[];

  @Field(() => [TravelReceiptInput], { description: 'At most 60.' })
  receipts: TravelReceiptInput[];
}

@InputType({ description: 'Which claims to list.' })
export class TravelClaimFilter {
  @Field(() => [TravelClaimStatusEnum], { nullable: true, description: 'Only where they stand here.' })
  statuses?: TravelClaimStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Only of this person.' })
  specialistId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only with a visit to this town.' })
  municipalityId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only begun in the month of this day.' })
  month?: LocalDate | null;

  @Field(() => ID, { nullable: true, description: 'Only for this visit.' })
  visitId?: string | null;
}
