import type { LocalDate } from '@banso/kernel';
import type { Reach, Size } from '@banso/overview';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';
import { TownReachEnum } from './coverage.graphql.js';
import { OverviewSizeEnum, OverviewYearType } from './year.graphql.js';

const few = { nullable: true } as const;

@ObjectType('ComparedTowns', {
  description: 'The middle of towns; null where fewer than five stand behind it.',
})
export class ComparedTownsType {
  @Field(() => Int, { description: 'How many towns.' })
  towns: number;

  @Field(() => Int, { ...few, description: 'How many of them were visited.' })
  visitedTowns: number | null;

  @Field(() => Int, { ...few, description: 'Visits on site.' })
  medianOnSite: number | null;

  @Field(() => Int, { ...few, description: 'Visits online.' })
  medianOnline: number | null;

  @Field(() => Int, { ...few, description: 'Days from the receipt to the hub’s first step.' })
  medianContactDays: number | null;

  @Field(() => Int, { ...few, description: 'Days from the receipt to the first visit.' })
  medianVisitDays: number | null;
}

@ObjectType('TownStanding', {
  description: 'Your town in a year beside the others, which have no names here.',
})
export class TownStandingType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => OverviewSizeEnum, { description: 'The size of your town.' })
  size: Size;

  @Field(() => TownReachEnum, { description: 'Whether somebody came.' })
  reach: Reach;

  @Field(() => Int, { description: 'Visits on site.' })
  onSite: number;

  @Field(() => Int, { description: 'Visits online.' })
  online: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last visit on site.' })
  lastOn: LocalDate | null;

  @Field(() => Int, { description: 'Requests that were received.' })
  received: number;

  @Field(() => Int, { nullable: true, description: 'The middle of days to the hub’s first step.' })
  contactDays: number | null;

  @Field(() => Int, { nullable: true, description: 'The middle of days to the first visit.' })
  visitDays: number | null;

  @Field(() => ComparedTownsType, { description: 'All towns of the prefecture.' })
  all: ComparedTownsType;

  @Field(() => ComparedTownsType, { description: 'Those of the same size.' })
  sameSize: ComparedTownsType;
}
