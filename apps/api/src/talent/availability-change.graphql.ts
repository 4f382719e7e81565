import {
  type HalfOfDay,
  HIT_DECISIONS,
  type HitDecision,
  type CalendarDay,
  type HalfView,
} from '@banso/dispatch';
import type { DayPart, Half, WeeklyHalf } from '@banso/kernel';
import { HALF_STATES, type HalfState } from '@banso/talent';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { VisitType } from '../dispatch/visit.graphql.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { DayPartEnum, WeeklyHalfEnum } from './words.graphql.js';

export const HalfStateEnum = enumOf(
  'HalfState',
  HALF_STATES,
  'Whether somebody works in a half-day, or why not.',
);
export const HitDecisionEnum = enumOf(
  'HitDecision',
  HIT_DECISIONS,
  'What becomes of a visit in the way: it is kept and left out, given back for another day, or left to the hub.',
);

@ObjectType('HalfDay', { description: 'How one half of a day stands for a specialist.' })
export class HalfDayType implements HalfView {
  @Field(() => HalfStateEnum, { description: 'Working, or why not.' })
  state: HalfState;

  @Field(() => String, { nullable: true, description: 'Why; for the hub and the person, null for a town.' })
  reason: string | null;

  @Field(() => ID, { nullable: true, description: 'The repeat rule that takes it.' })
  ruleId: string | null;
}

@ObjectType('AvailabilityDay', { description: 'One day of a specialist.' })
export class AvailabilityDayType implements Omit<CalendarDay, 'closure' | 'visits'> {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => String, { nullable: true, description: 'Why the offices are closed, such as a holiday.' })
  closedFor: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  closedForEn: string | null;

  @Field(() => HalfDayType, { description: 'The morning.' })
  am: HalfDayType;

  @Field(() => HalfDayType, { description: 'The afternoon.' })
  pm: HalfDayType;

  @Field(() => [VisitType], { description: 'Visits of that day that you may see.' })
  visits: VisitType[];

  @Field({ description: 'A coming visit stands in a half-day that is not worked.' })
  clash: boolean;
}

@ObjectType('AvailabilityCalendar', { description: 'The days of one specialist.' })
export class AvailabilityCalendarType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => [AvailabilityDayType], { description: 'Each day that was asked for.' })
  days: AvailabilityDayType[];
}

@ObjectType('UnavailabilityRule', { description: 'Half-days that a specialist can never be planned for.' })
export class UnavailabilityRuleType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({ description: 'The rule as RFC 5545 writes it, such as FREQ=WEEKLY;BYDAY=MO.' })
  rule: string;

  @Field(() => LocalDateScalar, { description: 'From this day on.' })
  startsOn: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it holds, where known.',
  })
  endedOn: string | null;

  @Field(() => DayPartEnum, { description: 'Which part of its days.' })
  part: DayPart;

  @Field(() => String, { nullable: true, description: 'Why; for the hub and the person.' })
  reason: string | null;
}

@ObjectType('WeeklyPattern', { description: 'The weekly pattern of a specialist from a day on.' })
export class WeeklyPatternType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'From this day on, until the next.' })
  validFrom: string;

  @Field(() => [WeeklyHalfEnum], { description: 'The half-days that are worked.' })
  weekly: WeeklyHalf[];
}

@ObjectType('HitHalf', { description: 'A half-day that a visit takes.' })
export class HitHalfType implements HalfOfDay {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => DayPartEnum, { description: 'Which half.' })
  half: Half;
}

@ObjectType('HitVisit', { description: 'A visit that stands where somebody would not work any more.' })
export class HitVisitType {
  @Field(() => VisitType, { description: 'The visit.' })
  visit: VisitType;

  @Field(() => [HitHalfType], { description: 'Its half-days that would be lost, the way included.' })
  halves: HitHalfType[];

  @Field(() => ID, { description: 'Its version; whoever decides says which one was read.' })
  version: string;
}

@ObjectType('AvailabilityAnswer', { description: 'What became of a change of somebody’s days.' })
export class AvailabilityAnswerType {
  @Field({ description: 'Made; otherwise nothing was changed, and each hit visit needs a decision.' })
  applied: boolean;

  @Field(() => [HitVisitType], { description: 'The visits in the way.' })
  hits: HitVisitType[];
}

@ObjectType('RepeatPreview', { description: 'What a repeat rule would do.' })
export class RepeatPreviewType {
  @Field({ description: 'The rule as it would be kept.' })
  rule: string;

  @Field(() => [LocalDateScalar], { description: 'Its first days.' })
  dates: string[];

  @Field(() => Int, { description: 'How many days in the two years that are planned.' })
  total: number;

  @Field(() => [HitVisitType], { description: 'The visits in the way.' })
  hits: HitVisitType[];
}

@InputType({ description: 'What becomes of one visit in the way.' })
export class HitDecisionInput {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field(() => ID, { description: 'The version of it that you have read.' })
  seen: string;

  @Field(() => HitDecisionEnum, { description: 'What becomes of it.' })
  decision: HitDecision;

  @Field(() => String, { nullable: true, description: 'For another day: why, as the town reads it.' })
  message?: string | null;
}

@InputType({ description: 'How a day shall be.' })
export class DayWishInput {
  @Field(() => LocalDateScalar, { description: 'From today on, at most two years ahead.' })
  date: string;

  @Field({ description: 'Whether the morning is possible.' })
  am: boolean;

  @Field({ description: 'Whether the afternoon is possible.' })
  pm: boolean;
}

@InputType({ description: 'Days of a specialist as they shall be.' })
export class DaysInput {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => [DayWishInput], { description: 'At most 62 days.' })
  days: DayWishInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 100 characters; towns do not read it. Left out: what stands there stays.',
  })
  reason?: string | null;

  @Field(() => [HitDecisionInput], { nullable: true, description: 'For each visit in the way.' })
  decisions?: HitDecisionInput[] | null;
}

@InputType({ description: 'A repeat rule.' })
export class UnavailabilityRuleInput {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({
    description:
      'FREQ=WEEKLY with BYDAY, or FREQ=MONTHLY with BYMONTHDAY or one BYDAY such as 2TU; INTERVAL, UNTIL or COUNT.',
  })
  rule: string;

  @Field(() => LocalDateScalar, { description: 'From this day on.' })
  startsOn: string;

  @Field(() => DayPartEnum, { description: 'Which part of its days.' })
  part: DayPart;

  @Field(() => String, { nullable: true, description: 'Why, at most 100 characters; towns do not read it.' })
  reason?: string | null;

  @Field(() => [HitDecisionInput], { nullable: true, description: 'For each visit in the way.' })
  decisions?: HitDecisionInput[] | null;
}

@InputType({ description: 'A weekly pattern from a day on.' })
export class WeeklyPatternInput {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => LocalDateScalar, { description: 'From today on, at most two years ahead.' })
  validFrom: string;

  @Field(() => [WeeklyHalfEnum], { description: 'The half-days that are worked.' })
  weekly: WeeklyHalf[];

  @Field(() => [HitDecisionInput], { nullable: true, description: 'For each visit in the way.' })
  decisions?: HitDecisionInput[] | null;
}
