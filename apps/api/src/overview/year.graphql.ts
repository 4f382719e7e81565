import type { Clock, LocalDate } from '@banso/kernel';
import { askedYear, SIZES, WAIT_STATES, WAITS, type Year } from '@banso/overview';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';

export const OverviewSizeEnum = enumOf(
  'OverviewSize',
  SIZES,
  'Towns by people: below 10,000, below 50,000, and the others.',
);
export const OverviewWaitEnum = enumOf(
  'OverviewWait',
  WAITS,
  'From the receipt to the hub’s first step, or to the first visit that was made.',
);
export const OverviewWaitStateEnum = enumOf(
  'OverviewWaitState',
  WAIT_STATES,
  'Whether it has come, is waited for, or the request ended without it.',
);

@ObjectType('OverviewYear', { description: 'The fiscal year of a figure, and up to when it is counted.' })
export class OverviewYearType {
  @Field(() => Int, { description: 'The fiscal year, from April.' })
  fiscalYear: number;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  to: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Up to which day it is counted.' })
  countedTo: LocalDate;

  @Field(() => GraphQLISODateTime, { description: 'When it was reckoned.' })
  asOf: Date;
}

export const saidYear = (year: Year, clock: Clock): OverviewYearType => ({ ...year, asOf: clock.now() });

/** The argument that every figure takes. */
export const yearArg = {
  type: () => Int,
  nullable: true,
  description: 'The fiscal year, from April; the one that runs when left out.',
} as const;

export const yearIn = (fiscalYear: number | null | undefined, clock: Clock): Year =>
  askedYear(fiscalYear, clock.today());
