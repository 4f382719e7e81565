import type { ContractBasis } from '@banso/dispatch';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContractBasisEnum } from '../dispatch/contract-basis.graphql.js';
import { OverviewYearType } from './year.graphql.js';

@ObjectType('PersonDays', { description: 'The days of one person in a year; half a day is 0.5.' })
export class PersonDaysType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field({ description: 'Whether the person is in the pool now.' })
  active: boolean;

  @Field(() => Int, { nullable: true, description: 'Days that the contract gives; null: nothing agreed.' })
  contractDays: number | null;

  @Field(() => ContractBasisEnum, { description: 'Where they come from.' })
  basis: ContractBasis;

  @Field(() => Float, { description: 'Days with visits that were made, or at a post.' })
  usedDays: number;

  @Field(() => Float, { description: 'Days with visits to come, as far as they are not used anyway.' })
  plannedDays: number;

  @Field(() => Float, { nullable: true, description: 'What is left; below zero: more than agreed.' })
  leftDays: number | null;

  @Field(() => Int, { description: 'Travel and fees as they were granted, in yen.' })
  costYen: number;

  @Field(() => Float, { description: 'Days used in the year before.' })
  usedDaysBefore: number;
}

@ObjectType('DayOverview', { description: 'Days used and planned against contracts.' })
export class DayOverviewType {
  @Field(() => OverviewYearType, { description: 'Of when.' })
  year: OverviewYearType;

  @Field(() => [PersonDaysType], { description: 'Each person, by reading.' })
  rows: PersonDaysType[];
}
